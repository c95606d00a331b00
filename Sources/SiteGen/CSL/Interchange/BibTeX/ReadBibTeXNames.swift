/// The names of a BibTeX value: separated by "and", each "First von Last", "von Last, First",
/// "von Last, Jr, First", in braces, or in BibLaTeX's form "family=…, given=…".
struct BibTeXNameList {
  var names: [CSLName] = []
  /// Whether the list ends with "and others".
  var hasOthers = false

  /// Reads a list; `usesPrefix` tells whether "von" belongs to the family name, as BibLaTeX's
  /// option `useprefix` does.
  init(_ bytes: [UInt8], usesPrefix: Bool) {
    for part in splitNames(bytes) {
      if part.count == 1, part[0].isWord("others", in: bytes) {
        hasOthers = true
        continue
      }
      if let name = readName(part, in: bytes, usesPrefix: usesPrefix) { names.append(name) }
    }
  }
}

/// A word of a name list, at brace depth 0; a comma ends the word before it.
private struct NameWord {
  let range: Range<Int>
  var endsPart = false

  func isWord(_ word: String, in bytes: [UInt8]) -> Bool {
    range.count == word.utf8.count && zip(bytes[range], word.utf8).allSatisfy { $0 | 0x20 == $1 }
  }
}

/// The words of each name.
private func splitNames(_ bytes: [UInt8]) -> [[NameWord]] {
  var names: [[NameWord]] = []
  var words: [NameWord] = []
  var start: Int?
  var depth = 0
  func isSeparator(_ byte: UInt8) -> Bool {
    isBibTeXSpace(byte) || byte == UInt8(ascii: "~") || byte == UInt8(ascii: ",")
  }
  func endWord(_ index: Int) {
    guard let begin = start else { return }
    start = nil
    let word = NameWord(range: begin..<index)
    if word.isWord("and", in: bytes) {
      names.append(words)
      words = []
    } else {
      words.append(word)
    }
  }
  var index = 0
  while index < bytes.count {
    let byte = bytes[index]
    if byte == UInt8(ascii: "\\"), index + 1 < bytes.count, !isBibTeXSpace(bytes[index + 1]),
      bytes[index + 1] != UInt8(ascii: "{"), bytes[index + 1] != UInt8(ascii: "}")
    {
      // "\~" and "\," are commands, not separators.
      start = start ?? index
      index += 2
      continue
    }
    if byte == UInt8(ascii: "{") { depth += 1 }
    if byte == UInt8(ascii: "}") { depth = max(0, depth - 1) }
    if depth == 0, isSeparator(byte) {
      endWord(index)
      if byte == UInt8(ascii: ",") {
        if words.isEmpty { words.append(NameWord(range: index..<index)) }
        words[words.count - 1].endsPart = true
      }
    } else {
      start = start ?? index
    }
    index += 1
  }
  endWord(bytes.count)
  names.append(words)
  return names.filter { !$0.isEmpty }
}

private func readName(_ words: [NameWord], in bytes: [UInt8], usesPrefix: Bool) -> CSLName? {
  var parts: [[NameWord]] = [[]]
  for word in words {
    if !word.range.isEmpty { parts[parts.count - 1].append(word) }
    if word.endsPart { parts.append([]) }
  }
  // No name has as many words; this is some text in the wrong place.
  if words.count > 60 {
    let all = words[0].range.lowerBound..<words[words.count - 1].range.upperBound
    return CSLName(literal: decodeTeX(Array(bytes[all]), keepsCase: false).text)
  }
  func text(_ words: some Collection<NameWord>) -> String {
    guard let first = words.first else { return "" }
    let upper = words.reduce(first.range.upperBound) { max($0, $1.range.upperBound) }
    let raw = Array(bytes[first.range.lowerBound..<upper])
    // A tie between given names is a space like any other.
    return decodeTeX(raw, keepsCase: false).text.replacing("\u{A0}", with: " ")
  }
  if let extended = readExtendedName(parts.map(text), usesPrefix: usesPrefix) { return extended }
  var name = CSLName()
  var family = parts[0]
  if parts.count == 1 {
    if family.count == 1, isOneGroup(bytes[family[0].range]) {
      let literal = text(family)
      return literal.isEmpty ? nil : CSLName(literal: literal)
    }
    // "First von Last": the first small word but the last one begins the family name.
    let end = family.count - 1
    let split = family[..<max(end, 0)].firstIndex { isParticle(bytes[$0.range]) } ?? max(end, 0)
    name.given = text(family[..<split])
    family = Array(family[split...])
  } else {
    name.suffix = parts.count > 2 ? text(parts[1]) : ""
    name.given = text(parts.count > 2 ? parts[2] : parts[1])
  }
  let particles = family.dropLast().prefix { isParticle(bytes[$0.range]) }
  let particle = text(particles)
  if usesPrefix { name.nonDroppingParticle = particle } else { name.droppingParticle = particle }
  name.family = text(family[particles.endIndex...])
  return name.isEmpty ? nil : name
}

/// BibLaTeX's "family=…, given=…, prefix=…, suffix=…, useprefix=…"; nil for any other name.
private func readExtendedName(_ parts: [String], usesPrefix: Bool) -> CSLName? {
  guard let first = parts.first, let sign = first.firstIndex(of: "="),
    ["family", "given", "prefix", "suffix", "useprefix"].contains(first[..<sign])
  else { return nil }
  var name = CSLName()
  var prefix = ""
  var usesPrefix = usesPrefix
  for part in parts {
    guard let sign = part.firstIndex(of: "=") else { continue }
    let value = part[part.index(after: sign)...].trimmingSpaces()
    switch part[..<sign].trimmingSpaces() {
    case "family": name.family = value
    case "given": name.given = value
    case "prefix": prefix = value
    case "suffix": name.suffix = value
    case "useprefix": usesPrefix = value != "false"
    default: break
    }
  }
  if usesPrefix { name.nonDroppingParticle = prefix } else { name.droppingParticle = prefix }
  return name.isEmpty ? nil : name
}

/// Whether a word is a particle: letters, all of them small.
///
/// "d'Alembert" is one word, hence a name.
private func isParticle(_ word: ArraySlice<UInt8>) -> Bool {
  guard word.first != UInt8(ascii: "{") || word.dropFirst().first == UInt8(ascii: "\\") else {
    return false
  }
  if let first = word.first, (0x41...0x5A).contains(first) { return false }
  var hasLetter = false
  for character in decodeTeX(Array(word), keepsCase: false).text where character.isLetter {
    if !character.isLowercase { return false }
    hasLetter = true
  }
  return hasLetter
}

/// Whether one pair of braces holds the whole word, and more than a letter with its accent.
private func isOneGroup(_ word: ArraySlice<UInt8>) -> Bool {
  guard word.first == UInt8(ascii: "{"), word.dropFirst().first != UInt8(ascii: "\\") else {
    return false
  }
  var depth = 0
  for (index, byte) in zip(word.indices, word) {
    if byte == UInt8(ascii: "{") { depth += 1 }
    if byte == UInt8(ascii: "}") { depth -= 1 }
    if depth == 0 { return index == word.endIndex - 1 }
  }
  return false
}
