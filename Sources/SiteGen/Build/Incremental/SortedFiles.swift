import SiteModel

/// The files of a build in the order of their paths.
struct SortedFiles {
  private(set) var sorted: [OutputFile] = []
  /// By where a file was made, where it stands.
  private var places: [Int] = []

  /// No files.
  init() {}

  /// Sorts files in the order in which they were made.
  init(_ made: [OutputFile]) {
    let order = made.indices.sorted { made[$0].path < made[$1].path }
    sorted = order.map { made[$0] }
    places = Array(repeating: 0, count: made.count)
    for (place, index) in order.enumerated() { places[index] = place }
  }

  /// Where a file stands, by where it was made.
  func place(of index: Int) -> Int { places[index] }

  /// Numbers the first files as they are made now.
  ///
  /// - Parameter old: by where each is made now, where it was made before.
  mutating func renumber(_ old: [Int]) {
    places.replaceSubrange(0..<old.count, with: old.map { places[$0] })
  }

  /// Puts files in the place of those that were made where they are.
  mutating func replace(_ files: [(index: Int, file: OutputFile)]) {
    for (index, file) in files { sorted[places[index]] = file }
  }
}
