import Markup

/// A line that has the form of a heading, in a text with or without markup.
struct PrintedHeading: Hashable, Sendable {
  enum Form: Hashable, Sendable {
    /// `## Title`.
    case hashes
    /// `2. Title`, `2.1 Title`, `2) Title`.
    case number
    /// `II. Title`, `II – Title`.
    case roman
    /// `B. Title`, `b) Title`.
    case letter
    /// `THE TITLE`.
    case capitals
    /// `**Title**`: the whole line is emphasised.
    case bold
    /// `Title` alone.
    case plain
  }

  let form: Form
  /// 1 is the highest: of hashes their number, of `2.1.3` the number of its parts, else 1.
  let level: Int
  /// `2.1`, `II`, `B`; nil where nothing counts.
  let label: TracedText?
  /// The words without hashes, label and emphasis.
  let title: TracedText

  /// What a label says as a number: 2 for `2`, `II`, `B`; of `2.1` the last part.
  var number: Int? {
    guard let text = label?.string else { return nil }
    switch form {
    case .number: return text.split(separator: ".").last.flatMap { Int($0) }
    case .roman: return romanNumber(text)
    case .letter:
      return text.lowercased().utf8.first.map { Int($0) - 0x60 }
    case .hashes, .capitals, .bold, .plain: return nil
    }
  }
}

/// Reads the form of a heading; nil for a line that has none of the forms, or reads as a sentence.
///
/// A line alone says little: whether it stands where a heading may is for the caller to see, and
/// whether its numbers go up.
func printedHeading(_ line: TracedText) -> PrintedHeading? {
  let text = line.trimmed
  let hashes = text.scalars.prefix { $0.scalar == "#" }.count
  if hashes > 0 {
    guard hashes <= 6, text.scalar(at: hashes)?.isSpace == true else { return nil }
    let title = text[hashes..<text.count].trimmed { $0 == "#" }
    return PrintedHeading(form: .hashes, level: hashes, label: nil, title: title)
  }
  let (plain, isEmphasised) = withoutWholeEmphasis(text)
  guard mayBeTitle(plain) else { return nil }
  if let counted = countedHeading(plain) { return counted }
  if isInCapitals(plain), plain.scalars.count(where: { $0.isLetter }) >= 4 {
    return PrintedHeading(form: .capitals, level: 1, label: nil, title: plain)
  }
  let form = isEmphasised ? PrintedHeading.Form.bold : .plain
  guard isEmphasised || plain.count <= 90 else { return nil }
  return PrintedHeading(form: form, level: 1, label: nil, title: plain)
}

/// The content of `**…**`, `__…__`, `***…***`, `*…*` that holds a whole line.
func withoutWholeEmphasis(_ text: TracedText) -> (text: TracedText, isEmphasised: Bool) {
  guard let mark = text.scalar(at: 0), mark == "*" || mark == "_" else { return (text, false) }
  let length = text.scalars.prefix { $0.scalar == mark }.count
  let closing = text.scalars.reversed().prefix { $0.scalar == mark }.count
  guard length == closing, length <= 3, text.count > 2 * length else { return (text, false) }
  let content = text[length..<text.count - length].trimmed
  let holdsMore = content.scalars.contains { $0.scalar == mark }
  return holdsMore || content.isEmpty ? (text, false) : (content, true)
}

/// Whether a line begins and ends as a title may: it is no list item, no sentence, no address.
private func mayBeTitle(_ text: TracedText) -> Bool {
  guard (2...200).contains(text.count), let first = text.scalars.first?.scalar,
    let last = text.scalars.last?.scalar, !isAddress(text)
  else { return false }
  guard
    first.isUpper || first.isDigit || first.isQuote || (first.isLower && text.scalar(at: 1) == ")")
  else { return false }
  return !".,;…".unicodeScalars.contains(last) && startsLikeTitle(text)
}

private func startsLikeTitle(_ text: TracedText) -> Bool {
  text.firstIndex { $0.isLetter } != nil
}

/// `2.1 Title`, `IV – Title`, `B) Title`.
private func countedHeading(_ text: TracedText) -> PrintedHeading? {
  guard let word = text.firstWordRange else { return nil }
  var end = word.upperBound
  while end > 0, ".)-–—:°".unicodeScalars.contains(text.scalars[end - 1].scalar) { end -= 1 }
  let label = text[0..<end]
  var start = word.upperBound
  var isMarked = end < word.upperBound
  if let next = text[start..<text.count].firstWordRange {
    let dash = start + next.lowerBound..<start + next.upperBound
    if ["-", "–", "—", ":", ".", ")"].contains(text.string(in: dash)) {
      (start, isMarked) = (dash.upperBound, true)
    }
  }
  let title = withoutWholeEmphasis(text[start..<text.count].trimmed).text
  guard let initial = title.firstIndex(where: { !$0.isQuote && !$0.isSpace && $0 != "*" }),
    let scalar = title.scalar(at: initial), scalar.isUpper || scalar.isDigit,
    title.firstIndex(where: \.isLetter) != nil
  else { return nil }
  let parts = label.string.split(separator: ".", omittingEmptySubsequences: false)
  if parts.allSatisfy({ (1...2).contains($0.utf8.count) && $0.utf8.allSatisfy(isDigit) }) {
    guard isMarked || parts.count > 1 else { return nil }
    return PrintedHeading(form: .number, level: parts.count, label: label, title: title)
  }
  guard isMarked, parts.count == 1 else { return nil }
  if romanNumber(label.string) != nil {
    return PrintedHeading(form: .roman, level: 1, label: label, title: title)
  }
  guard label.count == 1, label.scalars[0].isLetter else { return nil }
  return PrintedHeading(form: .letter, level: 1, label: label, title: title)
}

private func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

/// The value of a Roman number in capitals, up to 39 and written as it must be; nil for others.
func romanNumber(_ text: String) -> Int? {
  guard (1...7).contains(text.utf8.count) else { return nil }
  let tens = ["", "X", "XX", "XXX"]
  let units = ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"]
  for (ten, high) in tens.enumerated() where text.hasPrefix(high) {
    if let unit = units.firstIndex(of: String(text.dropFirst(high.utf8.count))), ten + unit > 0 {
      return 10 * ten + unit
    }
  }
  return nil
}
