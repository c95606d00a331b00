public import Diagnostics
import Markdown

/// The columns of a table have headers (RGAA 5.6, WCAG 1.3.1).
public struct TableWithoutHeaders: SourceRule {
  /// `ACC006`.
  public static let code = DiagnosticCode(
    "ACC006",
    "table-without-headers",
    rule: "Every column of a table has a header; the first alone may go without.",
    remedy: "Write what the column holds into its cell of the first row.",
    explanation: """
      A screen reader says the header before each cell (RGAA 5.6). The cell in the corner may be empty
      where the first column holds the headers of the rows.

      ```
      |      |    |            |      | Heures |
      |------|----|            |------|--------|
      | 2026 | 12 |            | 2026 | 12     |
      ```
      """
  )

  /// Makes the rule.
  public init() {}

  /// Every table with an empty header besides the first.
  public func check(_ text: CheckedText) -> [Diagnostic] {
    text.markdown.tableHeads.compactMap { cells in
      let column = cells.indices.first { column in
        cells[column].text.allSatisfy(\.isWhitespace) && (column > 0 || cells.count == 1)
      }
      return column.map { column in
        Diagnostic(
          Self.code,
          .warning,
          at: text.span(cells[column].range),
          "column \(column + 1) of the table has no header"
        )
      }
    }
  }
}
