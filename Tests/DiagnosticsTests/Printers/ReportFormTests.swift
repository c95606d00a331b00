import Diagnostics
import Foundation
import Testing

/// The two forms that are one document, read back as their readers would.
struct ReportFormTests {
  private let source = SourceFile(path: "Content/é a.md", text: "titre: été\naxe: poetique\n")
  private let code = DiagnosticCode(
    "REL001",
    "unknown-target",
    rule: "A relation names an entity that exists.",
    remedy: "Write the slug of an entity."
  )

  private func span(_ range: Range<Int>) -> SourceSpan {
    SourceSpan(path: source.path, range: range)
  }

  private var diagnostics: [Diagnostic] {
    let edit = Fix.Edit(span(18..<26), old: Array("poetique".utf8), new: Array("poésie".utf8))
    return [
      Diagnostic(
        code,
        .error,
        at: span(18..<26),
        "unknown axis \"poetique\"",
        notes: [.init("axes stand here", at: span(0..<5))],
        fix: Fix("write \"poésie\"", [edit], isSafe: true)
      ),
      Diagnostic(code, .warning, at: span(18..<26), "unknown axis \"poetique\""),
      Diagnostic(code, .note, at: nil, "nowhere"),
    ]
  }

  private func printed(_ format: DiagnosticFormat, _ diagnostics: [Diagnostic]) -> String {
    DiagnosticPrinter(format: format, sources: [source], for: diagnostics).print(diagnostics)
  }

  private func read<Value: Decodable>(_ format: DiagnosticFormat, as type: Value.Type) throws
    -> Value
  {
    try JSONDecoder().decode(type, from: Data(printed(format, diagnostics).utf8))
  }

  // GitLab documentation, "Code Quality report format": every one of these is required.
  struct GitLab: Decodable {
    struct Location: Decodable {
      struct Lines: Decodable { let begin: Int }
      let path: String
      let lines: Lines
    }
    let description: String
    let check_name: String
    let fingerprint: String
    let severity: String
    let location: Location
  }

  @Test func gitLabGetsWhatItRequires() throws {
    let problems = try read(.gitlab, as: [GitLab].self)
    #expect(problems.map(\.severity) == ["major", "minor", "info"])
    #expect(
      problems.map(\.location.path) == ["Content/é a.md", "Content/é a.md", "Content/site.yaml"]
    )
    #expect(problems.map(\.location.lines.begin) == [2, 2, 1])
    #expect(problems[0].check_name == "REL001 unknown-target")
    #expect(Set(problems.map(\.fingerprint)).count == 3)
    #expect(problems.allSatisfy { $0.fingerprint.wholeMatch(of: /[0-9a-f]{32}/) != nil })
  }

  @Test func fingerprintsStayWhenLinesMove() throws {
    let moved = SourceFile(
      path: source.path,
      text: "\n\n" + String(decoding: source.bytes, as: UTF8.self)
    )
    let later = Diagnostic(code, .error, at: span(20..<28), "unknown axis \"poetique\"")
    let text = DiagnosticPrinter(format: .gitlab, sources: [moved], for: [later]).print([later])
    let after = try JSONDecoder().decode([GitLab].self, from: Data(text.utf8))
    #expect(after.map(\.location.lines.begin) == [4])
    #expect(try read(.gitlab, as: [GitLab].self)[0].fingerprint == after[0].fingerprint)
  }

  // SARIF 2.1.0, required properties: §3.13.2, §3.14.2, §3.18.2, §3.19.2, §3.27.11, §3.55.2, §3.56.2.
  struct SARIFLog: Decodable {
    struct Text: Decodable, Equatable { let text: String }
    struct Rule: Decodable { let id: String }
    struct Driver: Decodable {
      let name: String
      let rules: [Rule]
    }
    struct Tool: Decodable { let driver: Driver }
    struct Region: Decodable, Equatable {
      let startLine: Int
      let startColumn: Int
      let endLine: Int
      let endColumn: Int
    }
    struct Artifact: Decodable { let uri: String }
    struct Physical: Decodable {
      let artifactLocation: Artifact
      let region: Region?
    }
    struct Location: Decodable { let physicalLocation: Physical }
    struct Replacement: Decodable {
      let deletedRegion: Region
      let insertedContent: Text
    }
    struct Change: Decodable {
      let artifactLocation: Artifact
      let replacements: [Replacement]
    }
    struct Fix: Decodable { let artifactChanges: [Change] }
    struct Result: Decodable {
      let ruleId: String
      let ruleIndex: Int
      let level: String
      let message: Text
      let locations: [Location]
      let relatedLocations: [Location]
      let fixes: [Fix]?
    }
    struct Run: Decodable {
      let tool: Tool
      let columnKind: String
      let results: [Result]
    }
    let version: String
    let runs: [Run]
  }

  @Test func sarifHoldsRulesResultsPlacesAndFixes() throws {
    let log = try read(.sarif, as: SARIFLog.self)
    let run = try #require(log.runs.first)
    #expect(log.version == "2.1.0" && log.runs.count == 1)
    #expect(run.columnKind == "unicodeCodePoints")
    #expect(run.tool.driver.rules.map(\.id) == ["REL001"])
    #expect(run.results.map(\.level) == ["error", "warning", "note"])
    #expect(run.results.allSatisfy { run.tool.driver.rules[$0.ruleIndex].id == $0.ruleId })
    let place = try #require(run.results[0].locations.first).physicalLocation
    #expect(place.artifactLocation.uri == "Content/%C3%A9%20a.md")
    let region = SARIFLog.Region(startLine: 2, startColumn: 6, endLine: 2, endColumn: 14)
    #expect(place.region == region)
    #expect(run.results[0].relatedLocations.count == 1)
    #expect(run.results[2].locations.isEmpty)
    let replacement = run.results[0].fixes?.first?.artifactChanges.first?.replacements.first
    #expect(replacement?.deletedRegion == region)
    #expect(replacement?.insertedContent == .init(text: "poésie"))
  }

  @Test(arguments: [DiagnosticFormat.gitlab, .sarif])
  func aReportOfNothingIsADocumentToo(format: DiagnosticFormat) throws {
    let text = printed(format, [])
    #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: Data(text.utf8)) }
  }

  @Test func fixesAreShownToPeopleAndMachines() {
    #expect(
      printed(.text, diagnostics).contains(
        "  fix: write \"poésie\"; `sitegen check --fix` does it\n"
      )
    )
    #expect(printed(.json, diagnostics).contains("\"fix\":{\"edits\":[{\"column\":6,"))
  }
}
