public import Diagnostics
import Markdown

/// What looks like a link or an image is one.
public struct UnreadLink: SourceRule {
  /// `LNK006`.
  public static let code = DiagnosticCode(
    "LNK006",
    "unread-link",
    rule: "What is written as a link or an image, `[words](address)`, can be read as one.",
    remedy: "Close both brackets, and leave no space in the address.",
    explanation: """
      An address ends at the first space. A link with a space in its address is none: readers get the
      brackets and the address as they were typed. Files whose names hold no spaces and no accents give
      the least trouble.

      ```
      ![Une carte](/assets/Ma carte.png)      ![Une carte](/assets/ma-carte.png)
      ```
      """
  )

  /// Makes the rule.
  public init() {}

  /// Every such place, from the bracket that closes the words.
  public func check(_ text: CheckedText) -> [Diagnostic] {
    text.markdown.unreadLinks.map { range in
      let address = text.text(range).dropFirst(2).prefix { $0 != "\"" && $0 != ")" }
      let words = address.split(separator: " ").joined(separator: "-")
      let isSpaced = address.split(separator: " ").count > 1
      return Diagnostic(
        Self.code,
        .warning,
        at: text.span(range),
        "these brackets are printed as they stand: they are no link and no image",
        help: isSpaced
          ? "Rename the file or write the address without spaces, such as \(words)." : ""
      )
    }
  }
}
