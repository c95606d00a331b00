import Diagnostics
import Testing

@testable import Markdown

struct PlainTextTests {
  private let text = """
    # Title

    First *paragraph*
    with [[a-slug|a name]] and `code`.[^1]

    - item

    ```
    code block
    ```

    | a | b |
    |---|---|

    [^1]: Note.
    """

  @Test func wholeTextLeavesOutHeadingsCodeAndNotes() {
    let whole = "First paragraph with a name and code. item a b"
    #expect(parse(text.utf8).value.plainText(limit: nil) == whole)
    #expect(parse(text.utf8).value.plainText(limit: 46) == whole)
  }

  @Test(
    arguments: [(45, "First paragraph with a name and code. item a…"), (16, "First paragraph…")]
      + [(15, "First…"), (6, "First…"), (3, "Fi…"), (1, "…"), (0, "")]
  )
  func longTextIsCutAfterAWord(limit: Int, expected: String) {
    let text = parse(text.utf8).value.plainText(limit: limit)
    #expect(text == expected)
    #expect(text.unicodeScalars.count <= limit)
  }
}
