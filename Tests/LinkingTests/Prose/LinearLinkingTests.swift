import ContentTypes
import Diagnostics
import FrontMatter
import Loading
import SiteModel
import Templating
import Testing

@testable import Linking

/// A person of whom nothing is known but the name, so that very many are made at once.
private final class NamedPerson: Entity {
  static let contentType = Person.contentType

  let id: EntityID
  let namings: [EntityNaming]
  var title: String { id.slug.text }
  var sources: [SourceSpan] { [] }
  var sortKey: String { id.slug.text }

  init(id: EntityID, namings: [EntityNaming]) {
    self.id = id
    self.namings = namings
  }

  convenience init(_ document: Document, reading reader: inout FieldReader) {
    self.init(id: document.id, namings: [])
  }

  func fields(in view: EntityView) -> TemplateRecord { [:] }
}

/// Work is counted, not timed.
struct LinearLinkingTests {
  private func item(
    _ kind: any Entity.Type,
    _ slug: String,
    _ yaml: String,
    body: String? = nil
  ) throws -> LoadedContent.Item {
    let file = SourceFile(path: "\(slug).yaml", text: yaml)
    let text = body.map { ComposedText(of: SourceFile(path: "\(slug).md", text: $0)) }
    let document = Document(
      EntityID(kind.contentType.kind, try #require(Slug(slug))),
      fields: readYAML(file).value,
      body: text,
      sources: [file.span]
    )
    return loadItem(document, as: kind, in: { _ in nil }).value
  }

  private func work(people: Int, sentences: Int) throws -> Int {
    let nowhere = SourceSpan(path: "", range: 0..<0)
    let persons = try (0..<people).map { number in
      let (given, family) = ("Prénom\(number % 300)", "Nom\(number % 7000)")
      let person = NamedPerson(
        id: EntityID(.person, try #require(Slug("p\(number)"))),
        namings: [
          EntityNaming(.name, Spanned("\(given) \(family)", at: nowhere)),
          EntityNaming(.familyName, Spanned(family, at: nowhere)),
        ]
      )
      return LoadedContent.Item(
        person,
        texts: [],
        notes: SourceNotes(paths: [], editorial: [])
      )
    }
    let body = (0..<sentences).map { number in
      "Prénom\(number % 300) Nom\(number % 500) dit à Nom\(number % 50).\n"
    }.joined()
    let page = try item(FreePage.self, "texte", "title: x\n", body: body)
    let content = LoadedContent(
      configuration: SiteConfiguration(
        title: "",
        description: "",
        baseURL: "",
        language: "fr",
        publisher: SiteConfiguration.Publisher(name: "", acronym: nil),
        issn: nil,
        severities: [:]
      ),
      citationStyle: .none,
      contentTypes: contentTypes.map { $0.contentType },
      items: persons + [page]
    )
    let names = ProseNames(content)
    return linkProse(of: page, with: names, in: nil).value.work
  }

  @Test func theWorkIsLinearInTheTextAndFreeOfTheNumberOfNames() throws {
    let small = try work(people: 1000, sentences: 1000)
    #expect(try work(people: 1000, sentences: 2000) <= 2 * small + small / 10)
    #expect(try work(people: 100_000, sentences: 1000) <= 2 * small)
  }
}
