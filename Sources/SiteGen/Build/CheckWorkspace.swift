import Checking
public import Diagnostics
public import FileSystem
import SiteModel

/// What checking a site came to.
public struct CheckReport: Sendable {
  /// The sources, as they are when the check is over, for printing places.
  public let sources: SourceTree
  /// What is found in them, in the order of stages.
  public let diagnostics: [Diagnostic]
  /// How many problems were, or would be, mended.
  public let fixed: Int
  /// Addresses of other sites that texts link to, with their places; empty where errors hid them.
  public let externalLinks: [Spanned<String>]
  /// The files that were, or would be, written.
  public let edits: [SourceEdit]

  /// The edits as a unified diff.
  public var diff: String {
    edits.map { unifiedDiff($0.path, old: $0.old ?? [], new: $0.new) }.joined()
  }
}

/// What a check does about what can be mended.
public enum Fixing: Hashable, Sendable {
  /// Nothing.
  case none
  /// Says what it would do.
  case plan
  /// Writes the files, all or none.
  case write
}

/// Walks the corridor with all rules and writes no page; mends what is safe to mend if asked to.
///
/// - Parameters:
///   - site: folder of the site.
///   - settings: how to build; all rules hold whatever they say.
///   - fixing: what to do about what can be mended.
///   - observe: told of every stage of the last walk.
/// - Returns: what is found, after the fixes if they were written.
/// - Throws: `FileSystemError` when the site cannot be read or a file not be written.
public func checkWorkspace(
  _ site: SiteDirectory,
  _ settings: BuildSettings,
  fixing: Fixing,
  observe: StageObserver
) async throws(FileSystemError) -> CheckReport {
  let read = try readSources(site)
  let sources = try addInstalledStyle(to: read.value, settings)
  observe(.read, readProduct(sources))
  let found = read.diagnostics.sortedForPrinting()
  guard !found.containsError else {
    return CheckReport(sources: sources, diagnostics: found, fixed: 0, externalLinks: [], edits: [])
  }
  let built = await buildSite(from: sources, settings, observe: observe)
  guard fixing != .none else {
    return CheckReport(
      sources: sources,
      diagnostics: found + built.diagnostics,
      fixed: 0,
      externalLinks: built.site.map(ExternalLinks.all) ?? [],
      edits: []
    )
  }
  let mended = await fixSources(sources, built, settings)
  if fixing == .write, !mended.edits.isEmpty { try writeSources(mended.edits, to: site) }
  let isWritten = fixing == .write
  return CheckReport(
    sources: isWritten ? mended.sources : sources,
    diagnostics: found + (isWritten ? mended.diagnostics : built.diagnostics),
    fixed: mended.count,
    externalLinks: [],
    edits: mended.edits
  )
}

/// Fixes until nothing safe is left: a fix may uncover another, or keep one from being done at once.
private func fixSources(
  _ sources: SourceTree,
  _ built: BuiltSite,
  _ settings: BuildSettings
) async -> (sources: SourceTree, diagnostics: [Diagnostic], count: Int, edits: [SourceEdit]) {
  var (mended, diagnostics, count) = (sources, built.diagnostics, 0)
  for _ in 0..<8 {
    let plan = planFixes(diagnostics, in: mended)
    guard !plan.edits.isEmpty else { break }
    count += plan.count
    mended = plan.apply(to: mended)
    diagnostics = await buildSite(from: mended, settings) { _, _ in }.diagnostics
  }
  let edits = zip(sources.files, mended.files).filter { $0 != $1 }.map { before, after in
    SourceEdit(path: before.path, old: before.bytes, new: after.bytes)
  }
  return (mended, diagnostics, count, edits)
}
