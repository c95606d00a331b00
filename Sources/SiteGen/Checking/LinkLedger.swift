public import SiteModel

/// What the pages of a site lead to and what stands there, kept from build to build, so that after
/// an edit only the links that may have broken are looked at again.
///
/// It only knows whether anything is wrong; the rules say what.
public struct LinkLedger: Sendable {
  /// What a page leads to.
  private struct Entry {
    /// Numbers of the files, ascending, each once.
    let files: [Int32]
    /// Places in files.
    let places: [(file: Int32, id: String)]
    /// Whether ids are unique and nothing is a script.
    let isSound: Bool
    var leadsSomewhere = true
  }

  private var numbers: [String: Int32] = [:]
  /// By number, whether there is such a file.
  private var exists: [Bool] = []
  /// By number, the ids of a page.
  private var ids: [Set<String>?] = []
  private var entries: [String: Entry] = [:]

  /// How many pages there are, those of one path counted once.
  public var pageCount: Int { entries.count }

  /// Begins without pages.
  public init() {}

  /// Whether every link leads somewhere, ids are unique and nothing is a script.
  public var isSound: Bool { entries.values.allSatisfy { $0.isSound && $0.leadsSomewhere } }

  /// Enters pages that were scanned, and looks at what they may have broken.
  ///
  /// - Parameters:
  ///   - pages: those that are new or other.
  ///   - paths: of all files; nil when there are the same as before.
  public mutating func update(_ pages: [ScannedPage], paths: [OutputPath]?) {
    var touched: Set<Int32> = []
    if let paths { enter(paths.map(\.text), &touched) }
    for page in pages {
      let number = number(of: page.path)
      let own = Set(page.ids)
      if ids[Int(number)] != own { touched.insert(number) }
      ids[Int(number)] = own
      entries[page.path] = entry(of: page, hasOwnIDs: own.count == page.ids.count)
    }
    for page in pages { look(at: page.path) }
    guard !touched.isEmpty else { return }
    let reached = entries.filter { $0.value.files.contains(where: touched.contains) }.map(\.key)
    for path in reached { look(at: path) }
  }

  private mutating func look(at path: String) {
    guard let entry = entries[path] else { return }
    let leads = leadsSomewhere(entry)
    guard leads != entry.leadsSomewhere else { return }
    entries[path]?.leadsSomewhere = leads
  }

  /// Takes the paths of all files; pages that are no more are forgotten.
  private mutating func enter(_ paths: [String], _ touched: inout Set<Int32>) {
    let old = exists
    exists = Array(repeating: false, count: exists.count)
    for path in paths { exists[Int(number(of: path))] = true }
    for place in exists.indices where exists[place] != (place < old.count && old[place]) {
      touched.insert(Int32(place))
      if !exists[place] { ids[place] = nil }
    }
    entries = entries.filter { path, _ in numbers[path].map { exists[Int($0)] } ?? false }
  }

  private mutating func entry(of page: ScannedPage, hasOwnIDs: Bool) -> Entry {
    var files: Set<Int32> = []
    var places: [(file: Int32, id: String)] = []
    for link in page.internalLinks {
      let number = number(of: link.target.path)
      files.insert(number)
      if let place = link.target.place { places.append((number, place)) }
    }
    return Entry(
      files: files.sorted(),
      places: places,
      isSound: hasOwnIDs && page.handlers.isEmpty
        && !page.links.contains(where: ScriptInPage().isScript)
    )
  }

  private func leadsSomewhere(_ entry: Entry) -> Bool {
    entry.files.allSatisfy { exists[Int($0)] }
      && entry.places.allSatisfy { file, id in ids[Int(file)].map { $0.contains(id) } ?? true }
  }

  private mutating func number(of path: String) -> Int32 {
    if let number = numbers[path] { return number }
    let number = Int32(exists.count)
    numbers[path] = number
    exists.append(false)
    ids.append(nil)
    return number
  }
}
