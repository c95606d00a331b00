/// The collection as a site of sitegen, without `Templates/`.
struct SitegenSite: SiteWriter {
  let corpus: Corpus

  /// The site of a collection.
  init(_ corpus: Corpus) { self.corpus = corpus }

  /// Configuration and bibliography.
  var sharedFiles: [TextFile] {
    let works = (0..<corpus.references).map { corpus.reference($0).cslJSON }
    let configuration = """
      title: Cahiers d’épreuve
      description: Une collection inventée, qui sert à mesurer.
      base-url: https://cahiers.example.org
      language: fr
      publisher:
        name: Atelier des épreuves

      """
    return [
      TextFile(path: "Content/site.yaml", text: configuration),
      TextFile(
        path: "Content/bibliography/references.json",
        text: "[\n\(works.joined(separator: ",\n"))\n]\n"
      ),
    ]
  }

  func file(of issue: Issue) -> TextFile {
    file(
      "issues/\(issue.number).md",
      [
        ("title", issue.title), ("date", issue.date),
        ("authors", list(issue.authors.map(slug(ofPerson:)))),
        ("axes", list(issue.axes.map { "axe-\($0 + 1)" })), ("keywords", list(issue.keywords)),
        ("abstract", issue.abstract),
      ],
      issue.body
    )
  }

  func file(of person: Person) -> TextFile {
    let organisation = corpus.organisation(person.organisation).slug
    let functions = person.functions.map { "\n  - text: \($0.text)\n    as-of: \($0.year)" }
    let employments = person.functions.map {
      "\n  - organisation: \(organisation)\n    function: \($0.text)\n    as-of: \($0.year)"
    }
    return file(
      "people/\(person.slug).md",
      [
        ("name", person.name.full), ("given", person.name.given), ("family", person.name.family),
        ("functions", functions.joined()), ("organisations", employments.joined()),
      ],
      person.body
    )
  }

  func file(of session: Session) -> TextFile {
    let series = corpus.oneSeries(session.series).slug
    let speakers = session.speakers.map {
      "\n  - person: \(slug(ofPerson: $0))\n    role: speaker"
    }
    let moderator = "\n  - person: \(slug(ofPerson: session.moderator))\n    role: moderator"
    return file(
      "sessions/\(series)/\(session.number).md",
      [
        ("series", series), ("number", "\(session.number)"), ("title", session.title),
        ("date", session.date), ("speakers", speakers.joined() + moderator),
        ("presentation", session.presentation),
      ],
      session.body
    )
  }

  func file(of axis: Axis) -> TextFile {
    file(
      "axes/axe-\(axis.number).md",
      [
        ("title", axis.title), ("number", "\(axis.number)"), ("lead", slug(ofPerson: axis.lead)),
        ("members", list(axis.members.map(slug(ofPerson:)))),
      ],
      axis.body
    )
  }

  func file(ofSeries series: NamedRecord) -> TextFile {
    file("series/\(series.slug).md", [("title", series.name)], series.body)
  }

  func file(ofOrganisation organisation: NamedRecord) -> TextFile {
    file("organisations/\(organisation.slug).md", [("name", organisation.name)], organisation.body)
  }

  private func file(_ path: String, _ fields: [(String, String)], _ body: [Block]) -> TextFile {
    let head = fields.map { "\($0): \($1)\n" }.joined()
    return TextFile(path: "Content/\(path)", text: "---\n\(head)---\n\n\(markdown(of: body))")
  }

  private func list(_ texts: [String]) -> String { "[\(texts.joined(separator: ", "))]" }

  private func slug(ofPerson index: Int) -> String { address(corpus.personName(index).full) }

  /// Names stand in prose as they are: finding them is the program's work.
  func markdown(of inline: Inline) -> String {
    switch inline {
    case .words(let words): words
    case .person(let index): corpus.personName(index).full
    case .organisation(let index): "l’\(corpus.organisationName(index))"
    case .citation(let index, let page): "[@\(corpus.reference(index).key), p. \(page)]"
    case .note(let number): "[^\(number)]"
    }
  }
}
