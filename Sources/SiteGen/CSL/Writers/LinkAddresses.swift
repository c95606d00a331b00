extension [FormattedText] {
  /// The text with the addresses it prints as links.
  ///
  /// An address begins with `https://`, `http://` or `doi:10.` and ends before a space and the
  /// punctuation before that. Linear.
  public func linkingAddresses() -> [FormattedText] {
    var linked: [FormattedText] = []
    linked.reserveCapacity(count)
    for node in self {
      switch node {
      // Without a colon there is no address: most texts stay as they are.
      case .text(let text) where text.utf8.contains(UInt8(ascii: ":")):
        linked += linkAddresses(text)
      case .text, .linked: linked.append(node)
      case .styled(let style, let children):
        linked.append(.styled(style, children.linkingAddresses()))
      case .block(let block, let children):
        linked.append(.block(block, children.linkingAddresses()))
      }
    }
    return linked
  }
}

private func linkAddresses(_ text: String) -> [FormattedText] {
  var nodes: [FormattedText] = []
  var done = text.startIndex
  var rest = text.utf8[...]
  // Every scheme has one colon: few texts have any, and only there is anything compared.
  while let colon = rest.firstIndex(of: UInt8(ascii: ":")) {
    rest = text.utf8[text.utf8.index(after: colon)...]
    guard colon >= done, let scheme = AddressScheme.of(text, withColonAt: colon, from: done) else {
      continue
    }
    let end = addressEnd(in: text, from: scheme.start)
    let address = text[scheme.start..<end]
    guard address.utf8.count > scheme.length else { continue }
    if done < scheme.start { nodes.append(.text(String(text[done..<scheme.start]))) }
    let target = scheme.replacement + address.dropFirst(scheme.dropped)
    nodes.append(.linked(.address(target), [.text(String(address))]))
    done = end
  }
  if done < text.endIndex { nodes.append(.text(String(text[done...]))) }
  return nodes
}

/// How an address begins, what it leads to, and how much of the beginning is left out of that.
private struct AddressScheme {
  let start: String.Index
  let length: Int
  let replacement: String
  let dropped: Int

  private static let forms: [(name: String, tail: String, replacement: String, dropped: Int)] = [
    ("https", "://", "", 0), ("http", "://", "", 0), ("doi", ":10.", "https://doi.org/", 4),
    ("doi", ": 10.", "https://doi.org/", 5), ("DOI", ": 10.", "https://doi.org/", 5),
    ("DOI", ":10.", "https://doi.org/", 4),
  ]

  /// The scheme whose colon stands here, when a word begins with it; nil for none.
  static func of(
    _ text: String,
    withColonAt colon: String.Index,
    from first: String.Index
  ) -> AddressScheme? {
    for form in forms {
      guard
        let start = text.utf8.index(colon, offsetBy: -form.name.utf8.count, limitedBy: first),
        text.utf8[start..<colon].elementsEqual(form.name.utf8),
        text.utf8[colon...].starts(with: form.tail.utf8),
        start == text.startIndex || !endsWord(text, before: start)
      else { continue }
      return AddressScheme(
        start: start,
        length: form.name.utf8.count + form.tail.utf8.count,
        replacement: form.replacement,
        dropped: form.dropped
      )
    }
    return nil
  }
}

private func endsWord(_ text: String, before start: String.Index) -> Bool {
  switch text.utf8[text.utf8.index(before: start)] {
  case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: return true
  case 0..<0x80: return false
  default:
    let character = text[text.index(before: start)]
    return character.isLetter || character.isNumber
  }
}

private func addressEnd(in text: String, from start: String.Index) -> String.Index {
  // A scheme may hold a space before the number.
  var end = text.index(start, offsetBy: 5, limitedBy: text.endIndex) ?? text.endIndex
  while end < text.endIndex {
    let byte = text.utf8[end]
    // Letters, digits and most signs of ASCII belong to an address; what is rare is looked at whole.
    if byte > 0x20, byte < 0x7F, byte != UInt8(ascii: "<"), byte != UInt8(ascii: ">"),
      byte != UInt8(ascii: "\"")
    {
      end = text.utf8.index(after: end)
      continue
    }
    if text[end].isWhitespace || "<>\"«»“”".contains(text[end]) { break }
    end = text.index(after: end)
  }
  let opens = text.utf8[start..<end].contains(UInt8(ascii: "("))
  while end > start {
    switch text.utf8[text.utf8.index(before: end)] {
    // Digits, letters and `/` end an address as it stands.
    case 0x2F...0x39, 0x41...0x5A, 0x61...0x7A: return end
    default: break
    }
    let last = text[text.index(before: end)]
    let closesNothing = last == ")" && !opens
    guard ".,;:!?]’'".contains(last) || closesNothing else { break }
    end = text.index(before: end)
  }
  return end
}
