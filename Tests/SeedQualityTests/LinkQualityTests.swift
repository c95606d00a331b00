import Foundation
import Markup
import Support
import Testing

/// The links that prose gets by itself, on the texts of this site.
struct LinkQualityTests {
  private static let page = packageRoot.appending(path: "docs/link-quality.md")
  private static let opening = "<!-- measured -->\n"

  @Test func noLinkIsWrongAndFewAreMissing() async throws {
    let quality = try await LinkQuality.measure()
    #expect(quality.total.expected.count > 300)
    #expect(quality.total.precision == 1, "\(quality.total.extra)")
    #expect(quality.total.recall >= 0.97, "\(quality.total.missing)")
  }

  /// `SITEGEN_UPDATE_SNAPSHOTS=1` writes the measured part of the page anew.
  @Test func thePageSaysWhatIsMeasured() async throws {
    let quality = try await LinkQuality.measure()
    let figures = quality.figures + [quality.total]
    let links = quality.links.count { $0["outcome"].words == "link" }
    let measured =
      Self.opening + "\n| naming of | in the texts | precision | recall | F1 |\n"
      + "|---|--:|--:|--:|--:|\n" + figures.map { "\($0.row)\n" }.joined()
      + "\nOn all pages together: \(quality.links.count) names in prose, \(links) of them links.\n"
      + "\n## Failures\n\n"
      + quality.total.missing.map { "- not found: \($0)\n" }.joined()
      + quality.total.extra.map { "- wrong: \($0)\n" }.joined()
    print(measured)
    let page = try String(contentsOf: Self.page, encoding: .utf8)
    let start = try #require(page.range(of: Self.opening)).lowerBound
    if ProcessInfo.processInfo.environment["SITEGEN_UPDATE_SNAPSHOTS"] == "1" {
      try Data((page[..<start] + measured).utf8).write(to: Self.page)
    } else {
      #expect(
        String(page[start...]) == measured,
        "run SITEGEN_UPDATE_SNAPSHOTS=1 swift test --filter LinkQualityTests"
      )
    }
  }
}
