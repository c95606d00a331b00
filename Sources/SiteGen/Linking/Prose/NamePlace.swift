import Diagnostics
import Markdown

/// A name that the automaton found in a block.
struct NameMatch: Hashable {
  /// Whose name.
  enum Name: Hashable {
    /// One of the site's.
    case site(Int)
    /// One that the editors of the text add.
    case addition(Int)
  }

  let range: Range<Int>
  let name: Name
}

/// A name where it stands.
struct NamePlace {
  let match: NameMatch
  /// Where the ranges are.
  let prose: DocumentProse
  let block: ProseBlock
  let span: SourceSpan
  /// Where the next name in full begins.
  let next: Int?
  /// The words on one line.
  let printed: String

  init(
    _ match: NameMatch,
    in prose: DocumentProse,
    _ block: ProseBlock,
    span: SourceSpan,
    next: Int?
  ) {
    self.match = match
    self.prose = prose
    self.block = block
    self.span = span
    self.next = next
    let words = prose.text[match.range].map { $0 == 0x0A ? 0x20 : $0 }
    printed = String(decoding: words, as: UTF8.self)
  }
}

extension DocumentProse {
  /// Which of the words that the author wants as they are touch a range; logarithmic.
  func closed(touching range: Range<Int>) -> Range<Int> {
    let first = closed.partitioningIndex { $0.upperBound > range.lowerBound }
    let end = closed.partitioningIndex { $0.lowerBound >= range.upperBound }
    return first..<max(first, end)
  }
}

/// Whether a block speaks of the collection, so that a number may be one of its issues.
struct CollectionTalk {
  private let text: [UInt8]
  private let mentionsCollection: Bool
  private static let words = NameAutomaton([FrenchNames.collection])

  init(_ block: ProseBlock, of prose: DocumentProse) {
    text = prose.text
    mentionsCollection = !CollectionTalk.words.matches(in: text[block.range]).found.isEmpty
  }

  /// Whether « numéro 3 » at a range is of the collection, in a text of a kind.
  func isOfCollection(_ range: Range<Int>, inIssue: Bool) -> Bool {
    let start = WordNeighbours.skipSpaces(text, from: range.upperBound)
    let behind = text[start...]
    if let next = behind.first, (0x30...0x39).contains(next) { return false }
    if behind.beginsWithPreposition {
      return FrenchNames.ofCollection.contains { behind.starts(with: $0.utf8) }
    }
    return mentionsCollection || inIssue
  }
}

extension NamePlace {
  /// Whether a number is of something that the words behind name: « l’axe 2 du plan », unless they
  /// are one of these phrases or a date.
  func isOfOthers(but own: [String]) -> Bool {
    let start = WordNeighbours.skipSpaces(prose.text, from: match.range.upperBound)
    let behind = prose.text[start...]
    guard behind.beginsWithPreposition else { return false }
    let word = behind.prefix { $0 != 0x20 }
    let object = WordNeighbours.skipSpaces(prose.text, from: word.endIndex)
    let isDate = prose.text[object...].first.map { (0x30...0x39).contains($0) } ?? false
    return !isDate && !own.contains { behind.starts(with: $0.utf8) }
  }
}

extension ArraySlice<UInt8> {
  /// Whether « de », « d’ », « du » or « des » stands at the beginning.
  fileprivate var beginsWithPreposition: Bool {
    let word = prefix { (0x61...0x7A).contains($0) }
    return FrenchNames.ofOthers.contains(String(decoding: word, as: UTF8.self))
  }
}
