import Testing

@testable import SeedParsers

struct WordBagTests {
  @Test func numbersWordsInTheirOrderHoweverManyThereAre() {
    var bag = WordBag()
    let words = (0..<1_000).map { "mot-\($0)-d’été" }
    #expect(words.map { bag.insert($0).number } == Array(0..<1_000))
    #expect(words.reversed().map { bag.number(of: $0) } == (0..<1_000).reversed())
    #expect(bag.words == words)
  }

  @Test func putsAWordInOnce() {
    var bag = WordBag(["pré", ""])
    #expect(bag.insert("pré") == (0, false))
    #expect(bag.insert("") == (1, false))
    #expect(bag.insert("étang") == (2, true))
    #expect(bag.words == ["pré", "", "étang"])
  }

  @Test(arguments: ["pre", "Pré", "pré ", "pr"])
  func holdsNoOther(word: String) { #expect(!WordBag(["pré"]).contains(word)) }
}
