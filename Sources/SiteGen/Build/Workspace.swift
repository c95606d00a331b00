public import Diagnostics
public import FileSystem
public import Loading
public import SiteModel

/// What a build in a folder came to.
public struct WorkspaceReport: Sendable {
  /// The sources, for printing places.
  public let sources: SourceTree
  /// Everything found, in the order of stages.
  public let diagnostics: [Diagnostic]
  /// What was written; nil when errors kept the door shut.
  public let written: WriteReport?
  /// The model that pages were made from; nil when there is none.
  public let site: Site?
}

/// Reads a site, walks the corridor, and writes the output when nothing is wrong.
///
/// - Parameters:
///   - site: folder of the site.
///   - output: folder of the output; replaced as a whole, or left as it was.
///   - settings: how to build.
///   - observe: told of every stage walked.
/// - Returns: what was found and written.
/// - Throws: `FileSystemError` when a folder cannot be read or written.
public func buildWorkspace(
  _ site: SiteDirectory,
  output: OutputDirectory,
  _ settings: BuildSettings,
  observe: StageObserver
) async throws(FileSystemError) -> WorkspaceReport {
  let read = try readSources(site)
  let sources = try addInstalledStyle(to: read.value, settings)
  observe(.read, readProduct(sources))
  guard !read.diagnostics.containsError else {
    return WorkspaceReport(
      sources: sources,
      diagnostics: read.diagnostics.sortedForPrinting(),
      written: nil,
      site: nil
    )
  }
  // Pages are written aside as they are made; only a site without errors takes the old one's place.
  let staged = try StagedOutput(for: output, copyingFrom: site)
  let built = await buildSite(from: sources, settings, emit: staged.add, observe: observe)
  let diagnostics = read.diagnostics.sortedForPrinting() + built.diagnostics
  guard !diagnostics.containsError else {
    staged.discard()
    return WorkspaceReport(sources: sources, diagnostics: diagnostics, written: nil, site: nil)
  }
  let written = try staged.publish()
  let counts =
    "\(written.written) written, \(written.unchanged) unchanged, \(written.removed) removed"
  observe(.write, StageProduct(written.written, bytes: written.bytes, counts))
  return WorkspaceReport(
    sources: sources,
    diagnostics: diagnostics,
    written: written,
    site: built.site
  )
}

/// `95 texts, 6 assets`, for the line that tells of reading.
func readProduct(_ sources: SourceTree) -> StageProduct {
  StageProduct(
    sources.files.count,
    bytes: sources.files.reduce(0) { $0 + $1.bytes.count },
    "\(sources.files.count) texts, \(sources.assets.count) assets"
  )
}

/// Adds what the site is to be printed with and does not hold itself: a style of the system, its
/// parent, their locales.
///
/// - Throws: `FileSystemError` when a file that is installed cannot be read.
public func addInstalledStyle(
  to sources: SourceTree,
  _ settings: BuildSettings
) throws(FileSystemError) -> SourceTree {
  let configuration = loadConfiguration(sources, knownCodes: []).value
  let chosen = ChosenStyle(commandLine: settings.citationStyle, configuration: configuration)
  return try addInstalledStyle(chosen, to: sources, language: configuration.language)
}

/// Adds a style of the system, its parent and their locales to sources that do not hold them.
///
/// - Throws: `FileSystemError` when a file that is installed cannot be read.
public func addInstalledStyle(
  _ chosen: ChosenStyle,
  to sources: SourceTree,
  language: String
) throws(FileSystemError) -> SourceTree {
  var sources = sources
  var asked: [InstalledFile] = []
  while true {
    let missing = findMissingStyleFiles(sources, chosen, language: language)
    guard missing.contains(where: { !asked.contains($0) }) else { return sources }
    sources = try addInstalledFiles(missing, to: sources)
    asked += missing
  }
}
