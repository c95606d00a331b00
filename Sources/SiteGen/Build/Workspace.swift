public import Diagnostics
public import FileSystem
public import Loading
public import SiteModel

/// What a build in a folder came to.
public struct WorkspaceReport: Sendable {
  /// The files that diagnostics point into, for printing places; without those that somebody changed
  /// while the site was built.
  public let shown: [SourceFile]
  /// Everything found, in the order of stages.
  public let diagnostics: [Diagnostic]
  /// What was written; nil when errors kept the door shut.
  public let written: WriteReport?
  /// The model that pages were made from; nil when none was made.
  public let site: Site?
}

/// Reads a site, walks the corridor, and writes the output when nothing is wrong.
///
/// When a build by the same program has made this very output from the same, the corridor is not
/// walked: the report says what that build found, and that nothing was written.
///
/// - Parameters:
///   - site: folder of the site.
///   - output: folder of the output; replaced as a whole, or left as it was.
///   - settings: how to build.
///   - program: which program builds; nil neither looks at the last build nor remembers this one.
///   - observe: told of every stage walked.
/// - Returns: what was found and written.
/// - Throws: `FileSystemError` when a folder cannot be read or written.
public func buildWorkspace(
  _ site: SiteDirectory,
  output: OutputDirectory,
  _ settings: BuildSettings,
  by program: ProgramIdentity?,
  observe: StageObserver
) async throws(FileSystemError) -> WorkspaceReport {
  let (sources, found, shelf) = try await readWorkspace(site, settings)
  observe(.read, readProduct(sources))
  guard !found.containsError else {
    let shown = shelf.files(shownBy: found)
    return WorkspaceReport(shown: shown, diagnostics: found, written: nil, site: nil)
  }
  let claim = try ClaimedOutput(output, for: site)
  let inputs = digestInputs(sources, shelf.digests, settings, by: program, into: claim)
  if let inputs, let last = await claim.lastBuild(from: inputs, jobs: settings.jobs) {
    observe(.write, writeProduct(last.written, " (nothing changed since the last build)"))
    let all = found + last.diagnostics
    let shown = shelf.files(shownBy: all)
    return WorkspaceReport(shown: shown, diagnostics: all, written: last.written, site: nil)
  }
  // Pages are written aside as they are made; only a site without errors takes the old one's place.
  let staged = try StagedOutput(in: claim)
  let built = await buildSite(
    from: consume sources,
    rereading: shelf.file,
    settings,
    emit: staged.add,
    observe: observe
  )
  let diagnostics = found + built.diagnostics
  let shown = shelf.files(shownBy: diagnostics)
  guard !diagnostics.containsError else {
    staged.discard()
    return WorkspaceReport(shown: shown, diagnostics: diagnostics, written: nil, site: nil)
  }
  let written = try staged.publish()
  if let inputs, let stamp = await staged.stamp(visitOnAllThreads(jobs: settings.jobs)) {
    claim.remember(built.diagnostics, from: inputs, written, as: stamp)
  }
  observe(.write, writeProduct(written))
  let made = built.site
  return WorkspaceReport(shown: shown, diagnostics: diagnostics, written: written, site: made)
}

/// Reads the sources of a site on several threads.
private func readWorkspace(
  _ site: SiteDirectory,
  _ settings: BuildSettings
) async throws(FileSystemError) -> (SourceTree, [Diagnostic], SourceShelf) {
  let found = try findSources(site)
  let read = found.sources(
    from: await concurrentMap(found.texts, jobs: settings.jobs) { $0.read() }
  )
  let sources = try addInstalledStyle(to: read.value, settings)
  let digests = await digestTexts(sources, jobs: settings.jobs)
  let shelf = SourceShelf(of: sources, digests: digests, foundIn: found)
  return (sources, read.diagnostics.sortedForPrinting(), shelf)
}

/// `3 written, 92 unchanged, 0 removed`, for the line that tells of writing.
private func writeProduct(_ report: WriteReport, _ remark: String = "") -> StageProduct {
  let counts = "\(report.written) written, \(report.unchanged) unchanged, \(report.removed) removed"
  return StageProduct(report.written, bytes: report.bytes, counts + remark)
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
