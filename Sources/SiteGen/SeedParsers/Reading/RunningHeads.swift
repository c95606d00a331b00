import Diagnostics
import Markup

/// A line as it would have to be read if it stood at the head or foot of a page.
private struct RunningHead {
  /// How the page number is set off from the words.
  enum Join {
    /// By white space, or by « page ».
    case gap
    /// By a bar or a dot.
    case bar
    /// By one space, as any number at the end of a line.
    case space
    /// There is none.
    case none
  }

  /// The words, folded.
  let key: String
  let number: Int
  let join: Join
}

/// Lines that come back, with another number, at the edges of pages.
///
/// A page number that is set far off from the same words, or that stands behind a bar, is certain
/// where it grows each time. All else (the same words with or without a number) must come back at
/// least three times, and each time at the edge of a page; where the number changes (« Séance 1 »,
/// « Séance 2 » may each begin a page) it must cut a sentence once.
func runningHeads(_ pages: PageEdges, marks: Set<Int>) -> Set<Int> {
  var groups: [String: [(position: Int, head: RunningHead)]] = [:]
  var repeated: [String: [(position: Int, head: RunningHead)]] = [:]
  // Only lines with a digit may have a number; of the others most stand in the text once.
  var lines: [(position: Int, head: RunningHead?, mark: LettersMark)] = []
  for position in pages.filled.indices where !marks.contains(pages.filled[position]) {
    let text = pages.line(position).text
    guard mayBeHead(text) else { continue }
    let hasDigit = text.scalars.contains { $0.isDigit }
    let head = hasDigit ? readRunningHead(text) : nil
    lines.append((position, head, head.map { LettersMark(of: $0.key) } ?? LettersMark(of: text)))
    if let head, head.join != .none { groups[head.key, default: []].append((position, head)) }
  }
  let often = LettersMark.standingThrice(lines.map(\.mark))
  for line in lines where line.mark.isAmong(often) {
    let head = line.head ?? readRunningHead(pages.line(line.position).text)
    repeated[withoutNumbers(head.key), default: []].append((line.position, head))
  }
  var heads: Set<Int> = []
  for group in groups.values where countsPages(group, pages) {
    heads.formUnion(group.map { pages.filled[$0.position] })
  }
  for group in repeated.values where group.count >= 3 {
    let atEdges = group.allSatisfy { member in
      pages.isEdge(member.position)
        || [member.position - 1, member.position + 1].contains { near in
          pages.filled.indices.contains(near) && marks.contains(pages.filled[near])
        }
    }
    let isSame = Set(group.map { "\($0.head.key) \($0.head.number)" }).count == 1
    if atEdges, isSame || group.contains(where: { pages.cutsSentence($0.position) }) {
      heads.formUnion(group.map { pages.filled[$0.position] })
    }
  }
  return heads
}

private func mayBeHead(_ text: TracedText) -> Bool {
  guard (4...200).contains(text.count), !endsSentence(text), !isAddress(text),
    text.scalars.first.map({ $0.isLetter || $0.isDigit || $0.scalar == "*" }) ?? false
  else { return false }
  return text.scalars.lazy.filter(\.isLetter).prefix(4).count == 4
}

/// Whether lines with the same words are heads of successive pages.
private func countsPages(
  _ group: [(position: Int, head: RunningHead)],
  _ pages: PageEdges
) -> Bool {
  func isEvident(_ member: (position: Int, head: RunningHead)) -> Bool {
    pages.isFarRight(member.position) || pages.cutsSentence(member.position)
  }
  guard let first = group.first else { return false }
  guard group.count > 1 else {
    // A text of two pages has one head.
    return first.head.join == .gap && pages.cutsSentence(first.position)
      && pages.line(first.position).text.count * 2 > pages.width
  }
  for (one, next) in zip(group, group.dropFirst()) {
    guard next.head.number > one.head.number, next.position - one.position > 1 else { return false }
  }
  if group.allSatisfy({ $0.head.join == .gap }) { return true }
  if group.contains(where: { $0.head.join == .space }) {
    return group.allSatisfy { pages.cutsSentence($0.position) }
  }
  return group.contains(where: isEvident)
}

