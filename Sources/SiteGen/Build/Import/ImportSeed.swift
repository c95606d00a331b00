public import Diagnostics
public import FileSystem
public import SiteModel

/// What an import in a folder came to.
public struct ImportReport: Sendable {
  /// The sources, for printing places.
  public let sources: SourceTree
  /// Everything found, sorted by place.
  public let diagnostics: [Diagnostic]
  /// What was or would be written; nil when no listed text bears the name.
  public let plan: ImportPlan?
}

/// Imports a text into `Content/` and retires it, or only says what an import would do.
///
/// - Parameters:
///   - name: the text, by its path or its name.
///   - site: folder of the site.
///   - types: the kinds of the collection.
///   - isDryRun: whether nothing is to be written.
/// - Returns: what was found and written; nothing is written with an error among it.
/// - Throws: `FileSystemError` when a file cannot be read or written.
public func importSeed(
  named name: String,
  in site: SiteDirectory,
  types: [ContentType],
  isDryRun: Bool
) throws(FileSystemError) -> ImportReport {
  let read = try readSources(site)
  let earlier = try readImported(site)
  let sources = read.value
  let found = read.diagnostics + earlier.diagnostics
  guard let seed = seedPath(named: name, in: sources) else {
    return ImportReport(sources: sources, diagnostics: found.sortedForPrinting(), plan: nil)
  }
  let plan = planImport(of: seed, from: sources, earlier: earlier.value, types: types)
  let diagnostics = found.sortedForPrinting() + plan.diagnostics
  if !isDryRun, !diagnostics.containsError { try writeSources(plan.value.edits, to: site) }
  return ImportReport(sources: sources, diagnostics: diagnostics, plan: plan.value)
}
