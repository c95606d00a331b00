/// Addresses, identifiers and days of consultation of an entry, with all the words that lead to
/// them; in order, none inside another.
///
/// They are found before anything is divided, for they hold the signs that divide entries.
func findLinks(_ entry: EntryText, _ range: Range<Int>) -> [(
  extent: Range<Int>, item: ReferenceItem
)] {
  var found: [(extent: Range<Int>, item: ReferenceItem)] = []
  var cursor = FoldedCursor(entry, range)
  while !cursor.isAtEnd {
    let start = cursor.index
    let isWordStart = start == range.lowerBound || !cursor.isLetter(at: start - 1)
    if isWordStart,
      let item = cursor.takeAccess() ?? cursor.takeIdentifier() ?? cursor.takeAddress()
    {
      found.append((start..<cursor.index, item))
    } else {
      cursor.index += 1
    }
  }
  return found
}

extension FoldedCursor {
  /// « consulté le 3 février 2019 », « Accessed May 3, 2019 », « [cited 2019 May 3] ».
  fileprivate mutating func takeAccess() -> ReferenceItem? {
    guard let byte, "acdlprsvu".utf8.contains(byte) else { return nil }
    return attempt { cursor in
      _ = cursor.takeAny(["page", "site", "derniere", "date de", "lien", "url", "last", "document"])
      cursor.skip()
      guard
        cursor.takeAny([
          "consultee", "consulte", "consultation", "consultes", "accessed", "retrieved", "visite",
          "visitee", "acces", "accede", "vu", "cited", "viewed", "verifie", "valide",
        ])
      else { return nil }
      cursor.skip(":")
      _ = cursor.takeAny(["pour la derniere fois", "en dernier", "en ligne", "on"])
      cursor.skip()
      _ = cursor.take("le ")
      guard let date = cursor.takeDate() else { return nil }
      if cursor.take(", a ") || cursor.take(" a ") {
        let before = cursor.index
        while let byte = cursor.byte, (0x30...0x39).contains(byte) || byte == 0x68 || byte == 0x3A {
          cursor.index += 1
        }
        if cursor.index == before { cursor.index = date.range.upperBound }
      }
      return ReferenceItem(kind: .accessed, range: date.range)
    }
  }

  /// « https://doi.org/10.5555/x », « doi:10.5555/x », « DOI : 10.5555/x », « 10.5555/x ».
  fileprivate mutating func takeIdentifier() -> ReferenceItem? {
    guard let byte, "hdw1".utf8.contains(byte) else { return nil }
    return attempt { cursor in
      _ = cursor.takeWord("doi")
      cursor.skip(":.")
      if cursor.take("https://") || cursor.take("http://") {}
      _ = cursor.take("www.")
      _ = cursor.take("dx.")
      if cursor.take("doi.org/") { cursor.skip() }
      let start = cursor.index
      guard cursor.take("10."), let digits = cursor.takeDigits(4...9), !digits.isEmpty,
        cursor.byte == UInt8(ascii: "/")
      else { return nil }
      let end = cursor.takeUnbroken()
      return ReferenceItem(kind: .doi, range: start..<end)
    }
  }

  fileprivate mutating func takeAddress() -> ReferenceItem? {
    guard let byte, byte == UInt8(ascii: "h") || byte == UInt8(ascii: "w") else { return nil }
    return attempt { cursor in
      let start = cursor.index
      guard cursor.take("https://") || cursor.take("http://") || cursor.take("www.") else {
        return nil
      }
      let end = cursor.takeUnbroken()
      guard end > start + 7 else { return nil }
      return ReferenceItem(kind: .url, range: start..<end)
    }
  }

  /// Takes an address to its end, over the ends of lines inside it; says where it ends without the
  /// punctuation behind it.
  private mutating func takeUnbroken() -> Int {
    var depth = 0
    scan: while let byte {
      switch byte {
      case UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "]"), UInt8(ascii: "\""),
        EntryText.closeQuote, EntryText.openQuote:
        break scan
      case UInt8(ascii: "("): depth += 1
      case UInt8(ascii: ")"):
        guard depth > 0 else { break scan }
        depth -= 1
      case 0x20: guard continuesOnNextLine else { break scan }
      default: break
      }
      index += 1
    }
    var high = index
    while high > 0, ".,;:)' ".utf8.contains(entry.folded[high - 1]) {
      if entry.folded[high - 1] == UInt8(ascii: ")"), depth >= 0, hasOpenBracket(before: high) {
        break
      }
      high -= 1
    }
    return high
  }

  private func hasOpenBracket(before end: Int) -> Bool {
    let low = max(0, end - 200)
    let opened = entry.folded[low..<end].lastIndex(of: UInt8(ascii: "("))
    let space = entry.folded[low..<end].lastIndex(of: 0x20) ?? low
    return opened.map { $0 > space } ?? false
  }

  /// Whether the address goes on after the end of a line that stands here.
  private var continuesOnNextLine: Bool {
    guard entry.isLineEnd(index), index > 0, index + 1 < end else { return false }
    let before = entry.folded[index - 1]
    if "/-_=&?%#~".utf8.contains(before) { return !entry.isUpper(index + 1) || before != 0x2F }
    var (hasSign, hasLetter, offset) = (false, false, index + 1)
    while offset < end, entry.folded[offset] != 0x20, offset - index < 200 {
      let byte = entry.folded[offset]
      let isInner = offset + 1 < end && entry.folded[offset + 1] != 0x20
      hasSign =
        hasSign || (isInner && "/_=&?%#".utf8.contains(byte))
        || (before == UInt8(ascii: ".") && isInner && ".-".utf8.contains(byte))
      hasLetter = hasLetter || (0x61...0x7A).contains(byte)
      offset += 1
    }
    if entry.isUpper(index + 1) { return false }
    return hasSign || (before == UInt8(ascii: ".") && !hasLetter)
  }
}
