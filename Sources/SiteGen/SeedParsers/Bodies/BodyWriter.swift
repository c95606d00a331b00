/// Writes the body of a draft: blocks of Markdown, a blank line between them.
struct BodyWriter {
  private(set) var text: TracedText
  private var lastWasItem = false

  init(path: String) { text = TracedText(path: path) }

  /// The body, or nil when nothing was written.
  var finished: TracedText? {
    guard !text.isEmpty else { return nil }
    var result = text
    result.append("\n", from: text.place(at: text.count))
    return result
  }

  /// A heading; its text is Markdown.
  mutating func heading(_ level: Int, _ title: TracedText) {
    block(String(repeating: "#", count: level) + " ", title)
  }

  /// A paragraph of Markdown.
  mutating func paragraph(_ content: TracedText) { block("", content) }

  /// An item of a list, at a depth from 0.
  mutating func item(_ content: TracedText, depth: Int = 0) {
    guard !content.isEmpty else { return }
    let follows = lastWasItem
    block(String(repeating: "  ", count: depth) + "- ", content, separator: follows ? "\n" : nil)
    lastWasItem = true
  }

  /// A break between two thoughts, before what belongs to no heading.
  mutating func separator(from next: TracedText) {
    var mark = TracedText(path: next.path)
    mark.append("***", from: next.place(at: 0))
    block("", mark)
  }

  /// A note, at the foot of the body.
  mutating func footnote(_ number: Int, _ content: TracedText) {
    block("[^\(number)]: ", content)
  }

  private mutating func block(_ opening: String, _ content: TracedText, separator: String? = nil) {
    guard !content.isEmpty else { return }
    let place = content.place(at: 0)
    if !text.isEmpty { text.append(separator ?? "\n\n", from: place) }
    text.append(opening, from: place)
    text.append(content)
    lastWasItem = false
  }
}
