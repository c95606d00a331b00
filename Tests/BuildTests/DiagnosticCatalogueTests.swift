import Build
import Diagnostics
import Foundation
import Support
import Testing

struct DiagnosticCatalogueTests {
  @Test func codesAndNamesAreUnique() {
    #expect(Set(allCodes.map(\.id)).count == allCodes.count)
    #expect(Set(allCodes.map(\.name)).count == allCodes.count)
  }

  @Test(arguments: allCodes)
  func codesAreWellFormedAndExplained(code: DiagnosticCode) {
    #expect(code.id.wholeMatch(of: /[A-Z]{3}[0-9]{3}/) != nil)
    #expect(code.name.wholeMatch(of: /[a-z]+(-[a-z0-9]+)*/) != nil)
    #expect(code.rule.hasSuffix(".") && code.remedy.hasSuffix("."))
  }

  @Test func theManualIsFresh() throws {
    let manual = try String(
      contentsOf: packageRoot.appending(path: "docs/diagnostics.md"),
      encoding: .utf8
    )
    #expect(manual == diagnosticManual(), "run `make docs`")
  }

  /// Every code stands in the text of some test, by number or by the name of its declaration.
  @Test func everyCodeIsExercised() throws {
    let tests = packageRoot.appending(path: "Tests")
    let paths = try FileManager.default.subpathsOfDirectory(atPath: tests.path())
    let texts = try paths.filter { $0.hasSuffix(".swift") }.map {
      try String(contentsOf: tests.appending(path: $0), encoding: .utf8)
    }
    let untested = allCodes.filter { code in
      let words = code.name.split(separator: "-")
      let name = words.dropFirst().reduce(String(words[0])) { $0 + $1.capitalized }
      return !texts.contains {
        $0.contains(code.id) || $0.localizedCaseInsensitiveContains(".\(name)")
      }
    }
    #expect(untested.map(\.id) == [])
  }
}
