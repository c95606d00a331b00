extension [FormattedText] {
  /// The text with the addresses it prints as links.
  ///
  /// An address begins with `https://`, `http://` or `doi:10.` and ends before a space and the
  /// punctuation before that. Linear.
  public func linkingAddresses() -> [FormattedText] {
    flatMap { node -> [FormattedText] in
      switch node {
      case .text(let text): return linkAddresses(text)
      case .styled(let style, let children): return [.styled(style, children.linkingAddresses())]
      case .block(let block, let children): return [.block(block, children.linkingAddresses())]
      case .linked: return [node]
      }
    }
  }
}

private func linkAddresses(_ text: String) -> [FormattedText] {
  guard text.utf8.contains(UInt8(ascii: ":")) else { return [.text(text)] }
  var nodes: [FormattedText] = []
  var done = text.startIndex
  var position = text.startIndex
  while position < text.endIndex {
    let isWordStart = position == text.startIndex || endsNoWord(text[text.index(before: position)])
    guard isWordStart,
      let scheme = AddressSchemes.all.first(where: { text[position...].hasPrefix($0.0) })
    else {
      position = text.index(after: position)
      continue
    }
    let end = addressEnd(in: text, from: position)
    let address = text[position..<end]
    if address.count > scheme.0.count {
      if done < position { nodes.append(.text(String(text[done..<position]))) }
      let target = scheme.1 + address.dropFirst(scheme.2)
      nodes.append(.linked(.address(target), [.text(String(address))]))
      done = end
    }
    position = Swift.max(end, text.index(after: position))
  }
  if done < text.endIndex { nodes.append(.text(String(text[done...]))) }
  return nodes
}

/// How addresses begin, what they lead to, and how much of the beginning is left out of that.
private enum AddressSchemes {
  static let all: [(String, String, Int)] = [
    ("https://", "", 0), ("http://", "", 0), ("doi:10.", "https://doi.org/", 4),
    ("doi: 10.", "https://doi.org/", 5), ("DOI: 10.", "https://doi.org/", 5),
    ("DOI:10.", "https://doi.org/", 4),
  ]
}

private func endsNoWord(_ character: Character) -> Bool {
  !character.isLetter && !character.isNumber
}

private func addressEnd(in text: String, from start: String.Index) -> String.Index {
  // A scheme may hold a space before the number.
  var end = text.index(start, offsetBy: 5, limitedBy: text.endIndex) ?? text.endIndex
  while end < text.endIndex, !text[end].isWhitespace, !"<>\"«»“”".contains(text[end]) {
    end = text.index(after: end)
  }
  let opens = text[start..<end].contains("(")
  while end > start {
    let last = text[text.index(before: end)]
    let closesNothing = last == ")" && !opens
    guard ".,;:!?]’'".contains(last) || closesNothing else { break }
    end = text.index(before: end)
  }
  return end
}
