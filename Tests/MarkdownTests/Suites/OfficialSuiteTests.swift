import Foundation
import Testing

@testable import Markdown

@Suite(.enabled(if: OfficialSuites.areFound, "official suites not found"))
struct OfficialSuiteTests {
  @Test func commonMarkExamplesGiveWhatTheSpecificationAsks() throws {
    try expectOnlyListedDifferences(
      among: OfficialSuites.commonMark,
      list: "commonmark-differences.txt"
    ) { example in html(of: example.markdown.utf8, dialect: .commonMark) }
  }

  @Test func gitHubExamplesGiveWhatTheSpecificationAsks() throws {
    let examples = OfficialSuites.gfm.filter { !$0.tags.contains("disabled") }
    try expectOnlyListedDifferences(
      among: examples + OfficialSuites.gfmExtensions,
      list: "gfm-differences.txt"
    ) { example in html(of: example.markdown.utf8, extensions: example.extensions) }
  }

  @Test func suitesAreWhole() {
    #expect(OfficialSuites.commonMark.count >= 650)
    #expect(OfficialSuites.gfm.count >= 670)
    #expect(OfficialSuites.gfmExtensions.count >= 25)
  }

  /// A listed example must differ, and only because cmark-gfm itself does.
  private func expectOnlyListedDifferences(
    among examples: [SuiteExample],
    list: String,
    rendering: (SuiteExample) -> String
  ) throws {
    let listed = try listedDifferences(list)
    #expect(listed.isSubset(of: examples.map(\.name)))
    for example in examples {
      let ours = rendering(example)
      // The reference runner takes any output where the file asks to ignore it.
      let isRight = ours == example.html || example.html == "<IGNORE>\n"
      #expect(isRight != listed.contains(example.name), "\(example.name)\n\(ours)")
      if listed.contains(example.name) {
        let markdown = Array(example.markdown.utf8)
        let theirs = referenceHTML(of: markdown, extensions: example.extensions)
        #expect(ours == theirs, "\(example.name) differs without cmark")
      }
    }
  }

  /// Lines `suite number: reason`; `#` begins a comment.
  private func listedDifferences(_ list: String) throws -> Set<String> {
    let path = URL(filePath: #filePath).deletingLastPathComponent().appending(path: list)
    let lines = try String(contentsOf: path, encoding: .utf8).split(separator: "\n")
    let names = lines.filter { !$0.hasPrefix("#") }.map { line in
      String(line.prefix { $0 != ":" })
    }
    #expect(Set(names).count == names.count, "an example is listed twice")
    return Set(names)
  }
}
