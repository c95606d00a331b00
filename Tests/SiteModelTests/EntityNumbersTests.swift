import SiteModel
import Testing

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
    for id in ids { #expect(numbers[id] == ids.firstIndex(of: id)) }
  }

  @Test func identityThatIsNotInTheListHasNone() throws {
    let numbers = EntityNumbers(Self.ids)
    let slug = try #require(Slug("entry-0"))
    #expect(numbers[EntityID(.page, slug)] == nil)
    #expect(numbers[EntityID(.person, try #require(Slug("stranger")))] == nil)
    #expect(EntityNumbers.none[EntityID(.person, slug)] == nil)
  }
}
