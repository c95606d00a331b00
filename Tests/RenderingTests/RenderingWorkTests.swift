import Diagnostics
import FrontMatter
import SiteModel
import Synchronization
import Templating
import Testing

@testable import Rendering

/// How often pages ask entities for what they may have to put together.
private final class AskedCounter: Sendable {
  let identities = Atomic<Int>(0)
  let details = Atomic<Int>(0)
  let lists = Atomic<Int>(0)
  let expensive = Atomic<Int>(0)
}

/// A person who counts what is asked of him, joined to the next three.
private final class CountingEntity: Entity {
  static let contentType = ContentType(
    kind: .person,
    folder: "people",
    routeFolder: Slug("personnes"),
    template: "person",
    indexTemplate: "people",
    figures: [.network],
    shape: [:]
  )

  private let ownID: EntityID
  let counter: AskedCounter

  init(_ id: EntityID, _ counter: AskedCounter) {
    ownID = id
    self.counter = counter
  }

  var id: EntityID {
    counter.identities.wrappingAdd(1, ordering: .relaxed)
    return ownID
  }

  convenience init(_ document: Document, reading reader: inout FieldReader) {
    self.init(document.id, AskedCounter())
  }

  var title: String { id.slug.text }
  var sources: [SourceSpan] { [SourceSpan(path: "people/\(id.slug.text).md", range: 0..<0)] }
  var sortKey: String { id.slug.text }

  var detail: String? {
    counter.details.wrappingAdd(1, ordering: .relaxed)
    return "detail"
  }

  func fields(in view: EntityView) -> TemplateRecord {
    TemplateRecord([
      view.field("unasked") {
        counter.expensive.wrappingAdd(1, ordering: .relaxed)
        return .absent
      }
    ])
  }

  func listedFields(in view: EntityView) -> TemplateRecord {
    counter.lists.wrappingAdd(1, ordering: .relaxed)
    return [:]
  }
}

/// What it costs to fill pages, counted; a page more must not make the others dearer.
struct RenderingWorkTests {
  private func site(_ count: Int, _ counter: AskedCounter) throws -> Site {
    let ids = try (0..<count).map { EntityID(.person, try #require(Slug("p-\($0)"))) }
    let relations = ids.indices.flatMap { index in
      (1...3).map { Relation(.member, from: ids[index], to: ids[(index + $0) % count]) }
    }
    return Site(
      configuration: SiteConfiguration(
        title: "",
        description: "",
        baseURL: "",
        language: "fr",
        publisher: .init(name: "", acronym: nil),
        issn: nil,
        severities: [:]
      ),
      addressing: Addressing(baseURL: "https://example.org", style: .folder),
      contentTypes: [CountingEntity.contentType],
      graph: EntityGraph(
        entities: ids.map { CountingEntity($0, counter) },
        relations: relations
      ),
      texts: [:]
    )
  }

  @Test(arguments: [200, 2000])
  func everyEntityIsAskedAFewTimesHoweverManyThereAre(count: Int) throws {
    let counter = AskedCounter()
    let site = try site(count, counter)
    let texts = [
      "person": "{{title}}{{#neighbourhood}}{{#nodes}}{{title}}{{/nodes}}{{/neighbourhood}}",
      "people": "{{#groups}}{{#items}}{{title}} {{detail}}{{/items}}{{/groups}}",
      "home": "{{site.title}}", "timeline": "", "network": "", "moved": "", "not-found": "",
    ]
    let files = texts.map { SourceFile(path: "Templates/\($0.key).mustache", text: $0.value) }
    let templates = TemplateSet.compile(files, root: "Templates").value
    let parts = PageParts(of: site, for: templates)
    for request in planPages(site) { _ = renderPage(request, of: site, with: templates, parts) }
    // Once for the cards, which its page asks too; once in the one list that shows it.
    #expect(counter.details.load(ordering: .relaxed) == count)
    #expect(counter.lists.load(ordering: .relaxed) == count)
    #expect(counter.expensive.load(ordering: .relaxed) == 0)
  }

  /// Cards are found by the entities, of which many threads would count the references of words.
  @Test func listsAskNoEntityForItsIdentity() throws {
    let counter = AskedCounter()
    let site = try site(50, counter)
    let files = [
      SourceFile(
        path: "Templates/people.mustache",
        text: "{{#groups}}{{#items}}{{/items}}{{/groups}}"
      )
    ]
    let templates = TemplateSet.compile(files, root: "Templates").value
    let parts = PageParts(of: site, for: templates)
    let before = counter.identities.load(ordering: .relaxed)
    let page = fillPage(.index(.person), of: site, parts)
    #expect(page.context["count"] == 50)
    #expect(counter.identities.load(ordering: .relaxed) == before)
  }
}
