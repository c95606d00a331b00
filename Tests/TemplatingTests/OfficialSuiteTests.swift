import Diagnostics
import Templating
import Testing

@Suite(.enabled(if: OfficialCase.areAvailable, "the Mustache suite is not installed"))
struct OfficialSuiteTests {
  @Test(arguments: OfficialCase.all)
  func rendersAsSpecified(_ official: OfficialCase) {
    let set = TemplateSet.compile(official.files, root: "Templates").value
    let output = set.render("main", value: official.data)
    #expect(String(decoding: output, as: UTF8.self) == official.expected)
  }

  /// Cases that the specification lets pass and this house reports, by their diagnostics.
  private static let reported: [String: Set<String>] = [
    // A missing partial would leave a hole in a page.
    "partials: Failed Lookup": ["TPL007"],
    // Text that is never written is a mistake; a warning, since nothing is lost.
    "~inheritance: Text inside parent": ["TPL012"],
    // The names hold an asterisk.
    "~dynamic-names: Dynamic Names - Double Dereferencing": ["TPL006"],
    "~dynamic-names: Dynamic Names - Composed Dereferencing": ["TPL006"],
  ]

  @Test(arguments: OfficialCase.all)
  func reportsOnlyWhatTheHouseForbids(_ official: OfficialCase) {
    let diagnostics = TemplateSet.compile(official.files, root: "Templates").diagnostics
    #expect(Set(diagnostics.map(\.code.id)) == Self.reported[official.description] ?? [])
  }

  @Test func everyCaseIsRead() {
    #expect(OfficialCase.all.count == 184)
  }
}
