import Diagnostics
import FrontMatter
import Templating
import Testing

@testable import SiteModel

/// Nothing but an identity and a place in lists.
private final class Bare: Entity {
  static let contentType = ContentType(
    kind: .page,
    folder: "pages",
    routeFolder: nil,
    template: "page",
    indexTemplate: nil,
    shape: [:]
  )

  let id: EntityID
  let sources: [SourceSpan] = []

  let sortKey: String

  init(_ id: EntityID, sortKey: String? = nil) {
    self.id = id
    self.sortKey = sortKey ?? id.slug.text
  }

  convenience init(_ document: Document, reading reader: inout FieldReader) {
    self.init(document.id)
  }

  var title: String { id.slug.text }

  func fields(in view: EntityView) -> TemplateRecord { [:] }
}

struct EntityNumbersTests {
  /// Identities with slugs that several kinds have in common, some of them more than once.
  static let ids: [EntityID] = (0..<3000).compactMap { index in
    let kind = EntityKind.allCases[index % 3]
    return Slug("entry-\(index * 7919 % 1400)").map { EntityID(kind, $0) }
  }

  @Test(arguments: [0, 1, 2, 3, 64, 65, 3000])
  func identityHasThePlaceWhereItStandsFirst(count: Int) {
    let ids = Array(Self.ids.prefix(count))
    let numbers = EntityNumbers(ids)
    #expect(numbers.count == count)
    for id in ids {
      #expect(numbers[id] == ids.firstIndex(of: id))
      #expect(numbers[id.kind, id.slug.text] == numbers[id])
    }
  }

  /// A word need not be a slug to be looked up.
  @Test(arguments: ["entry-0", "stranger", "", "Entry-1", "entry 1", "é"])
  func wordThatNamesNothingHasNone(word: String) {
    #expect(EntityNumbers(Self.ids)[.page, word] == nil)
  }

  @Test func identityThatIsNotInTheListHasNone() throws {
    let numbers = EntityNumbers(Self.ids)
    let slug = try #require(Slug("entry-0"))
    #expect(numbers[EntityID(.page, slug)] == nil)
    #expect(numbers[EntityID(.person, try #require(Slug("stranger")))] == nil)
    #expect(EntityNumbers.none[EntityID(.person, slug)] == nil)
  }

  @Test func entityHasTheNumberOfItsIdentity() throws {
    let entities = Self.ids.map { Bare($0) }
    let numbers = EntityNumbers(of: entities)
    for (entity, id) in zip(entities, Self.ids) {
      let number = try #require(Self.ids.firstIndex(of: id))
      #expect(numbers[entity] == number)
      #expect(numbers[id] == number)
      #expect(numbers.id(at: number) == id)
      #expect(numbers.kind(at: number) == id.kind)
      // As after an edit, which gives the identity another object.
      #expect(numbers[Bare(id)] == number)
    }
    let stranger = EntityID(.person, try #require(Slug("stranger")))
    #expect(numbers[Bare(stranger)] == nil)
  }

  /// An edit may move an entity among others, whose numbers stay.
  @Test func graphAnswersByNumbersAsByEntities() {
    let ids = Array(Self.ids.prefix(40))
    let relations = ids.dropFirst().map { target in
      Relation(.mentions, from: ids[0], to: target)
    }
    let graph = EntityGraph(entities: ids.map { Bare($0) }, relations: relations)
    let moved = graph.updating([Bare(ids[1], sortKey: "")], relations: [:])
    for graph in [graph, moved] {
      let targets = graph.targets(of: .mentions, from: ids[0]).map(\.id)
      let numbers = graph.targetNumbers(of: .mentions, from: ids[0])
      #expect(numbers.map { graph.entity(at: $0).id } == targets)
      #expect(graph.inOrder(numbers.reversed() + numbers) == numbers)
      #expect(graph.sourceNumbers(of: .mentions, to: ids[1]).map(graph.numbers.id) == [ids[0]])
    }
    #expect(moved.members(of: ids[1].kind).first == ids[1])
    #expect(graph.members(of: ids[1].kind).first != ids[1])
  }
}
