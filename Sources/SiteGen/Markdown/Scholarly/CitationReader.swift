/// Reads citations of a text as Pandoc does (manual, "Citation syntax"); ranges of the text.
///
/// A bracket is read up to the next one, and a key in braces up to the next brace, so all reading
/// together is linear.
struct CitationReader {
  /// One work, before its locator is read.
  struct Item {
    /// What stands before the key.
    var prefix: Range<Int>
    /// The offset of `@`.
    var at: Int
    var key: Range<Int>
    /// What stands behind the key.
    var rest: Range<Int>
    var suppressesAuthor: Bool
  }

  /// What brackets hold.
  enum Bracket {
    case citation([Item])
    /// Words, then perhaps works: what may follow a key in the running text.
    case locator(Range<Int>, [Item])
    case malformed
  }

  let text: [UInt8]

  /// What the brackets that open at an offset hold, and the offset behind them; nil for brackets
  /// that cite nothing.
  func bracket(at open: Int) -> (form: Bracket, end: Int)? {
    var list = ItemList(start: open + 1)
    var position = open + 1
    while position < text.count {
      switch text[position] {
      case UInt8(ascii: "]"):
        list.close(at: position)
        return list.form(opensWithKey: opensWithKey(open)).map { ($0, position + 1) }
      case UInt8(ascii: "["):
        return opensWithKey(open) ? (.malformed, position) : nil
      case UInt8(ascii: ";") where list.depth == 0: list.close(at: position)
      case UInt8(ascii: "{"): list.depth += 1
      case UInt8(ascii: "}"): list.depth -= 1
      case UInt8(ascii: "@"):
        guard let key = key(at: position) else { break }
        list.add(key.range, at: position, isSuppressed: isSuppressed(at: position), key.end)
        position = key.end
        continue
      default: break
      }
      position += 1
    }
    return opensWithKey(open) ? (.malformed, position) : nil
  }

  /// The key that an `@` opens, and the offset behind it and its braces; nil where `@` is a sign
  /// like any other, as in an address of electronic mail.
  func key(at sign: Int) -> (range: Range<Int>, end: Int)? {
    guard isBoundary(before: isSuppressed(at: sign) ? sign - 1 : sign) else { return nil }
    return citationKey(in: text[...], at: sign)
  }

  /// Whether `-` stands before the `@` of a key.
  func isSuppressed(at sign: Int) -> Bool {
    sign > 0 && text[sign - 1] == UInt8(ascii: "-")
  }

  private func opensWithKey(_ open: Int) -> Bool {
    let next = text[(open + 1)...].prefix(2)
    return next.first == UInt8(ascii: "@") || next.elementsEqual("-@".utf8)
  }

  /// Whether no word ends before an offset.
  private func isBoundary(before offset: Int) -> Bool {
    guard offset > 0 else { return true }
    return !isWordEnd(text[..<offset])
  }
}

/// Whether a text ends in a letter, a digit or a sign that addresses have before `@`.
func isWordEnd(_ text: ArraySlice<UInt8>) -> Bool {
  guard let last = text.last else { return false }
  if last < 0x80 { return isKeyByte(last) || "./@+%=&~#-".utf8.contains(last) }
  let start = text.suffix(4).lastIndex { $0 & 0xC0 != 0x80 } ?? text.endIndex - 1
  return isWordScalar(text[start...])
}

/// The key behind the `@` at an offset, and the offset behind it and its braces.
///
/// A letter, a digit or `_`, then these and single marks of `:.#$%&-+?<>~/` between them; or in
/// braces anything but brackets, braces and line ends.
func citationKey(
  in text: ArraySlice<UInt8>,
  at sign: Int
) -> (range: Range<Int>, end: Int)? {
  let start = sign + 1
  guard start < text.endIndex else { return nil }
  if text[start] == UInt8(ascii: "{") {
    let close = text[(start + 1)...].firstIndex { "{}[]\n".utf8.contains($0) }
    guard let close, text[close] == UInt8(ascii: "}"), close > start + 1 else { return nil }
    return (start + 1..<close, close + 1)
  }
  var position = start
  while let next = keyScalarEnd(in: text, at: position) {
    position = next
    if position < text.endIndex, isKeyPunctuation(text[position]),
      keyScalarEnd(in: text, at: position + 1) != nil
    {
      position += 1
    }
  }
  return position > start ? (start..<position, position) : nil
}

/// What may stand within a key, between letters and digits.
private func isKeyPunctuation(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: ":"), UInt8(ascii: "."), UInt8(ascii: "#"), UInt8(ascii: "$"),
    UInt8(ascii: "%"), UInt8(ascii: "&"), UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "?"),
    UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "~"), UInt8(ascii: "/"):
    true
  default: false
  }
}

private func isKeyByte(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"):
    true
  default: false
  }
}

private func keyScalarEnd(in text: ArraySlice<UInt8>, at position: Int) -> Int? {
  guard position < text.endIndex else { return nil }
  let byte = text[position]
  if byte < 0x80 { return isKeyByte(byte) ? position + 1 : nil }
  var end = position + 1
  while end < text.endIndex, end < position + 4, text[end] & 0xC0 == 0x80 { end += 1 }
  return isWordScalar(text[position..<end]) ? end : nil
}

private func isWordScalar(_ bytes: ArraySlice<UInt8>) -> Bool {
  guard let scalar = String(decoding: bytes, as: UTF8.self).unicodeScalars.first else {
    return false
  }
  return scalar.properties.isAlphabetic || scalar.properties.numericType != nil
}

/// Gathers the items between two brackets.
private struct ItemList {
  private var items: [CitationReader.Item] = []
  /// Words without a key before the first item.
  private var words: Range<Int>?
  private var isBroken = false
  private var current: CitationReader.Item?
  private var start: Int
  /// Braces open at this place.
  var depth = 0 { didSet { if depth < 0 { isBroken = true } } }

  init(start: Int) { self.start = start }

  mutating func add(_ key: Range<Int>, at sign: Int, isSuppressed: Bool, _ end: Int) {
    // Two keys that no `;` parts.
    if current != nil { isBroken = true }
    let prefixEnd = max(start, isSuppressed ? sign - 1 : sign)
    current = CitationReader.Item(
      prefix: start..<prefixEnd,
      at: sign,
      key: key,
      rest: end..<end,
      suppressesAuthor: isSuppressed
    )
  }

  mutating func close(at end: Int) {
    if var item = current {
      item.rest = item.rest.lowerBound..<end
      items.append(item)
    } else if items.isEmpty, words == nil {
      words = start..<end
    } else {
      isBroken = true
    }
    current = nil
    start = end + 1
  }

  func form(opensWithKey: Bool) -> CitationReader.Bracket? {
    let isWhole = !isBroken && depth == 0
    if let words, isWhole, !opensWithKey { return .locator(words, items) }
    if items.isEmpty { return opensWithKey ? .malformed : nil }
    return isWhole && words == nil ? .citation(items) : .malformed
  }
}
