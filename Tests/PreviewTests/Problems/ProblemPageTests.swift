import Diagnostics
import Support
import Testing

@testable import Preview

struct ProblemPageTests {
  private let code = DiagnosticCode("TST001", "hostile-text", rule: "A rule.", remedy: "A remedy.")

  private func page(_ text: String, _ range: Range<Int>, summary: String = "wrong") -> String {
    let source = SourceFile(path: "Content/a.md", text: text)
    let span = SourceSpan(path: source.path, range: range)
    let report = ProblemReport([Diagnostic(code, .error, at: span, summary)], sources: [source])
    return String(decoding: problemPage(report, isAlone: false), as: UTF8.self)
  }

  @Test func aProblemShowsCodePlaceExcerptAndRemedy() {
    let page = page("one\ntwo three\n", 8..<13)
    #expect(page.contains("<title>1 problem · sitegen serve</title>"))
    #expect(page.contains("<h2>wrong</h2>"))
    #expect(page.contains("error TST001 hostile-text"))
    #expect(page.contains("Content/a.md:2:5"))
    #expect(page.contains("<code><span>2</span> two <mark>three</mark></code>"))
    #expect(page.contains("A remedy."))
  }

  @Test func textOfTheSiteIsNeverMarkup() {
    let hostile = "<script>alert(1)</script><img src=x onerror=alert(1)>&\""
    let page = page(hostile, 0..<hostile.utf8.count, summary: hostile)
    #expect(!page.contains("<script") && !page.contains("<img"))
    #expect(page.contains("&lt;script&gt;alert(1)&lt;/script&gt;"))
  }

  @Test func whatCannotBeSeenIsShown() {
    #expect(page("a\u{202E}b", 0..<1).contains("<mark>a</mark>\u{FFFD}b"))
    #expect(page("a\u{0}b", 0..<1).contains("<mark>a</mark>\u{FFFD}b"))
  }

  @Test func somethingMissingIsMarkedByACaret() {
    #expect(page("ab", 1..<1).contains("a<mark>‸</mark>b"))
    #expect(page("", 0..<0).contains("<mark>‸</mark>"))
  }

  @Test func aLongLineIsCutAroundThePlace() {
    let text = String(repeating: "a", count: 5000) + "X" + String(repeating: "b", count: 5000)
    let page = page(text, 5000..<5001)
    #expect(page.contains("…" + String(repeating: "a", count: 80) + "<mark>X</mark>"))
    #expect(page.contains(String(repeating: "b", count: 80) + "…"))
    #expect(page.utf8.count < 4000)
  }

  @Test func placesBeyondTheTextDoNotStopThePage() {
    #expect(page("a", 5..<9).contains("Content/a.md:1:2"))
  }

  @Test func manyProblemsAreCounted() {
    let diagnostics = (0..<60).map { Diagnostic(code, .error, at: nil, "wrong \($0)") }
    let page = String(
      decoding: problemPage(ProblemReport(diagnostics, sources: []), isAlone: true),
      as: UTF8.self
    )
    #expect(page.contains("… and 10 more"))
    #expect(page.contains("<meta name=\"sitegen-problems\""))
  }

  @Test func warningsStandAsideWhileThereAreErrors() {
    let error = Diagnostic(code, .error, at: nil, "an error")
    let warning = Diagnostic(code, .warning, at: nil, "a warning")
    #expect(ProblemReport([warning, error], sources: []).diagnostics == [error])
  }
}
