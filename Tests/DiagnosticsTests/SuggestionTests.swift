import Diagnostics
import Testing

struct SuggestionTests {
  @Test(arguments: [
    ("poetique", "politique"), ("titel", "title"), ("auhtors", "authors"), ("zzz", nil as String?),
  ])
  func nearWordsAreSuggested(word: String, expected: String?) {
    #expect(closestMatch(to: word, among: ["authors", "politique", "title"]) == expected)
  }

  @Test func tiesGoToTheFirstInOrder() {
    #expect(closestMatch(to: "cat", among: ["hat", "bat"]) == "bat")
  }
}
