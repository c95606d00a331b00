extension MarkdownDocument {
  /// The text of paragraphs and table cells without markup, on one line: for descriptions.
  ///
  /// Headings, code blocks, raw HTML and notes are left out; paragraphs are separated by a
  /// space. With a `limit`, at most that many Unicode scalars: the text is cut after a whole word
  /// and ends in `…` when anything is missing.
  public func plainText(limit: Int?) -> String {
    var text: [UInt8] = []
    text.reserveCapacity(limit.map { min(buffer.count, 8 * $0) } ?? buffer.count)
    var isInBlock = false
    for event in events {
      if event.kind == .noteDefinition { break }
      guard event.kind == .paragraph || event.kind == .tableCell else {
        if isInBlock { appendPlainText(of: event, in: buffer, to: &text) }
        continue
      }
      isInBlock = event.phase == .enter
      guard !isInBlock else { continue }
      if text.last != 0x20, !text.isEmpty { text.append(0x20) }
      // A scalar has at most four bytes: enough is read to know that something is missing.
      if let limit, text.count / 4 > limit { break }
    }
    if text.last == 0x20 { text.removeLast() }
    let whole = String(decoding: text, as: UTF8.self)
    return limit.map { cut(whole, to: $0) } ?? whole
  }
}

/// The text of inlines without markup, on one line.
func plainText(of events: ArraySlice<MarkdownEvent>, in buffer: [UInt8]) -> String {
  var text: [UInt8] = []
  for event in events { appendPlainText(of: event, in: buffer, to: &text) }
  return String(decoding: text, as: UTF8.self)
}

private func appendPlainText(
  of event: MarkdownEvent,
  in buffer: [UInt8],
  to text: inout [UInt8]
) {
  switch event.kind {
  case .text, .code, .mention, .placeholder, .citation:
    let start = text.count
    text.append(contentsOf: buffer[event.text.range])
    for position in start..<text.count where text[position] == 0x0A { text[position] = 0x20 }
  case .softBreak, .lineBreak: text.append(0x20)
  default: break
  }
}

private func cut(_ text: String, to limit: Int) -> String {
  let scalars = text.unicodeScalars
  guard
    let end = scalars.index(
      scalars.startIndex,
      offsetBy: max(limit, 0),
      limitedBy: scalars.endIndex
    ),
    end < scalars.endIndex
  else { return text }
  // One place is kept for the ellipsis; a word that ends right there stays.
  guard let last = scalars.index(end, offsetBy: -1, limitedBy: scalars.startIndex) else {
    return ""
  }
  var head = scalars[..<last]
  if scalars[last] != " " {
    if let space = head.lastIndex(of: " ") { head = head[..<space] }
  }
  while let scalar = head.last, scalar == " " || scalar == "," || scalar == ";" || scalar == ":" {
    head.removeLast()
  }
  return String(head) + "…"
}
