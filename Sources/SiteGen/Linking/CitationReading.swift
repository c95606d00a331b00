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

  private let site: Site
  private var texts: [(text: EntityText, document: MarkdownDocument)] = []
  /// In the order of reading; a citation in the running text is two, its names and the rest.
  private(set) var requests: [Request] = []
  /// The slug of each work once, in the order of citing.
  private(set) var keys: [String] = []
  private var works: [String: EntityID] = [:]

  init(site: Site) { self.site = site }

  mutating func add(_ document: MarkdownDocument, of text: EntityText) {
    let number = texts.count
    texts.append((text, document))
    for place in document.notePlan.places {
      let citation = document.citations[place.citation]
      let ids = citation.cites.map { work(of: $0) }
      ids.forEach { if let id = $0 { addWork(id) } }
      let note = site.citationStyle.style.isNoteStyle ? place.note : nil
      for var request in parts(of: citation, ids) {
        request.noteNumber = note
        requests.append(Request(text: number, index: place.citation, citation: request))
      }
    }
  }

  mutating func addWork(_ id: EntityID) {
    guard works[id.slug.text] == nil, site.graph.entity(id)?.work != nil else { return }
    works[id.slug.text] = id
    keys.append(id.slug.text)
  }

  private func work(of cite: MarkdownCite) -> EntityID? {
    site.graph.entity(.reference, named: cite.key.value)?.id
  }

  /// The names that belong to the sentence, if any, and the citation.
  private func parts(of citation: MarkdownCitation, _ ids: [EntityID?]) -> [CSLCitation] {
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

  /// What each citation prints, by the name of its text.
  func citations(from formatted: [[FormattedText]]) -> [String: [[FormattedText]]] {
    var byText = texts.map {
      Array(repeating: [FormattedText](), count: $0.document.citations.count)
    }
    for (request, content) in zip(requests, formatted) {
      let before = byText[request.text][request.index]
      let joint: [FormattedText] = before.isEmpty ? [] : [.text("\u{A0}")]
      byText[request.text][request.index] = before + joint + content
    }
    return Dictionary(zip(texts.map(\.text.name), byText)) { first, _ in first }
  }

  /// Every cite with its sentence, in the order of the page.
  func places(of source: EntityID, printing: [String: [[FormattedText]]]) -> [CitingPlace] {
    texts.flatMap { text, document -> [CitingPlace] in
      let printed = printing[text.name] ?? []
      let sentences = document.contextSentences(limit: 240) { printed[$0].plainText }
      return document.citations.enumerated().flatMap { index, citation in
        citation.cites.enumerated().compactMap { offset, cite in
          work(of: cite).map { work in
            CitingPlace(
              source: source,
              work: work,
              anchor: "\(text.idPrefix)appel-\(citation.ordinal + offset)",
              locator: cite.locator?.written,
              sentence: sentences.citations[index]
            )
          }
        }
      }
    }
  }

  /// The reference list; where a style has none, the works in the order of citing, by their titles.
  func list(
    from bibliography: [BibliographyEntry],
    places: [CitingPlace]
  ) -> [CitedDocument.Entry] {
    let calls = Dictionary(grouping: places, by: \.work).mapValues { $0.map(\.anchor) }
    let written = Dictionary(bibliography.map { ($0.id, $0.content) }) { first, _ in first }
    let order = bibliography.map(\.id) + keys.filter { written[$0] == nil }
    return order.compactMap { slug in
      works[slug].map { work in
        CitedDocument.Entry(
          work: work,
          content: written[slug] ?? [.text(site.graph.entity(work)?.title ?? slug)],
          calls: calls[work] ?? []
        )
      }
    }
  }
}
