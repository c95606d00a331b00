import ArgumentParser
import Build
import Markup

/// Forms of `--timings`.
enum TimingsForm: Hashable, ExpressibleByArgument {
  case table, json
  /// No form: a word that cannot be read here would be taken for none by the library.
  case unknown(String)

  static let allValueStrings = ["table", "json"]

  init(argument: String) {
    switch argument {
    case "table": self = .table
    case "json": self = .json
    default: self = .unknown(argument)
    }
  }
}

/// What one stage, or all together, took.
struct StageTiming {
  let name: String
  /// How many things it made; nil for all together.
  let count: Int?
  /// Bytes read, made or written; nil where there are none.
  let bytes: Int?
  let wall: Duration
  /// Time of all processors together.
  let processor: Duration
  /// The most memory that the process had held when the stage ended.
  let peakMemory: Int

  init(_ name: String, _ product: StageProduct?, from start: ProcessReading, to end: ProcessReading)
  {
    self.name = name
    count = product?.count
    bytes = product?.bytes
    wall = start.instant.duration(to: end.instant)
    processor = end.processorTime - start.processorTime
    peakMemory = end.peakMemory
  }
}

/// A table for people: a line a stage, figures to the right.
func timingsTable(_ timings: [StageTiming]) -> String {
  let head = ["stage", "count", "wall ms", "CPU ms", "bytes", "peak MB"]
  let rows = timings.map { timing in
    [
      timing.name, timing.count.map(String.init) ?? "", tenths(of: timing.wall),
      tenths(of: timing.processor), timing.bytes.map(String.init) ?? "",
      decimal(tenths: timing.peakMemory / 100_000),
    ]
  }
  return ([head] + rows).map { row in
    row[0] + spaces(7 - row[0].count) + row.dropFirst().map { spaces(12 - $0.count) + $0 }.joined()
      + "\n"
  }.joined()
}

/// One object on one line for programs: times in milliseconds, sizes in bytes.
func timingsJSON(_ timings: [StageTiming]) -> String {
  let stages = timings.map { timing -> JSONValue in
    var fields: [String: JSONValue] = [
      "stage": .string(timing.name), "wall": .number(milliseconds(of: timing.wall)),
      "cpu": .number(milliseconds(of: timing.processor)), "peak": .integer(timing.peakMemory),
    ]
    fields["count"] = timing.count.map { .integer($0) }
    fields["bytes"] = timing.bytes.map { .integer($0) }
    return .object(fields)
  }
  return JSONValue.object(["timings": .array(stages)]).text + "\n"
}

/// Milliseconds with one decimal.
func tenths(of duration: Duration) -> String {
  decimal(tenths: microseconds(of: duration) / 100)
}

private func milliseconds(of duration: Duration) -> Double {
  Double(microseconds(of: duration)) / 1000
}

private func microseconds(of duration: Duration) -> Int {
  let (seconds, attoseconds) = duration.components
  return Int(seconds) * 1_000_000 + Int(attoseconds / 1_000_000_000_000)
}

private func decimal(tenths: Int) -> String { "\(tenths / 10).\(tenths % 10)" }

private func spaces(_ count: Int) -> String { String(repeating: " ", count: max(0, count)) }
