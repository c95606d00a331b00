/// Text with the formatting that CSL knows, quotes and punctuation already in place.
public indirect enum FormattedText: Hashable, Sendable {
  /// Characters, not escaped.
  case text(String)
  /// Text in another font.
  case styled(Style, [FormattedText])
  /// A block of a bibliography entry.
  case block(Block, [FormattedText])
  /// Text that leads somewhere.
  case linked(Link, [FormattedText])

  /// Where a text leads.
  public enum Link: Hashable, Sendable {
    /// To the work of a cite, by its place in the citation from 0.
    case cite(Int)
    /// To an address of the web, made by `linkingAddresses()`.
    case address(String)
  }

  /// The fonts; the `normal` ones undo what surrounds.
  public enum Style: Hashable, Sendable {
    /// Italic type.
    case italic
    /// Oblique type.
    case oblique
    /// Upright type inside italic.
    case uprightStyle
    /// Bold type.
    case bold
    /// Light type.
    case light
    /// Normal weight inside bold.
    case normalWeight
    /// Small capitals.
    case smallCaps
    /// No small capitals inside small capitals.
    case normalVariant
    /// Underlined.
    case underline
    /// No underline inside underlined text.
    case noDecoration
    /// Raised.
    case superscript
    /// Lowered.
    case `subscript`
    /// On the baseline inside raised or lowered text.
    case baseline
  }

  /// The places of CSL's `display` attribute.
  public enum Block: Hashable, Sendable {
    /// On lines of its own.
    case block
    /// In the left margin.
    case leftMargin
    /// To the right of the left margin.
    case rightInline
    /// Indented on lines of its own.
    case indent
  }
}

extension [FormattedText] {
  /// The characters alone.
  public var plainText: String {
    var result = ""
    appendPlainText(to: &result)
    return result
  }

  private func appendPlainText(to result: inout String) {
    for node in self {
      switch node {
      case .text(let text): result += text
      case .styled(_, let children), .block(_, let children), .linked(_, let children):
        children.appendPlainText(to: &result)
      }
    }
  }
}
