import Diagnostics
import Testing

@testable import Markdown

struct EmptyCodeTests {
  /// What is typeset may be shorter than what was read, so that the empty text of a block stands
  /// behind its end.
  @Test(arguments: [
    "[[a]]\n~~~\n", "[[a|b]]\n```\n", "[[a|b]]\n```\n```\n", "[[a|b]]\n\n~~~\n", "[@a]\n~~~\n",
    "[[a|b]] [c]()\n\n![]()\n\n~~~\n",
  ])
  func emptyCodeBehindWhatIsTypesetIsWritten(text: String) {
    let source = ComposedText(of: SourceFile(path: "a.md", text: text))
    let document = parseMarkdown(source, dialect: .scholarly).value
    #expect(document.events.allSatisfy { $0.text.range.upperBound <= document.buffer.count })
    #expect(document.events.allSatisfy { $0.detail.range.upperBound <= document.buffer.count })
    #expect(document.events.contains { $0.kind == .codeBlock })
  }
}
