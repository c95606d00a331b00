import CSL
import Diagnostics
import Markdown
import SiteModel

/// What the texts of one entity cite, as a style wants it, with the way back to the texts.
struct CitationReading {
  /// A citation for the style, and which citation of which text it prints.
  struct Request {
    let text: Int
    let index: Int
    let citation: CSLCitation
  }

  /// A text with the works of its cites in their order; nil where a cite names none.
  private struct CitingText {
    let text: EntityText
    let document: MarkdownDocument
    let works: [EntityID?]

    /// The works of one citation.
    func works(of citation: MarkdownCitation) -> ArraySlice<EntityID?> {
      works[(citation.ordinal - 1)...].prefix(citation.cites.count)
    }
  }

  private let graph: EntityGraph
  private let isNoteStyle: Bool
  private var texts: [CitingText] = []
  /// In the order of reading; a citation in the running text is two, its names and the rest.
  private(set) var requests: [Request] = []
  /// The slug of each work once, in the order of citing.
  private(set) var keys: [String] = []
  private var works: [String: EntityID] = [:]

  init(site: Site) {
    graph = site.graph
    isNoteStyle = site.citationStyle.style.isNoteStyle
  }

  mutating func add(_ document: MarkdownDocument, of text: EntityText) {
    let number = texts.count
    let citing = CitingText(
      text: text,
      document: document,
      works: document.cites.map { work(of: $0) }
    )
    texts.append(citing)
    guard !citing.works.isEmpty else { return }
    works.reserveCapacity(works.count + citing.works.count)
    requests.reserveCapacity(requests.count + document.citations.count)
    for place in document.notePlan.places {
      let citation = document.citations[place.citation]
      let ids = citing.works(of: citation)
      ids.forEach { if let id = $0 { addWork(id) } }
      let note = isNoteStyle ? place.note : nil
      for var request in parts(of: citation, ids) {
        request.noteNumber = note
        requests.append(Request(text: number, index: place.citation, citation: request))
      }
    }
  }

  mutating func addWork(_ id: EntityID) {
    guard works[id.slug.text] == nil, graph.entity(id)?.work != nil else { return }
    works[id.slug.text] = id
    keys.append(id.slug.text)
  }

  private func work(of cite: MarkdownCite) -> EntityID? {
    graph.entity(.reference, named: cite.key.value)?.id
  }

  /// The names that belong to the sentence, if any, and the citation.
  private func parts(of citation: MarkdownCitation, _ ids: ArraySlice<EntityID?>) -> [CSLCitation] {
    var cites = zip(citation.cites, ids).map { cite, id in
      var result = Cite(id: id?.slug.text ?? cite.key.value)
      result.locator = cite.locator?.value
      result.label = cite.locator?.label
      result.prefix = cite.prefix
      result.suffix = cite.suffix
      result.suppressesAuthor = cite.suppressesAuthor
      return result
    }
    guard citation.form == .narrative, var names = cites.first else {
      return [CSLCitation(cites: cites)]
    }
    names = Cite(id: names.id)
    names.printsAuthorOnly = true
    cites[0].suppressesAuthor = true
    return [CSLCitation(cites: [names]), CSLCitation(cites: cites)]
  }

  // MARK: The way back

  /// What each citation prints, text by text.
  func contents(from formatted: [[FormattedText]]) -> [[[FormattedText]]] {
    var byText = texts.map {
      Array(repeating: [FormattedText](), count: $0.document.citations.count)
    }
    for (request, content) in zip(requests, formatted) {
      let before = byText[request.text][request.index]
      byText[request.text][request.index] =
        before.isEmpty ? content : before + [.text("\u{A0}")] + content
    }
    return byText
  }

  /// The same as pages print it, by the names of the texts.
  func printed(_ contents: [[[FormattedText]]]) -> [String: PrintedCitations] {
    let printed = zip(texts, contents).map { citing, contents in
      (citing.text.name, PrintedCitations(contents, of: citing.document.citations))
    }
    return Dictionary(printed) { first, _ in first }
  }

  /// Every cite and every name with its sentence: text after text, cites before names.
  ///
  /// What each citation prints is given text by text.
  func places(of source: EntityID, printing contents: [[[FormattedText]]]) -> [ReferringPlace] {
    let relations = graph.relations(from: source, .mentions)
    var named = [String: EntityID](minimumCapacity: relations.count)
    for relation in relations {
      for anchor in relation.anchors where named[anchor] == nil {
        named[anchor] = relation.target
      }
    }
    return zip(texts, contents).flatMap { citing, printed -> [ReferringPlace] in
      let text = citing.text
      let sentences = citing.document.contextSentences(
        limit: 240,
        citation: { printed[$0].plainText },
        mention: { index in
          named["\(text.idPrefix)mention-\(index + 1)"].flatMap { graph.entity($0)?.title }
        }
      )
      func places(_ name: String, _ sentences: [ContextSentence]) -> [ReferringPlace] {
        sentences.enumerated().compactMap { index, sentence in
          let anchor = "\(text.idPrefix)\(name)-\(index + 1)"
          return named[anchor].map {
            ReferringPlace(source: source, target: $0, anchor: anchor, sentence: sentence)
          }
        }
      }
      return cites(of: source, in: citing, sentences.citations)
        + places("mention", sentences.mentions) + places("lien", sentences.links)
    }
  }

  private func cites(
    of source: EntityID,
    in citing: CitingText,
    _ sentences: [ContextSentence]
  ) -> [ReferringPlace] {
    citing.document.citations.enumerated().flatMap { index, citation in
      let works = citing.works(of: citation)
      return zip(citation.cites, works.indices).compactMap { cite, place in
        works[place].map { work in
          ReferringPlace(
            source: source,
            target: work,
            anchor: "\(citing.text.idPrefix)appel-\(place + 1)",
            locator: cite.locator?.written,
            sentence: sentences[index]
          )
        }
      }
    }
  }

  /// The reference list; where a style has none, the works in the order of citing, by their titles.
  func list(from bibliography: [BibliographyEntry]) -> [CitedDocument.Entry] {
    var entries = bibliography.compactMap { entry in
      works[entry.id].map { CitedDocument.Entry(work: $0, content: entry.content) }
    }
    guard entries.count < keys.count else { return entries }
    let written = Set(bibliography.map(\.id))
    for slug in keys where !written.contains(slug) {
      guard let work = works[slug] else { continue }
      let title = graph.entity(work)?.title ?? slug
      entries.append(.init(work: work, content: [.text(title)]))
    }
    return entries
  }
}
