import Build
import Diagnostics
import FileSystem
import SiteModel

/// The last good site and what became of the last build: all that a preview shows.
struct ServedSite: Sendable {
  /// Empty until the first build that succeeds.
  private(set) var files: [OutputPath: OutputFile.Contents] = [:]
  /// The files among them that are copied, by the file of the site whose bytes they hold.
  private var copies: [OutputPath: String] = [:]
  /// Whether there ever was a good build.
  private(set) var isBuilt = false
  /// The path of the base URL, `/revue`; empty at the root of a host.
  private(set) var basePath = ""
  /// Nil while all is well.
  private(set) var problems: ProblemReport?
  /// Pages of a build that has not come to its end; whoever looks at them sees them already.
  private var early: [OutputPath: OutputFile.Contents] = [:]

  /// What a build made another thing than before.
  struct Changes: Hashable, Sendable {
    /// New or with other bytes, ascending.
    let changed: [OutputPath]
    /// Gone, ascending.
    let removed: [OutputPath]
  }

  /// What stands at a path; nil when nothing does.
  func contents(at path: OutputPath) -> OutputFile.Contents? { early[path] ?? files[path] }

  /// Takes a page of a build that runs; false when it is no news.
  mutating func takeEarly(_ file: OutputFile) -> Bool {
    guard isBuilt, contents(at: file.path) != file.contents else { return false }
    early[file.path] = file.contents
    return true
  }

  /// Takes the reasons why a build made no site; what was shown of it early is shown no more.
  mutating func take(_ report: ProblemReport) {
    problems = report
    early = [:]
  }

  /// Takes the files of a build in place of those of the last.
  ///
  /// - Parameters:
  ///   - built: a build without errors.
  ///   - difference: what the builder knows to be other than in the files that are shown; nil where
  ///     it does not know these, so that all files are compared.
  ///   - changes: what changed in the sources; copied files show it in no other way.
  /// - Returns: what browsers see that is new.
  mutating func take(
    _ built: BuiltSite,
    _ difference: Changes?,
    after changes: WatchedChanges
  ) -> Changes {
    let taken = difference.map { replace($0, in: built.files) } ?? replaceAll(by: built.files)
    let copied = copies.filter { changes.mayConcern($0.value) }.map(\.key)
    isBuilt = true
    problems = nil
    early = [:]
    if let site = built.site { basePath = site.addressing.basePath }
    return Changes(changed: Set(taken.changed + copied).sorted(), removed: taken.removed)
  }

  private mutating func replaceAll(by new: [OutputFile]) -> Changes {
    let old = files
    files = Dictionary(new.map { ($0.path, $0.contents) }) { _, last in last }
    copies = files.compactMapValues(\.source)
    return Changes(
      changed: new.filter { old[$0.path] != $0.contents }.map(\.path),
      removed: old.keys.filter { files[$0] == nil }.sorted()
    )
  }

  private mutating func replace(_ difference: Changes, in new: [OutputFile]) -> Changes {
    for path in difference.removed { (files[path], copies[path]) = (nil, nil) }
    for path in difference.changed {
      let contents = new.contents(at: path)
      (files[path], copies[path]) = (contents, contents?.source)
    }
    return difference
  }
}

extension OutputFile.Contents {
  /// The file of the site whose bytes these are.
  fileprivate var source: String? {
    switch self {
    case .bytes: nil
    case .copy(let source): source
    }
  }
}

extension [OutputFile] {
  /// What stands at a path, in a list in order of path; logarithmic.
  fileprivate func contents(at path: OutputPath) -> OutputFile.Contents? {
    let place = partitioningIndex { $0.path >= path }
    return place < count && self[place].path == path ? self[place].contents : nil
  }
}
