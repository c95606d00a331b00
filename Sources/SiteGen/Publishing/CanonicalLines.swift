import Markup

/// A text in Markdown in the one form that all ways of writing it share.
///
/// Line ends, letters in two parts, the width and the kind of spaces, spaces at line ends, runs of
/// empty lines, the two ways to write a hard break and the place where a line of prose is wrapped
/// make no difference; the inside of fenced code stands as written, but for its line ends. Linear.
func canonicalLines(_ text: [UInt8]) -> [String] {
  var writing = CanonicalLines()
  let lines = splitLines(LetterComposition.composed(String(decoding: text, as: UTF8.self)))
  for (index, line) in lines.enumerated() {
    let isFollowed = index + 1 < lines.count && !lines[index + 1].allSatisfy(isBlank)
    writing.add(line, isFollowed: isFollowed)
  }
  return writing.finished
}

/// Spaces of any width but none: tab, no-break and thin ones are written for the look of a line.
func isBlank(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0x09, 0x0B, 0x0C, 0x20, 0xA0, 0x2000...0x200A, 0x202F: true
  default: false
  }
}

private typealias Line = ArraySlice<Unicode.Scalar>

private func splitLines(_ text: String) -> [Line] {
  var lines: [Line] = []
  let scalars = Array(text.unicodeScalars)
  var start = 0
  for (index, scalar) in scalars.enumerated() where scalar == "\n" || scalar == "\r" {
    let isSecond = scalar == "\n" && index > 0 && scalars[index - 1] == "\r"
    if !isSecond { lines.append(scalars[start..<index]) }
    start = index + 1
  }
  return lines + [scalars[start...]]
}

private struct CanonicalLines {
  private var lines: [String] = []
  /// The sign and the length of the fence that is open.
  private var fence: (sign: Unicode.Scalar, length: Int)?
  /// Whether the last line is prose that the next may go on with.
  private var isOpen = false

  /// The lines without empty ones at the ends.
  var finished: [String] { Array(lines.dropLast(lines.last == "" ? 1 : 0)) }

  mutating func add(_ line: Line, isFollowed: Bool) {
    let isVoid = line.allSatisfy(isBlank)
    if let fence {
      lines.append(text(line.trimmedAtEnd))
      if closes(line, fence) { self.fence = nil }
      return
    }
    guard !isVoid else {
      if let last = lines.last, last != "" { lines.append("") }
      return isOpen = false
    }
    let indent = line.prefix(while: isBlank).reduce(0) { $0 + ($1 == "\t" ? 4 : 1) }
    let words = line.split(whereSeparator: isBlank).map(text)
    let isBroken = isFollowed && line.suffix(2).allSatisfy { $0 == " " } && line.count > 1
    let written = words.joined(separator: " ") + (isBroken ? "\\" : "")
    if isOpen, indent < 4, goesOnWithProse(written) {
      lines[lines.count - 1] += " \(written)"
    } else {
      lines.append(String(repeating: " ", count: indent) + written)
    }
    fence = opensFence(line)
    isOpen = fence == nil && mayGoOn(lines[lines.count - 1])
  }

  private func text(_ line: Line) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: line)
    return String(view)
  }

  private func opensFence(_ line: Line) -> (sign: Unicode.Scalar, length: Int)? {
    let rest = line.drop(while: isBlank)
    guard let sign = rest.first, sign == "`" || sign == "~" else { return nil }
    let length = rest.prefix { $0 == sign }.count
    guard length >= 3, sign == "~" || !rest.dropFirst(length).contains("`") else { return nil }
    return (sign, length)
  }

  private func closes(_ line: Line, _ fence: (sign: Unicode.Scalar, length: Int)) -> Bool {
    let rest = line.trimmedAtEnd.drop(while: isBlank)
    return rest.count >= fence.length && rest.allSatisfy { $0 == fence.sign }
  }
}

extension Line {
  fileprivate var trimmedAtEnd: Line {
    var line = self
    while let last = line.last, isBlank(last) { line.removeLast() }
    return line
  }
}

/// Whether prose may go on in the line after this one: no heading, table, tag, definition of a
/// link, rule or hard break.
private func mayGoOn(_ line: String) -> Bool {
  let start = line.drop { $0 == " " }
  let isDefinition = start.hasPrefix("[") && !start.hasPrefix("[^") && start.contains("]:")
  return !line.hasSuffix("\\") && !line.contains("|") && !isDefinition
    && !["#", "<"].contains { start.hasPrefix($0) }
    && line.unicodeScalars.contains { $0.properties.isAlphabetic }
}

/// Whether a line cannot but go on with the prose before it: it begins with a letter, a number that
/// numbers nothing, a quote, a bracket or emphasis.
private func goesOnWithProse(_ line: String) -> Bool {
  let scalars = Array(line.unicodeScalars.prefix(12))
  guard let first = scalars.first, !line.contains("|") else { return false }
  if first.properties.isAlphabetic || "«“‘\"'(@…".unicodeScalars.contains(first) { return true }
  if ("0"..."9").contains(first) {
    let next = scalars.first { !("0"..."9").contains($0) }
    return next != "." && next != ")"
  }
  guard scalars.count > 1 else { return false }
  if first == "[" { return scalars[1] != "^" && !line.contains("]:") }
  return (first == "*" || first == "_") && scalars[1].properties.isAlphabetic
}
