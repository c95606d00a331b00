import Diagnostics
import FrontMatter
import SiteModel
import Support
import Synchronization
import Templating
import Testing

@testable import Linking

/// How often linking asks entities for what they may have to put together.
private final class AskedCounter: Sendable {
  let sortKeys = Atomic<Int>(0)
  let aliases = Atomic<Int>(0)
  let relations = Atomic<Int>(0)
}

/// A person who counts what is asked of him.
private final class CountingEntity: Entity {
  static let contentType = ContentType(
    kind: .person,
    folder: "people",
    routeFolder: Slug("personnes"),
    template: "person",
    indexTemplate: nil,
    shape: [:]
  )

  let id: EntityID
  let targets: [String]
  let counter: AskedCounter

  init(_ id: EntityID, targets: [String], _ counter: AskedCounter) {
    self.id = id
    self.targets = targets
    self.counter = counter
  }

  convenience init(_ document: Document, reading reader: inout FieldReader) {
    self.init(document.id, targets: [], AskedCounter())
  }

  var title: String { id.slug.text }
  var sources: [SourceSpan] { [SourceSpan(path: "people/\(id.slug.text).md", range: 0..<0)] }

  var sortKey: String {
    counter.sortKeys.wrappingAdd(1, ordering: .relaxed)
    return id.slug.text
  }

  var aliases: [String] {
    counter.aliases.wrappingAdd(1, ordering: .relaxed)
    return []
  }

  var relations: [RelationReference] {
    counter.relations.wrappingAdd(1, ordering: .relaxed)
    return targets.map { target in
      RelationReference(.member, .person, Spanned(target, at: SourceSpan(path: "a", range: 0..<0)))
    }
  }

  func fields(in view: EntityView) -> TemplateRecord { [:] }
}

struct LinkingWorkTests {
  private let count = 100_000

  private func content(_ counter: AskedCounter, wrongEvery step: Int, recorded: [RecordedAddress])
    throws -> LoadedContent
  {
    var numbers = SeededGenerator(seed: 5)
    let items = try (0..<count).map { index in
      let target =
        index % step == 0 ? "nobody-\(index)" : "p-\(Int.random(in: 0..<count, using: &numbers))"
      let id = EntityID(.person, try #require(Slug("p-\(index)")))
      return LoadedContent.Item(
        CountingEntity(id, targets: [target], counter),
        texts: [],
        notes: SourceNotes(paths: [], editorial: [])
      )
    }
    let configuration = SiteConfiguration(
      title: "",
      description: "",
      baseURL: "",
      language: "fr",
      publisher: .init(name: "", acronym: nil),
      issn: nil,
      severities: [:]
    )
    return LoadedContent(
      configuration: configuration,
      citationStyle: .none,
      contentTypes: [CountingEntity.contentType],
      items: items,
      recordedAddresses: recorded
    )
  }

  private func join(_ content: LoadedContent) -> JoinedEntities {
    let ends = RelationEnds(content)
    let edges = content.items.map { ends.targets.resolve($0) }
    let addressing = Addressing(baseURL: "", style: .folder)
    return JoinedEntities(content, ends, edges: edges, addressing: addressing)
  }

  @Test func aLargeSiteIsAskedForEveryThingAFewTimes() throws {
    let counter = AskedCounter()
    let content = try content(counter, wrongEvery: 1_000, recorded: [])
    let linked = join(content)
    #expect(linked.site.graph.entities(of: .person).count == count)
    #expect(counter.sortKeys.load(ordering: .relaxed) == count)
    #expect(counter.aliases.load(ordering: .relaxed) <= 3 * count)
    #expect(counter.relations.load(ordering: .relaxed) <= 2 * count)
    #expect(linked.diagnostics.count == count / 1_000)
    #expect(linked.diagnostics.count { $0.summary.contains("did you mean") } <= 50)
  }

  @Test func addressesThatAreAllGoneAreComparedForTheFirstAlone() throws {
    let recorded = try (0..<count).map { index in
      let slug = try #require(Slug("q-\(index)"))
      return RecordedAddress(
        Route(folder: "personnes", slug: slug),
        of: EntityID(.person, slug),
        at: SourceSpan(path: RecordedAddress.path, range: index..<index + 1)
      )
    }
    let content = try content(AskedCounter(), wrongEvery: count, recorded: recorded)
    let linked = join(content)
    let gone = linked.diagnostics.filter { $0.code == LinkingDiagnostics.addressGone }
    #expect(gone.count == count)
    #expect(gone.count { $0.summary.hasSuffix("its successor?") } <= 50)
  }
}
