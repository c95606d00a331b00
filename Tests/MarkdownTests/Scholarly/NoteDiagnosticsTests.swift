import Diagnostics
import Testing

@testable import Markdown

struct NoteDiagnosticsTests {
  @Test func callWithoutDefinitionIsReported() {
    let text = "A[^x] b[^y] \\[^z] `[^w]`\n\n[^x]: Note.\n"
    let diagnostics = parse(text.utf8).diagnostics
    #expect(diagnostics.map(\.code) == [MarkdownDiagnostics.undefinedNote])
    #expect(diagnostics.first?.summary == "undefined note \"y\"")
    #expect(diagnostics.first?.span.map { excerpt($0, of: text) } == "[^y]")
  }

  @Test func definitionWithoutCallIsReported() {
    let text = "A[^É]\n\n[^é]: Note.\n\n[^lost]: Lost.\n\n```\n[^c]: code\n```\n"
    let diagnostics = parse(text.utf8).diagnostics
    #expect(diagnostics.map(\.code) == [MarkdownDiagnostics.unusedNote])
    #expect(diagnostics.first?.summary == "unused note \"lost\"")
    #expect(diagnostics.first?.span.map { excerpt($0, of: text) } == "lost")
  }

  @Test(arguments: [
    ("[^a]: x", 1), ("   [^a]: x", 1), ("    [^a]: x", 0), ("x [^a]: x", 0), ("[^a ]: x", 0),
    ("x\r[^a]: x", 1), ("x\r\n[^a]: x\r\n[^b]: y", 2), ("[^a]", 0), ("^[a]: x", 0), ("[^]: x", 0),
  ])
  func onlyLinesThatBeginLikeADefinitionAreOne(text: String, count: Int) {
    let unused = parse("A^\n\n\(text)".utf8).diagnostics.filter {
      $0.code == MarkdownDiagnostics.unusedNote
    }
    #expect(unused.count == count)
  }
}
