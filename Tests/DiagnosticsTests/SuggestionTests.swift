import Diagnostics
import Support
import Testing

struct SuggestionTests {
  @Test(arguments: [
    ("poetique", "politique"), ("titel", "title"), ("auhtors", "authors"), ("zzz", nil as String?),
  ])
  func nearWordsAreSuggested(word: String, expected: String?) {
    #expect(closestMatch(to: word, among: ["authors", "politique", "title"]) == expected)
  }

  /// The whole table, as the definition has it.
  private func distance(_ left: [UInt8], _ right: [UInt8]) -> Int {
    var table = [[Int]](repeating: Array(0...right.count), count: left.count + 1)
    for row in 1..<left.count + 1 {
      table[row][0] = row
      for column in 1..<right.count + 1 {
        let change = left[row - 1] == right[column - 1] ? 0 : 1
        table[row][column] = min(
          table[row - 1][column] + 1,
          table[row][column - 1] + 1,
          table[row - 1][column - 1] + change
        )
        if row > 1, column > 1, left[row - 1] == right[column - 2],
          left[row - 2] == right[column - 1]
        {
          table[row][column] = min(table[row][column], table[row - 2][column - 2] + 1)
        }
      }
    }
    return table[left.count][right.count]
  }

  @Test(arguments: 0..<200 as Range<UInt64>)
  func whatIsLeftOutOfTheTableNeverMatters(seed: UInt64) {
    var numbers = SeededGenerator(seed: seed)
    func word() -> String {
      String(
        (0..<Int.random(in: 1...12, using: &numbers)).map { _ in
          "abc".randomElement(using: &numbers) ?? "a"
        }
      )
    }
    let (wanted, candidates) = (word(), (0..<8).map { _ in word() })
    let limit = max(1, wanted.utf8.count / 3)
    let ranked = candidates.map { (distance(Array(wanted.utf8), Array($0.utf8)), $0) }
    let expected = ranked.filter { $0.0 <= limit }.min { $0 < $1 }?.1
    #expect(closestMatch(to: wanted, among: candidates) == expected, "seed \(seed)")
  }

  @Test func tiesGoToTheFirstInOrder() {
    #expect(closestMatch(to: "cat", among: ["hat", "bat"]) == "bat")
  }
}
