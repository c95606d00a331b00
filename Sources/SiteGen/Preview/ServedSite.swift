import Build
import Diagnostics
import FileSystem
import SiteModel

/// The last good site and what became of the last build: all that a preview shows.
struct ServedSite: Sendable {
  /// Empty until the first build that succeeds.
  private(set) var files: [OutputPath: OutputFile.Contents] = [:]
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
  ///   - changes: what changed in the sources; copied files show it in no other way.
  /// - Returns: what browsers see that is new.
  mutating func take(_ built: BuiltSite, after changes: WatchedChanges) -> Changes {
    var found: [OutputPath] = []
    var new: [OutputPath: OutputFile.Contents] = [:]
    new.reserveCapacity(built.files.count)
    for file in built.files {
      new[file.path] = file.contents
      // Pages that the builder gives again are the same array: comparing them costs nothing.
      if files[file.path] != file.contents || isCopy(file.contents, ofOneOf: changes) {
        found.append(file.path)
      }
    }
    let removed = files.keys.filter { new[$0] == nil }
    files = new
    isBuilt = true
    problems = nil
    early = [:]
    if let site = built.site { basePath = site.addressing.basePath }
    return Changes(changed: found.sorted(), removed: removed.sorted())
  }

  private func isCopy(_ contents: OutputFile.Contents, ofOneOf changes: WatchedChanges) -> Bool {
    guard case .copy(let source) = contents else { return false }
    return changes.mayConcern(source)
  }
}
