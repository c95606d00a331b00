import Testing

@testable import SeedParsers

struct WordSetTests {
  static let listed = ["bois", "pré", "étang", String(repeating: "a", count: 80), ""]

  @Test(arguments: ["bois", "pré", "étang", String(repeating: "a", count: 80)])
  func holdsItsWords(word: String) { #expect(WordSet(Self.listed).contains(word)) }

  @Test(arguments: ["boue", "pre", "Bois", "boi", "étangs", String(repeating: "a", count: 81), ""])
  func holdsNoOther(word: String) { #expect(!WordSet(Self.listed).contains(word)) }

  @Test func tablesAreDividedBySpacesAndLineEnds() {
    let table = WordSet(ofTable: "  un deux\n  été\n")
    #expect(["un", "deux", "été", "un deux"].map(table.number) == [0, 1, 2, nil])
  }
}
