import Support
import Testing

@testable import Build

struct ThreeWayMergeTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let name: String
    let base: String
    let ours: String
    let theirs: String
    let merged: String
    var conflicts = 0
    var testDescription: String { name }
  }

  @Test(arguments: [
    Case(name: "nothing changed", base: "abc", ours: "abc", theirs: "abc", merged: "abc"),
    Case(name: "ours changed", base: "abc", ours: "aXc", theirs: "abc", merged: "aXc"),
    Case(name: "theirs changed", base: "abc", ours: "abc", theirs: "aXc", merged: "aXc"),
    Case(name: "neighbours changed", base: "abc", ours: "Xbc", theirs: "aYc", merged: "XYc"),
    Case(name: "both changed alike", base: "abc", ours: "aXc", theirs: "aXc", merged: "aXc"),
    Case(
      name: "both changed one",
      base: "abc",
      ours: "aXc",
      theirs: "aYc",
      merged: "aXc",
      conflicts: 1
    ),
    Case(name: "both added at two ends", base: "b", ours: "ab", theirs: "bc", merged: "abc"),
    Case(
      name: "both added at one place",
      base: "ab",
      ours: "aXb",
      theirs: "aYb",
      merged: "aXb",
      conflicts: 1
    ),
    Case(name: "added before what changed", base: "ab", ours: "aXb", theirs: "aY", merged: "aXY"),
    Case(
      name: "removed what changed",
      base: "abc",
      ours: "ac",
      theirs: "aYc",
      merged: "ac",
      conflicts: 1
    ),
    Case(name: "removed on both sides", base: "abcd", ours: "acd", theirs: "abc", merged: "ac"),
    Case(
      name: "a wide change over two",
      base: "abcde",
      ours: "aXe",
      theirs: "aBcDe",
      merged: "aXe",
      conflicts: 1
    ),
    Case(name: "from nothing", base: "", ours: "", theirs: "ab", merged: "ab"),
  ])
  func whatOneSideChangedIsTakenAndOursStays(example: Case) {
    let merged = mergeThreeWays(
      base: Array(example.base),
      ours: Array(example.ours),
      theirs: Array(example.theirs)
    )
    #expect(String(merged.parts.map(\.element)) == example.merged)
    #expect(merged.conflicts.count == example.conflicts)
  }

  /// Laws: an unchanged side gives the other; what ours has and theirs never touched stays.
  @Test func randomListsKeepTheLaws() {
    for seed: UInt64 in 1...2000 {
      var generator = SeededGenerator(seed: seed)
      func random() -> [Int] {
        (0..<Int.random(in: 0...8, using: &generator)).map { _ in
          Int.random(in: 0...4, using: &generator)
        }
      }
      let (base, ours, theirs) = (random(), random(), random())
      let merged = mergeThreeWays(base: base, ours: ours, theirs: theirs)
      #expect(
        mergeThreeWays(base: base, ours: base, theirs: theirs).parts.map(\.element) == theirs,
        "seed \(seed)"
      )
      #expect(
        mergeThreeWays(base: base, ours: ours, theirs: base).parts.map(\.element) == ours,
        "seed \(seed)"
      )
      let mirrored = mergeThreeWays(base: base, ours: theirs, theirs: ours)
      #expect(mirrored.conflicts.isEmpty == merged.conflicts.isEmpty, "seed \(seed)")
      if merged.conflicts.isEmpty {
        #expect(merged.parts.map(\.element) == mirrored.parts.map(\.element), "seed \(seed)")
      }
      for part in merged.parts {
        #expect(part.element == (part.isTheirs ? theirs : ours)[part.index], "seed \(seed)")
      }
    }
  }
}
