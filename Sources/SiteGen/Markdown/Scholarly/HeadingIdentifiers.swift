import Markup

/// Gives the headings of one document identifiers that do not meet.
struct HeadingIdentifiers {
  private var taken: Set<String> = []
  /// The last number tried for a text met before, so that many equal headings stay linear.
  private var lastNumbers: [String: Int] = [:]

  /// The identifier of the next heading with this plain text.
  mutating func identifier(for text: String) -> String {
    let slug = slugify(text)
    let base = slug.isEmpty ? "section" : slug
    if !isReserved(base), taken.insert(base).inserted { return base }
    var number = lastNumbers[base] ?? 1
    repeat { number += 1 } while !taken.insert("\(base)-\(number)").inserted
    lastNumbers[base] = number
    return "\(base)-\(number)"
  }

  /// Whether the writer may give this identifier to a note or to a place that refers to something.
  private func isReserved(_ id: String) -> Bool {
    ["note-", "appel-", "mention-", "lien-"].contains { prefix in
      id.hasPrefix(prefix) && id.utf8.last.map { (0x30...0x39).contains($0) } == true
    }
  }
}
