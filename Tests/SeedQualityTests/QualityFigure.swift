/// How well one kind of statement is read: what the gold records state against what was found.
struct QualityFigure: Sendable {
  let name: String
  let expected: [String]
  let missing: [String]
  let extra: [String]

  /// Compares two collections of statements; one that stands twice must be found twice.
  init(_ name: String, expected: [String], found: [String]) {
    var open: [String: Int] = [:]
    for statement in expected { open[statement, default: 0] += 1 }
    var extra: [String] = []
    for statement in found {
      if let left = open[statement], left > 0 {
        open[statement] = left - 1
      } else {
        extra.append(statement)
      }
    }
    var missing: [String] = []
    for statement in expected.reversed() where open[statement, default: 0] > 0 {
      open[statement, default: 0] -= 1
      missing.append(statement)
    }
    self.name = name
    self.expected = expected
    self.missing = missing.reversed()
    self.extra = extra
  }

  private var matched: Int { expected.count - missing.count }

  var precision: Double { ratio(matched, matched + extra.count) }
  var recall: Double { ratio(matched, expected.count) }
  var f1: Double { ratio(2 * matched, 2 * matched + extra.count + missing.count) }

  /// A line of the table in Markdown.
  var row: String {
    let isNothingFound = missing.count == expected.count && extra.isEmpty
    return "| \(name) | \(expected.count) | \(isNothingFound ? "–" : hundredths(precision)) "
      + "| \(hundredths(recall)) | \(hundredths(f1)) |"
  }

  private func ratio(_ part: Int, _ whole: Int) -> Double {
    whole == 0 ? 1 : Double(part) / Double(whole)
  }
}

/// A ratio with two decimals, rounded down: 1.00 only when nothing is wrong.
func hundredths(_ ratio: Double) -> String {
  let hundredths = Int((ratio * 100 + 1e-9).rounded(.down))
  return "\(hundredths / 100).\(hundredths / 10 % 10)\(hundredths % 10)"
}
