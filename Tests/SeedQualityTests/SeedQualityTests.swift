import Foundation
import Support
import Testing

/// The reading of the seeds of this package, against what a reader finds in them.
struct SeedQualityTests {
  private static let page = packageRoot.appending(path: "docs/seed-quality.md")
  private static let opening = "<!-- measured -->\n"

  let figures: [QualityFigure]

  init() throws { figures = try measureQuality(of: inspectOwnSeeds()) }

  /// `Gold/thresholds.yaml` holds each figure; raise it there when the reading improves.
  @Test func noFigureFalls() throws {
    let thresholds = try readGold("thresholds")
    #expect(Set(thresholds.keys) == Set(figures.map(\.name)))
    for figure in figures {
      let threshold = try #require(Double(thresholds[figure.name].words))
      #expect(figure.f1 + 1e-9 >= threshold, "\(figure.name): \(figure.missing) \(figure.extra)")
      if figure.f1 >= threshold + 0.01 {
        print("raise in thresholds.yaml: \(figure.name): \(hundredths(figure.f1))")
      }
    }
  }

  /// No page may stand for something that is no person.
  @Test func everyPersonIsOne() { #expect(figures.first?.extra == []) }

  /// `SITEGEN_UPDATE_SNAPSHOTS=1` writes the measured part of the page anew.
  @Test func thePageSaysWhatIsMeasured() throws {
    let measured = Self.opening + table + failures
    print(table)
    let page = try String(contentsOf: Self.page, encoding: .utf8)
    let start = try #require(page.range(of: Self.opening)).lowerBound
    if ProcessInfo.processInfo.environment["SITEGEN_UPDATE_SNAPSHOTS"] == "1" {
      try Data((page[..<start] + measured).utf8).write(to: Self.page)
    } else {
      #expect(
        String(page[start...]) == measured,
        "run SITEGEN_UPDATE_SNAPSHOTS=1 swift test --filter SeedQualityTests"
      )
    }
  }

  private var table: String {
    "\n| figure | in the texts | precision | recall | F1 |\n|---|--:|--:|--:|--:|\n"
      + figures.map { "\($0.row)\n" }.joined()
  }

  private var failures: String {
    let failing = figures.filter { !$0.missing.isEmpty || !$0.extra.isEmpty }
    return "\n## Failures\n"
      + failing.map { figure in
        "\n### \(figure.name)\n\n"
          + gathered(figure.missing, of: figure).map { "- not found: \($0)\n" }.joined()
          + gathered(figure.extra, of: figure).map { "- wrong: \($0)\n" }.joined()
      }.joined()
  }

  /// The words of functions in a line for each person, other statements as they are.
  private func gathered(_ statements: [String], of figure: QualityFigure) -> [String] {
    guard figure.name == "function words" else { return statements }
    var lines: [String] = []
    var last: Substring?
    for statement in statements {
      let parts = statement.split(separator: ":", maxSplits: 1)
      if parts.first == last, !lines.isEmpty {
        lines[lines.count - 1] += "," + parts[1]
      } else {
        lines.append(statement)
      }
      last = parts.first
    }
    return lines
  }
}

struct QualityFigureTests {
  @Test(arguments: [
    ([], [], 1.0, 1.0), (["a", "b"], ["a"], 1, 0.5), (["a"], ["a", "b"], 0.5, 1),
    (["a", "a"], ["a"], 1, 0.5), (["a"], ["b"], 0, 0),
  ])
  func statementsAreCounted(
    expected: [String],
    found: [String],
    precision: Double,
    recall: Double
  ) {
    let figure = QualityFigure("figure", expected: expected, found: found)
    #expect(figure.precision == precision)
    #expect(figure.recall == recall)
  }

  @Test(arguments: [(1.0, "1.00"), (0.999, "0.99"), (0.07, "0.07"), (0, "0.00")])
  func ratiosAreRoundedDown(ratio: Double, text: String) { #expect(hundredths(ratio) == text) }
}