/// Divides a line into its words and a page number at its end or start.
private func readRunningHead(_ text: TracedText) -> RunningHead {
  let ranges = text.wordRanges
  func head(_ number: Int, _ join: RunningHead.Join, words: ArraySlice<Range<Int>>) -> RunningHead {
    guard let first = words.first, let last = words.last else {
      return RunningHead(key: "", number: number, join: join)
    }
    let line = text.string(in: first.lowerBound..<last.upperBound)
    return RunningHead(key: slugify(line), number: number, join: join)
  }
  func number(_ range: Range<Int>?) -> Int? {
    guard let range, range.count <= 9, text.scalars[range].contains(where: \.isDigit) else {
      return nil
    }
    return pageMark(text[range])?.number
  }
  if let last = ranges.last, let page = number(last) {
    let words = ranges.dropLast()
    let before = words.last.map { text.lowercased(in: $0) } ?? ""
    if isBar(before) { return head(page, .bar, words: words.dropLast()) }
    if ["page", "p.", "p"].contains(before) {
      return head(page, .gap, words: words.dropLast())
    }
    let gap = last.lowerBound - (words.last?.upperBound ?? 0)
    return head(page, gap >= 3 ? .gap : .space, words: words)
  }
  if ranges.count > 3, ["sur", "/"].contains(text.string(in: ranges[ranges.count - 2])),
    let page = number(ranges[ranges.count - 3]), number(ranges[ranges.count - 1]) != nil
  {
    return head(page, .gap, words: ranges.dropLast(3))
  }
  if let first = ranges.first, let page = number(first), ranges.count > 1 {
    if isBar(text.string(in: ranges[1])) { return head(page, .bar, words: ranges.dropFirst(2)) }
    if ranges[1].lowerBound - first.upperBound >= 3 {
      return head(page, .gap, words: ranges.dropFirst())
    }
  }
  return head(0, .none, words: ranges[...])
}

/// A number that lines share whose first letters are the same, folded, whatever stands between them.
private struct LettersMark {
  private var number: UInt64 = 0
  private var count = 0

  init(of folded: String) {
    for byte in folded.utf8 where !isFull { note(byte) }
  }

  init(of text: TracedText) {
    for traced in text.scalars where traced.isLetter {
      if isFull { return }
      if traced.value < 0x80 {
        note(UInt8(truncatingIfNeeded: traced.value) | 0x20)
      } else {
        for byte in slugify(String(Character(traced.scalar))).utf8 where !isFull { note(byte) }
      }
    }
  }

  /// Whether enough letters are noted to tell lines apart.
  private var isFull: Bool { count == 20 }

  private mutating func note(_ byte: UInt8) {
    guard (0x61...0x7A).contains(byte) else { return }
    number = (number ^ UInt64(byte)) &* 0x9E37_79B9_7F4A_7C15
    number ^= number >> 32
    count += 1
  }

  /// The numbers that are there three times, ascending.
  static func standingThrice(_ marks: [LettersMark]) -> [UInt64] {
    let numbers = marks.map(\.number).sorted()
    return zip(numbers, numbers.dropFirst(2)).filter { $0 == $1 }.map(\.0)
  }

  /// Whether the number is one of some that ascend.
  func isAmong(_ numbers: [UInt64]) -> Bool {
    let place = numbers.partitioningIndex { $0 >= number }
    return place < numbers.count && numbers[place] == number
  }
}

private func isBar(_ word: String) -> Bool { ["|", "•", "·", "∙", "■", "/"].contains(word) }

/// A key without its numbers.
private func withoutNumbers(_ key: String) -> String {
  guard key.utf8.contains(where: { (0x30...0x39).contains($0) }) else { return key }
  let hyphen = UInt8(ascii: "-")
  let words = key.utf8.split(separator: hyphen).filter { word in
    !word.allSatisfy { (0x30...0x39).contains($0) }
  }
  return String(decoding: Array(words.joined(separator: [hyphen])), as: UTF8.self)
}

/// Marks that a conversion leaves where a picture stood, with the words on their line: a letterhead.
func pictureMarks(_ pages: PageEdges) -> Set<Int> {
  var found: Set<Int> = []
  for position in pages.filled.indices {
    let text = pages.line(position).text
    guard text.scalars.first?.scalar == "[", text.count <= 120,
      let close = text.firstIndex(where: { $0 == "]" }),
      pictureWords.contains(slugify(text[1..<close].firstWord?.text ?? ""))
    else { continue }
    // Alone it is the picture; with words it is a letterhead, before the text begins.
    let isAlone = close + 1 == text.count
    if isAlone || (position < 3 && !endsSentence(text)) { found.insert(pages.filled[position]) }
  }
  return found
}

private let pictureWords: WordSet = [
  "logo", "logos", "image", "illustration", "photo", "photographie", "picture", "vignette",
  "bandeau", "filigrane",
]
