import Diagnostics
import SiteModel
import Testing

@testable import Linking

struct FindPartCyclesTests {
  private func edge(_ source: String, _ target: String) throws -> Relation {
    var edges = StatedRelations(from: EntityID(.organisation, try #require(Slug(source))))
    edges.add(
      .partOf,
      to: EntityID(.organisation, try #require(Slug(target))),
      at: RelationPlace(at: SourceSpan(path: "\(source).md", range: 0..<1))
    )
    return try #require(edges.relations.first)
  }

  @Test(arguments: [
    (["a b", "b c", "a c"], []),
    (["a a"], ["organisation:a, is a part of itself"]),
    (
      ["a b", "b c", "c a"],
      ["organisation:a, part of organisation:b, part of organisation:c, is a part of itself"]
    ),
    (["x a", "a b", "b a"], ["organisation:a, part of organisation:b, is a part of itself"]),
  ])
  func eachCycleIsReportedOnce(edges: [String], expected: [String]) throws {
    let relations = try edges.map { line in
      let parts = line.split(separator: " ").map(String.init)
      return try edge(parts[0], parts[1])
    }
    let found = findPartCycles(relations)
    #expect(found.map(\.summary) == expected)
    #expect(found.allSatisfy { $0.code == LinkingDiagnostics.partOfItself && $0.span != nil })
  }

  @Test func aChainAsLongAsALargeSiteIsWalked() throws {
    let count = 100_000
    let chain = try (0..<count).map { try edge("n\($0)", "n\($0 + 1)") }
    #expect(findPartCycles(chain) == [])
    #expect(findPartCycles(chain + [try edge("n\(count)", "n0")]).count == 1)
  }
}
