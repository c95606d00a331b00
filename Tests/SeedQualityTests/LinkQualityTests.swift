import Markup
import Testing

/// The links that prose gets by itself, on the texts of this site.
struct LinkQualityTests {
  @Test func noLinkIsWrongAndFewAreMissing() async throws {
    let quality = try await LinkQuality.measure()
    #expect(quality.total.expected.count > 300)
    #expect(quality.total.precision == 1, "\(quality.total.extra)")
    #expect(quality.total.recall >= 0.97, "\(quality.total.missing)")
  }

  @Test func thePageSaysWhatIsMeasured() async throws {
    let quality = try await LinkQuality.measure()
    let figures = quality.figures + [quality.total]
    let links = quality.links.count { $0["outcome"].words == "link" }
    let measured =
      "\n| naming of | in the texts | precision | recall | F1 |\n"
      + "|---|--:|--:|--:|--:|\n" + figures.map { "\($0.row)\n" }.joined()
      + "\nOn all pages together: \(quality.links.count) names in prose, \(links) of them links.\n"
      + "\n## Failures\n\n"
      + quality.total.missing.map { "- not found: \($0)\n" }.joined()
      + quality.total.extra.map { "- wrong: \($0)\n" }.joined()
    try MeasuredPage("link-quality.md").expect(measured)
  }
}
