import Diagnostics
import Testing

struct DiagnosticPrinterTests {
  private let source = SourceFile(path: "Content/a.md", text: "titre: été\naxe: poetique\n")
  private let code = DiagnosticCode(
    "REL001",
    "unknown-target",
    rule: "A relation names an entity that exists.",
    remedy: "Write the slug of an entity."
  )

  private var diagnostic: Diagnostic {
    Diagnostic(
      code,
      .error,
      at: SourceSpan(path: source.path, range: 18..<26),
      "unknown axis \"poetique\"",
      notes: [.init("axes stand here", at: SourceSpan(path: source.path, range: 0..<5))]
    )
  }

  private func printed(_ format: DiagnosticFormat) -> String {
    DiagnosticPrinter(format: format, sources: [source], for: [diagnostic]).print(diagnostic)
  }

  @Test func textShowsPlaceExcerptAndRemedy() {
    #expect(
      printed(.text) == """
        Content/a.md:2:6: error: unknown axis "poetique" [REL001 unknown-target]
            axe: poetique
                 ^^^^^^^^
          help: Write the slug of an entity.
          note: Content/a.md:1:1: axes stand here

        """
    )
  }

  @Test func theRemedyOfACodeIsReadOnce() {
    let printer = DiagnosticPrinter(format: .text, sources: [source], for: [diagnostic])
    let twice = printer.print([diagnostic, diagnostic])
    #expect(twice.ranges(of: "help: ").count == 1)
    #expect(twice.hasPrefix(printer.print(diagnostic)))
  }

  @Test func jsonIsOneObjectALine() {
    #expect(
      printed(.json) == #"{"code":"REL001","column":6,"endColumn":14,"endLine":2,"#
        + #""file":"Content/a.md","help":"Write the slug of an entity.","line":2,"#
        + #""name":"unknown-target","notes":[{"column":1,"file":"Content/a.md","line":1,"#
        + #""text":"axes stand here"}],"severity":"error","summary":"unknown axis \"poetique\""}"#
        + "\n"
    )
  }

  @Test func gitHubCommandsAreEscaped() {
    #expect(
      printed(.github)
        == "::error file=Content/a.md,line=2,col=6,title=REL001 unknown-target::"
        + "unknown axis \"poetique\"%0AWrite the slug of an entity.\n"
    )
  }
}
