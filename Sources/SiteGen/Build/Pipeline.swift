public import Diagnostics
import Exporters
import Linking
import Loading
import Rendering
import Checking
import SeedParsers
public import SiteModel
import Templating

/// What a build is made from besides its sources.
public struct BuildSettings: Sendable {
  /// The kinds of the collection, in navigation order.
  public let entityTypes: [any Entity.Type]
  /// Takes the place of the base URL of `site.yaml`; nil leaves it.
  public let baseURL: String?
  /// How links to pages are written.
  public let linkStyle: LinkStyle
  /// Whether warnings count as errors.
  public let isStrict: Bool
  /// Number of workers, at least 1; never shows in the output.
  public let jobs: Int

  /// Makes settings.
  public init(
    entityTypes: [any Entity.Type],
    baseURL: String?,
    linkStyle: LinkStyle,
    isStrict: Bool,
    jobs: Int
  ) {
    self.entityTypes = entityTypes
    self.baseURL = baseURL
    self.linkStyle = linkStyle
    self.isStrict = isStrict
    self.jobs = max(1, jobs)
  }
}

/// The end of the corridor: files to write and what was found on the way.
public struct BuiltSite: Sendable {
  /// The model that pages were made from; nil when errors ended the corridor before.
  public let site: Site?
  /// Every file of the site; empty when errors kept it from being made.
  public let files: [OutputFile]
  /// In the order of stages, within a stage by place.
  public let diagnostics: [Diagnostic]
}

/// The corridor, from sources to files: draft, load, link, export, render, check.
///
/// Pure: everything it reads is an argument. With errors among what is found before rendering, the
/// corridor ends there; `observe` is told of every stage that was walked.
public func buildSite(
  from sources: SourceTree,
  _ settings: BuildSettings,
  observe: StageObserver
) async -> BuiltSite {
  let types = settings.entityTypes.map { $0.contentType }
  var found = FoundDiagnostics(isStrict: settings.isStrict)

  let drafts = found.take(await draftSeeds(sources, jobs: settings.jobs))
  observe(.draft, "\(drafts.count) drafts")

  let content = found.take(await loadContent(sources, drafts, settings))
  found.severities = content.configuration.severities
  let templates = found.take(loadTemplates(sources, types))
  observe(.load, "\(content.items.count) entities, \(templates.names.count) templates")

  let addressing = Addressing(
    baseURL: settings.baseURL ?? content.configuration.baseURL,
    style: settings.linkStyle
  )
  let site = found.take(linkEntities(content, addressing: addressing))
  observe(.link, countedKinds(site))
  guard !found.containsError else {
    return BuiltSite(site: nil, files: [], diagnostics: found.sorted)
  }

  let exports = exporters.flatMap { $0.files(for: site) }
  observe(.export, "\(exports.count) files")

  let assets = found.take(planAssets(sources, types: types))
  let words = NoteWords(templates)
  let pages = await concurrentMap(planPages(site), jobs: settings.jobs) { request in
    renderPage(request, of: site, with: templates, words: words)
  }
  let files = pages + exports + assets
  observe(.render, "\(pages.count) pages, \(assets.count) assets")

  let checked = CheckedSite(site: site, files: files)
  found.take(await concurrentMap(rules, jobs: settings.jobs) { $0.check(checked) })
  observe(.check, "\(rules.count) rules")
  return BuiltSite(
    site: site,
    files: found.containsError ? [] : files,
    diagnostics: found.sorted
  )
}

/// Templates, compiled and held against what pages offer.
private func loadTemplates(_ sources: SourceTree, _ types: [ContentType]) -> Diagnosed<TemplateSet>
{
  let compiled = TemplateSet.compile(sources.files(under: "Templates"), root: "Templates")
  guard !compiled.diagnostics.containsError else { return compiled }
  return Diagnosed(
    compiled.value,
    compiled.diagnostics + checkTemplates(compiled.value, for: types)
  )
}

/// `1 issue, 79 person, …`, for the line that tells of linking.
private func countedKinds(_ site: Site) -> String {
  site.contentTypes.map { "\(site.graph.entities(of: $0.kind).count) \($0.kind.rawValue)" }
    .joined(separator: ", ")
}
