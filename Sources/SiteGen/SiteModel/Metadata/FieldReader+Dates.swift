public import Diagnostics
public import FrontMatter

extension FieldReader {
  /// A date known to the year, month or day; any other form is reported (`FLD003`).
  public mutating func date(_ key: String) -> PartialDate? {
    guard let text = text(key) else { return nil }
    guard let date = PartialDate(text.value) else {
      report(
        wrong: key,
        form: "a date such as 2021-11-09, 2021-11 or 2021",
        at: text.span,
        help: PartialDate(dayFirst: text.value).map { "Write \($0.isoText)." } ?? ""
      )
      return nil
    }
    return date
  }

  /// A text in Markdown, or nil when absent or empty.
  public mutating func markdown(_ key: String) -> ComposedText? {
    text(key).map { ComposedText($0.value, from: $0.span) }
  }
}
