/// The collection as content and data of a Hugo site; its layouts stand in `Benchmarks/site/hugo`.
///
/// What sitegen works out by itself and Hugo cannot is given to Hugo ready-made: names in prose are
/// links already, and each page says in its front matter whom it names and what it cites, with the
/// sentence around it.
struct HugoSite: SiteWriter {
  let corpus: Corpus

  init(_ corpus: Corpus) { self.corpus = corpus }

  /// The works by key; layouts make their pages.
  var sharedFiles: [TextFile] {
    let works = (0..<corpus.references).map { corpus.reference($0) }.map { work in
      let person = work.person.map { #","person":"\#(path(ofPerson: $0))""# } ?? ""
      return "\"\(work.key)\":\(work.cslJSON.dropLast())\(person)}"
    }
    return [
      TextFile(path: "data/references.json", text: "{\n\(works.joined(separator: ",\n"))\n}\n")
    ]
  }

  func file(of issue: Issue) -> TextFile {
    file(
      "numeros/\(issue.number).md",
      [
        ("title", quoted(issue.title)), ("date", issue.date), ("number", "\(issue.number)"),
        ("outputs", HugoSite.allFormats),
        ("authors", list(issue.authors.map(path(ofPerson:)))),
        ("axes", list(issue.axes.map { "/axes/axe-\($0 + 1)" })),
        ("keywords", list(issue.keywords)), ("abstract", quoted(issue.abstract)),
      ],
      issue.body
    )
  }

  func file(of person: Person) -> TextFile {
    let functions = person.functions.sorted { $0.year > $1.year }.map {
      list([$0.text, "\($0.year)"])
    }
    return file(
      "personnes/\(person.slug).md",
      [
        ("title", quoted(person.name.full)), ("family", quoted(person.name.family)),
        ("functions", "[\(functions.joined(separator: ", "))]"),
        ("organisation", quoted(path(ofOrganisation: person.organisation))),
      ] + (person.hasWorks ? [("outputs", HugoSite.allFormats)] : []),
      person.body
    )
  }

  func file(of session: Session) -> TextFile {
    file(
      "seminaires/cycle-\(session.series + 1)/\(session.number).md",
      [
        ("title", quoted(session.title)), ("date", session.date), ("weight", "\(session.number)"),
        ("type", quoted("session")),
        ("speakers", list(session.speakers.map(path(ofPerson:)))),
        ("moderators", list([path(ofPerson: session.moderator)])),
        ("presentation", quoted(session.presentation)),
      ],
      session.body
    )
  }

  func file(of axis: Axis) -> TextFile {
    file(
      "axes/axe-\(axis.number).md",
      [
        ("title", quoted(axis.title)), ("weight", "\(axis.number)"),
        ("lead", quoted(path(ofPerson: axis.lead))),
        ("members", list(axis.members.map(path(ofPerson:)))),
      ],
      axis.body
    )
  }

  func file(ofSeries series: NamedRecord) -> TextFile {
    file(
      "seminaires/\(series.slug)/_index.md",
      [("title", quoted(series.name)), ("type", quoted("series"))],
      series.body
    )
  }

  func file(ofOrganisation organisation: NamedRecord) -> TextFile {
    file(
      "organisations/\(organisation.slug).md",
      [("title", quoted(organisation.name))],
      organisation.body
    )
  }

  func markdown(of inline: Inline) -> String {
    switch inline {
    case .words(let words): words
    case .person(let index): "[\(corpus.personName(index).full)](\(path(ofPerson: index))/)"
    case .organisation(let index):
      "l’[\(corpus.organisationName(index))](\(path(ofOrganisation: index))/)"
    case .citation(let index, let page): "{{< cite \(corpus.reference(index).key) \(page) >}}"
    case .note(let number): "[^\(number)]"
    }
  }

  private static let allFormats = #"["html", "bib", "ris", "csljson"]"#

  private func file(_ path: String, _ fields: [(String, String)], _ body: [Block]) -> TextFile {
    let head = (fields + references(in: body)).map { "\($0) = \($1)\n" }.joined()
    return TextFile(path: "content/\(path)", text: "+++\n\(head)+++\n\n\(markdown(of: body))")
  }

  /// What a text cites and names, each with its sentence.
  private func references(in body: [Block]) -> [(String, String)] {
    var cites: [String] = []
    var mentions: [String] = []
    for case .paragraph(let sentences) in body {
      for sentence in sentences {
        for (place, inline) in sentence.enumerated() {
          switch inline {
          case .citation(let index, let page):
            let key = corpus.reference(index).key
            cites.append(list([key, "\(page)", context(of: sentence, marking: place)]))
          case .person(let index):
            mentions.append(
              list([path(ofPerson: index), context(of: sentence, marking: place)])
            )
          case .organisation(let index):
            mentions.append(
              list([path(ofOrganisation: index), context(of: sentence, marking: place)])
            )
          case .words, .note: break
          }
        }
      }
    }
    return [("cites", cites), ("mentions", mentions)].filter { !$0.1.isEmpty }.map { name, lists in
      (name, "[\n\(lists.joined(separator: ",\n"))\n]")
    }
  }

  /// The sentence as HTML, one piece of it marked.
  private func context(of sentence: Sentence, marking place: Int) -> String {
    sentence.enumerated().map { index, inline in
      let text = plainText(of: inline)
      return index == place ? "<mark>\(text)</mark>" : text
    }.joined()
  }

  private func plainText(of inline: Inline) -> String {
    switch inline {
    case .words(let words): words.filter { $0 != "*" }
    case .person(let index): corpus.personName(index).full
    case .organisation(let index): corpus.organisationName(index)
    case .citation(let index, let page):
      "(\(corpus.reference(index).shortAuthors), \(corpus.reference(index).year), p. \(page))"
    case .note: ""
    }
  }

  private func quoted(_ text: String) -> String { "\"\(text)\"" }

  private func list(_ texts: [String]) -> String {
    "[\(texts.map(quoted).joined(separator: ", "))]"
  }

  private func path(ofPerson index: Int) -> String {
    "/personnes/\(address(corpus.personName(index).full))"
  }

  private func path(ofOrganisation index: Int) -> String {
    "/organisations/\(address(corpus.organisationName(index)))"
  }
}

extension Reference {
  /// `A`, `A & B`, or `A et al.`, as HTML.
  fileprivate var shortAuthors: String {
    switch authors.count {
    case 1: authors[0].family
    case 2: "\(authors[0].family) &amp; \(authors[1].family)"
    default: "\(authors[0].family) et al."
    }
  }
}
