/// Outputs with what surrounds them, which never changes once it is made.
///
/// A class, since outputs are handed on far more often than they are made, and knows whether it
/// prints anything, since that is asked on every floor of the tree.
final class OutputSpan: Equatable, Sendable {
  let font: Font
  let prefix: String
  let suffix: String
  let delimiter: String
  let display: Display?
  let quotes: Bool
  /// Markup of a field, whose fonts flip inside the same font.
  let isMarkup: Bool
  /// Protected from text case.
  let keepsCase: Bool
  let tag: OutputTag?
  let children: [Output]
  /// Whether no child would print anything.
  let isEmpty: Bool

  init(
    font: Font = Font(),
    prefix: String = "",
    suffix: String = "",
    delimiter: String = "",
    display: Display? = nil,
    quotes: Bool = false,
    isMarkup: Bool = false,
    keepsCase: Bool = false,
    tag: OutputTag? = nil,
    children: [Output] = []
  ) {
    self.font = font
    self.prefix = prefix
    self.suffix = suffix
    self.delimiter = delimiter
    self.display = display
    self.quotes = quotes
    self.isMarkup = isMarkup
    self.keepsCase = keepsCase
    self.tag = tag
    self.children = children
    isEmpty = children.allSatisfy { $0.isEmpty }
  }

  /// The same around other children, with other affixes or another delimiter where they are given.
  func with(
    prefix: String? = nil,
    suffix: String? = nil,
    delimiter: String? = nil,
    children: [Output]? = nil
  ) -> OutputSpan {
    OutputSpan(
      font: font,
      prefix: prefix ?? self.prefix,
      suffix: suffix ?? self.suffix,
      delimiter: delimiter ?? self.delimiter,
      display: display,
      quotes: quotes,
      isMarkup: isMarkup,
      keepsCase: keepsCase,
      tag: tag,
      children: children ?? self.children
    )
  }

  static func == (left: OutputSpan, right: OutputSpan) -> Bool {
    left === right
      || left.font == right.font && left.prefix == right.prefix && left.suffix == right.suffix
        && left.delimiter == right.delimiter && left.display == right.display
        && left.quotes == right.quotes && left.isMarkup == right.isMarkup
        && left.keepsCase == right.keepsCase && left.tag == right.tag
        && left.children == right.children
  }
}
