import Checking
public import Diagnostics
import Exporters
import Linking
import Loading
import Rendering
import SeedParsers
import SiteModel
import Templating

/// The corridor, from sources to files: draft, load, link, cite, export, render, check.
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
  observe(.draft, StageProduct(drafts.count, "\(drafts.count) drafts"))

  let content = found.take(await loadContent(sources, drafts, settings))
  found.severities = content.configuration.severities
  let templates = found.take(loadTemplates(sources, types))
  let loaded = "\(content.items.count) entities, \(templates.names.count) templates"
  observe(.load, StageProduct(content.items.count, loaded))

  let addressing = Addressing(
    baseURL: settings.baseURL ?? content.configuration.baseURL,
    style: settings.linkStyle
  )
  let named = found.take(await linkTexts(content, sources, jobs: settings.jobs))
  let linked = found.take(linkEntities(named, addressing: addressing))
  observe(.link, countedKinds(linked))

  let site = found.take(await citeTexts(linked, jobs: settings.jobs))
  let citing = site.citations.documents.count
  observe(.cite, StageProduct(citing, "\(citing) texts cite or name"))
  guard !found.containsError else {
    return BuiltSite(site: nil, files: [], diagnostics: found.sorted)
  }

  let exports = await concurrentMap(exporters, jobs: settings.jobs) { $0.files(for: site) }
    .flatMap { $0 }
  observe(.export, StageProduct(exports.count, bytes: size(of: exports), "\(exports.count) files"))

  let assets = found.take(planAssets(sources, types: types))
  let words = NoteWords(templates)
  let pages = await concurrentMap(planPages(site), jobs: settings.jobs) { request in
    renderPage(request, of: site, with: templates, words: words)
  }
  let files = pages + exports + assets
  let rendered = "\(pages.count) pages, \(assets.count) assets"
  observe(.render, StageProduct(pages.count, bytes: size(of: pages), rendered))

  let scanned = await concurrentMap(files, jobs: settings.jobs) {
    ScannedPage($0, addressing: site.addressing)
  }
  let checked = CheckedSite(
    site: site,
    paths: files.map(\.path),
    pages: scanned.compactMap { $0 }
  )
  found.take(await concurrentMap(rules, jobs: settings.jobs) { $0.check(checked) })
  observe(.check, StageProduct(rules.count, "\(rules.count) rules"))
  return BuiltSite(
    site: site,
    files: found.containsError ? [] : files,
    diagnostics: found.sorted
  )
}

/// Templates, compiled and held against what pages offer.
func loadTemplates(_ sources: SourceTree, _ types: [ContentType]) -> Diagnosed<TemplateSet> {
  let compiled = TemplateSet.compile(sources.files(under: "Templates"), root: "Templates")
  guard !compiled.diagnostics.containsError else { return compiled }
  return Diagnosed(
    compiled.value,
    compiled.diagnostics + checkTemplates(compiled.value, for: types) + checkArchetypes(sources)
  )
}

/// `1 issue, 79 person, …`, for the line that tells of linking.
private func countedKinds(_ site: Site) -> StageProduct {
  let kinds = site.contentTypes.map(\.kind)
  let counts = kinds.map { site.graph.entities(of: $0).count }
  let words = zip(counts, kinds).map { "\($0) \($1.rawValue)" }
  return StageProduct(counts.reduce(0, +), words.joined(separator: ", "))
}

/// Bytes of files that are made rather than copied.
private func size(of files: [OutputFile]) -> Int {
  files.reduce(0) { sum, file in
    guard case .bytes(let bytes) = file.contents else { return sum }
    return sum + bytes.count
  }
}
