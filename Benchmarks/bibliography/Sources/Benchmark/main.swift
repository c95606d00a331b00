import Foundation
import Samples

// Prints one table row a step, medians of five runs. Arguments: how many references, then the
// styles; without them the house's, or APA where it is not there, and one of full notes. There is
// one text of twenty cites for every eight references.

let folder = "/usr/share/citation-style-language"
let arguments = CommandLine.arguments.dropFirst()
let references = arguments.first.flatMap { Int($0) } ?? 4000
let house = "Templates/csl/donnees-numerique-sante.csl"
let authorDate =
  FileManager.default.fileExists(atPath: house) ? house : "\(folder)/styles/apa.csl"
let styles = try Styles(
  paths: arguments.count > 1
    ? Array(arguments.dropFirst())
    : [authorDate, "\(folder)/styles/chicago-fullnote-bibliography.csl"],
  localeFolder: "\(folder)/locales"
)
let sample = generateSample(
  references: references,
  texts: references / 8,
  citesPerText: 20,
  seed: 4
)

var runs: [[Step]] = []
for _ in 0..<5 { runs.append(await measure(sample, styles)) }

func median(_ values: [Double]) -> Double { values.sorted()[values.count / 2] }

func row(_ name: String, _ wall: Double, _ processor: Double, _ count: String) -> String {
  "| \(references) | \(name) | \(Int(wall.rounded())) | \(Int(processor.rounded())) | \(count) |"
}

print("| references | step | ms | ms of processor | made |")
print("|---|---|---|---|---|")
for (index, step) in runs[0].enumerated() {
  let times = runs.map { $0[index].time }
  print(
    row(
      step.name,
      median(times.map { $0.wall }),
      median(times.map { $0.processor }),
      "\(step.count)"
    )
  )
}
let totals = runs.map { run in
  run.reduce(into: (wall: 0.0, processor: 0.0)) {
    $0.wall += $1.time.wall
    $0.processor += $1.time.processor
  }
}
print(
  row(
    "**all**, \(styles.names.joined(separator: ", "))",
    median(totals.map { $0.wall }),
    median(totals.map { $0.processor }),
    "\(peakMemory()) MB at most"
  )
)
