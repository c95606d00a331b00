extension CSLItem {
  /// The item with the fields its note gives: lines `name: value` at its start and `{:name: value}`
  /// anywhere, as reference managers let users add what their forms do not have.
  ///
  /// A field the item has already is kept.
  func readingNoteFields() -> CSLItem {
    guard let note = text("note"), note.contains(":") else { return self }
    var item = self
    for line in note.split(separator: "\n", omittingEmptySubsequences: false) {
      guard let (name, value) = noteField(line[...]) else { break }
      item.addNoteField(name, value)
    }
    var rest = note[...]
    while let start = rest.range(of: "{:"), let end = rest[start.upperBound...].firstIndex(of: "}")
    {
      if let (name, value) = noteField(rest[start.upperBound..<end]) {
        item.addNoteField(name, value)
      }
      rest = rest[end...]
    }
    return item
  }

  private mutating func addNoteField(_ name: String, _ value: String) {
    guard fields[name] == nil else { return }
    if CSLJSON.dateVariables.contains(name) {
      fields[name] = .date(parseDate(value))
    } else if CSLJSON.nameVariables.contains(name) {
      let parts = value.components(of: "||").map { $0.trimmingSpaces() }
      let given = parts.count > 1 ? parts[1] : ""
      fields[name] = .names([
        given.isEmpty ? CSLName(literal: parts[0]) : CSLName(family: parts[0], given: given)
      ])
    } else {
      fields[name] = .text(value)
    }
  }
}

/// The name and the value of `name: value`.
private func noteField(_ text: Substring) -> (String, String)? {
  guard let colon = text.firstIndex(of: ":"), colon != text.startIndex else { return nil }
  let name = text[..<colon].trimmingSpaces()
  let value = text[text.index(after: colon)...].trimmingSpaces()
  let isName = name.allSatisfy { $0.isASCII && ($0.isLetter || $0 == "-" || $0 == "_") }
  let hasKnownCase = name == name.lowercased() || name == name.uppercased()
  return isName && hasKnownCase && !value.isEmpty ? (name, value) : nil
}

extension Substring {
  /// The first place of a text.
  func range(of text: String) -> Range<Index>? {
    var start = startIndex
    while start < endIndex {
      if self[start...].hasPrefix(text),
        let end = index(start, offsetBy: text.count, limitedBy: endIndex)
      {
        return start..<end
      }
      start = index(after: start)
    }
    return nil
  }
}
