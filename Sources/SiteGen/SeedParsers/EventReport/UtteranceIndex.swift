import Diagnostics
import Markup

/// The quotations of a paragraph that are something said, and no titles.
struct UtteranceIndex {
  /// Words that quotations open before, in order.
  private var openings: [Int] = []
  /// Beside each, the first word of the name that stands behind it as its speaker's.
  private var speakers: [String?] = []

  init(_ words: [SeedWord]) {
    var isOpen = false
    for (index, word) in words.enumerated()
    where !word.leading.isEmpty || !word.trailing.isEmpty {
      let opens = word.leading.contains("«") || word.leading.contains("“")
      // The same sign opens and closes where a text is typed.
      let isStraight = word.leading.contains("\"")
      let opensStraight = isStraight && !isOpen
      if isStraight { isOpen.toggle() }
      if word.trailing.contains("\"") { isOpen = false }
      guard opens || opensStraight, Self.isUtterance(words, at: index) else { continue }
      openings.append(index)
      speakers.append(Self.speaker(words, of: index).map { words[$0].text })
    }
  }

  /// Whether something is said after a word, by the person of that name or by nobody named.
  func follows(_ index: Int, sayingBy name: ArraySlice<SeedWord>) -> Bool {
    let place = openings.partitioningIndex { $0 > index }
    guard place < openings.count else { return false }
    guard let speaker = speakers[place] else { return true }
    return name.contains { $0.text == speaker }
  }

  /// A quotation that begins a sentence, follows a colon or « que », or is long.
  private static func isUtterance(_ words: [SeedWord], at index: Int) -> Bool {
    guard index > 0 else { return true }
    let before = words[index - 1]
    let mark = marks(after: before)
    if ".!?…:»”,".unicodeScalars.contains(where: mark.unicodeScalars.contains) { return true }
    if ["que", "qu'", "qu’", "dit", "lui", "elle"].contains(before.lowercased) { return true }
    let end = min(words.count, index + 6)
    return !words[index..<end].contains { closes($0) }
  }

  /// The first capital among the next words, before a sign.
  private static func nameAfter(_ index: Int, in words: [SeedWord]) -> Int? {
    for next in index + 1..<max(index + 1, min(words.count, index + 6)) {
      if words[next].startsUpper, !FrenchWords.honorifics.contains(words[next].lowercased) {
        return next
      }
      if !words[next].trailing.isEmpty { return nil }
    }
    return nil
  }

  /// The signs at the end of a word; of a sign that stands alone, the sign.
  private static func marks(after word: SeedWord) -> String {
    word.text.isEmpty ? word.leading : word.trailing
  }

  private static func closes(_ word: SeedWord) -> Bool {
    let marks = marks(after: word)
    return !marks.isEmpty && (marks.contains("»") || marks.contains("”"))
  }

  /// « …, explique [le Dr] NAME »: the first word of the name that a quotation is given to.
  private static func speaker(_ words: [SeedWord], of opening: Int) -> Int? {
    var isClosed = false
    for index in opening..<min(words.count, opening + 150) {
      let isPlain = words[index].leading.isEmpty && words[index].trailing.isEmpty
      if index > opening, !isPlain, words[index].leading.contains("«") { return nil }
      let isVerb =
        index > opening && FrenchWords.speechVerbs.contains(words[index].lowercased)
        && words[index].trailing.isEmpty && marks(after: words[index - 1]).contains(",")
      if isVerb {
        var name = index + 1
        while name < words.count, name - index < 4,
          FrenchWords.honorifics.contains(words[name].lowercased)
            || ["le", "la"].contains(words[name].text)
        { name += 1 }
        if name < words.count, words[name].startsUpper { return name }
      }
      if isPlain { continue }
      // « », a plaisanté NAME »: whoever stands so near behind it said it.
      if closes(words[index]), marks(after: words[index]).hasSuffix(",") {
        return nameAfter(index, in: words)
      }
      // A stop after the closing sign ends what belongs to the quotation.
      let marks = marks(after: words[index])
      if isClosed, marks.contains(".") { return nil }
      guard closes(words[index]) else { continue }
      if marks.hasSuffix(".") { return nil }
      isClosed = true
    }
    return nil
  }
}
