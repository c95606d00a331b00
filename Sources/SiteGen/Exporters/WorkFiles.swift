import CSL
import SiteModel

/// The files of every set of works in one format.
///
/// Each work is written once, however many sets hold it.
///
/// - Parameters:
///   - site: the site.
///   - format: the format.
///   - write: a text for each item, in the order of the items.
///   - join: the file of a set, from the texts of its works.
/// - Returns: a file for each set, in the order of the sets, made when it is asked for: together they
///   are larger than all works.
func workFiles(
  for site: Site,
  in format: WorkFormat,
  write: ([CSLItem]) -> [[UInt8]],
  join: @escaping @Sendable ([[UInt8]]) -> [UInt8]
) -> ExportedFiles {
  let works = site.graph.entities(of: .reference).filter { $0.work != nil }
  let texts = write(works.compactMap(\.work))
  let numbers = site.graph.numbers
  var places: [Int?] = Array(repeating: nil, count: numbers.count)
  for (place, work) in works.enumerated() {
    if let number = numbers[work] { places[number] = place }
  }
  let sets = site.workSets
  return ExportedFiles(count: sets.count) { [places] place in
    let set = sets[place]
    return OutputFile(
      path: set.path(in: format),
      contents: .bytes(join(set.numbers.compactMap { places[$0].map { texts[$0] } }))
    )
  }
}

/// Texts that end with a line feed, an empty line between them.
func joinByEmptyLines(_ texts: [[UInt8]]) -> [UInt8] {
  var joined: [UInt8] = []
  appendJoined(texts, by: [0x0A], to: &joined)
  return joined
}

/// Appends texts with a separator between them, each copied whole.
func appendJoined(_ texts: [[UInt8]], by separator: [UInt8], to output: inout [UInt8]) {
  let length = texts.reduce(output.count) { $0 + $1.count + separator.count }
  output.reserveCapacity(length + separator.count)
  for (index, text) in texts.enumerated() {
    if index > 0 { output.append(contentsOf: separator) }
    output.append(contentsOf: text)
  }
}
