public import Diagnostics
public import FileSystem
import SiteModel

/// Makes the file of a new record, where none stands.
///
/// The number is the next one, the slug a valid one, the text that of the archetype of its kind:
/// `Templates/archetypes/`, or else the one that the program carries. The site is built in memory
/// with the new file before that is written, so that what is made always builds.
///
/// - Parameters:
///   - request: what to make.
///   - site: folder of the site.
///   - settings: how the site is built.
///   - carried: the archetype to use where the site has none of its own.
/// - Returns: what was made, or why not.
/// - Throws: `FileSystemError` when the site cannot be read or the file not be written.
public func createRecord(
  _ request: CreationRequest,
  in site: SiteDirectory,
  _ settings: BuildSettings,
  carrying carried: SourceFile?
) async throws(FileSystemError) -> CreationReport {
  let sources = try addInstalledStyle(to: try readSources(site).value, settings)
  let report = await planRecord(request, in: sources, settings, carrying: carried)
  if case .success(let creation) = report.outcome { try writeSources([creation.edit], to: site) }
  return report
}

/// Plans the file and holds it to the whole site; pure.
func planRecord(
  _ request: CreationRequest,
  in sources: SourceTree,
  _ settings: BuildSettings,
  carrying carried: SourceFile?
) async -> CreationReport {
  func refuse(_ refusal: CreationRefusal, _ found: [Diagnostic] = []) -> CreationReport {
    CreationReport(sources: sources, diagnostics: found, outcome: .failure(refusal))
  }
  guard sources.file(at: "Content/site.yaml") != nil else {
    return refuse(
      CreationRefusal(
        "no site here (Content/site.yaml is missing); `sitegen new site DIR` makes one"
      )
    )
  }
  guard let archetype = sources.file(at: Archetypes.path(of: request.kind)) ?? carried else {
    return refuse(CreationRefusal("\(Archetypes.path(of: request.kind)) is missing"))
  }
  let compiled = Archetypes.compile(archetype)
  guard !compiled.diagnostics.containsError else {
    return refuse(CreationRefusal("\(archetype.path) has errors"), compiled.diagnostics)
  }
  let linked = await linkSources(sources, settings)
  do throws(CreationRefusal) {
    let planning = CreationPlanning(request: request, site: linked.site)
    let creation = try planning.plan(with: compiled.value)
    return await hold(creation, to: sources, settings)
  } catch {
    return refuse(error)
  }
}

/// Refuses a file that would break the site.
private func hold(
  _ creation: Creation,
  to sources: SourceTree,
  _ settings: BuildSettings
) async -> CreationReport {
  let path = creation.edit.path
  let file = SourceFile(path: path, bytes: creation.edit.new)
  let grown = SourceTree(
    files: sources.files + [file],
    assets: sources.assets,
    installedStyles: sources.installedStyles
  )
  let built = await buildSite(from: grown, settings) { _, _ in }
  let errors = built.diagnostics.filter { $0.severity == .error && $0.span?.path == path }
  let refusal = CreationRefusal("\(path) would not build")
  return CreationReport(
    sources: grown,
    diagnostics: errors,
    outcome: errors.isEmpty ? .success(creation) : .failure(refusal)
  )
}
