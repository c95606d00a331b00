import Diagnostics
import Testing

struct WrittenTextTests {
  private func file(_ text: String) -> SourceFile {
    SourceFile(path: "Content/pages/a.md", text: text)
  }

  /// Bytes that it held itself would stay for as long as the site is built.
  @Test func aPartOfAFileIsTakenFromTheFileThatIsGiven() {
    let part = WrittenText(ComposedText(of: file("---\n---\nun"), range: 8..<10))
    let text = part.text(in: file("---\n---\nle"))
    #expect(part.path == "Content/pages/a.md")
    #expect(text == ComposedText(of: file("---\n---\nle"), range: 8..<10))
    #expect(text?.bytes == Array("le".utf8))
    #expect(part.text(in: nil) == nil)
  }

  @Test func anyOtherTextIsKept() {
    let span = SourceSpan(path: "Content/pages/a.md", range: 4..<9)
    let unfolded = ComposedText("deux mots", from: span)
    #expect(WrittenText(unfolded).text(in: nil) == unfolded)
    #expect(WrittenText(unfolded).text(in: file("autre")) == unfolded)
  }
}
