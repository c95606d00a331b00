public import Templating

/// The words that stand around notes; like all words of the site they come from templates.
public struct NoteWords: Hashable, Sendable {
  /// Heading of the notes at the foot of a text (`partials/notes-heading`).
  public let heading: String
  /// What a screen reader says for the way back from a note (`partials/note-return`).
  public let returnLabel: String

  /// Takes the words from their templates; empty where a template is missing.
  public init(_ templates: TemplateSet) {
    heading = NoteWords.words(of: "partials/notes-heading", in: templates)
    returnLabel = NoteWords.words(of: "partials/note-return", in: templates)
  }

  private static func words(of name: String, in templates: TemplateSet) -> String {
    guard templates.contains(name) else { return "" }
    var words = templates.render(name, [:])
    while let last = words.last, last == 0x0A || last == 0x20 { words.removeLast() }
    return String(decoding: words, as: UTF8.self)
  }
}
