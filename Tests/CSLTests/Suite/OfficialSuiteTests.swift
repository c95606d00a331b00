import Foundation
import Testing

@testable import CSL

@Suite("Official CSL suite") struct OfficialSuiteTests {
  /// `SITEGEN_CSL_RECORD=1` writes what passes now; the change is reviewed like code.
  @Test(.enabled(if: Suite.isPresent, "the suite or the locales are not on this machine"))
  func passingCasesAreThoseOnRecord() throws {
    var passing: [String] = []
    var failing: [String] = []
    var locales = Suite.Locales()
    for name in try Suite.fixtureNames() {
      let (output, expected) = try Suite.run(name, &locales)
      if output == expected { passing.append(name) } else { failing.append(name) }
    }
    let record = Suite.testFolder.appending(path: "passing.txt")
    if ProcessInfo.processInfo.environment["SITEGEN_CSL_RECORD"] == "1" {
      try (passing.joined(separator: "\n") + "\n").write(
        to: record,
        atomically: true,
        encoding: .utf8
      )
    }
    let recorded = try String(contentsOf: record, encoding: .utf8).split(separator: "\n")
      .map(String.init)
    let total = try Suite.fixtureNames().count
    print("CSL suite: \(passing.count) of \(total) pass")
    #expect(Set(recorded).subtracting(passing).sorted() == [], "lost")
    #expect(Set(passing).subtracting(recorded).sorted() == [], "gained, not recorded")
    #expect(recorded == recorded.sorted())
    let reasons = try String(
      contentsOf: Suite.testFolder.appending(path: "failing.md"),
      encoding: .utf8
    )
    #expect(failing.filter { !reasons.contains("- `\($0)`: ") } == [], "failing without a reason")
  }
}
