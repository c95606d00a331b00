import CSL
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
/// corridor ends there, but not for warnings that count as errors; `observe` is told of every stage
/// that was walked.
///
/// - Parameters:
///   - sources: all texts of the site; whoever gives them away holds them no longer than until they
///     are loaded.
///   - reread: gives one of the texts again, to tell where in it something stands; with nil the sources
///     are held until names are linked.
///   - settings: how to build.
///   - emit: takes each file as soon as it is made, from any thread and in any order, so that no one
///     holds the whole site. Whether the files may be published is known at the end.
///   - observe: told of every stage walked.
/// - Returns: the model and what was found on the way.
public func buildSite(
  from sources: consuming SourceTree,
  rereading reread: TextReader? = nil,
  _ settings: BuildSettings,
  emit: @escaping FileTaker,
  observe: StageObserver
) async -> CheckedBuild {
  var found = FoundDiagnostics(isStrict: settings.isStrict)
  let (site, materials) = await citedSite(from: sources, reread, settings, &found, observe)
  guard !found.breaksPages else { return CheckedBuild(site: nil, diagnostics: found.sorted) }

  let passing = PassingFiles(to: emit)
  let (exports, pages) = await sideBySide(
    { await exportSite(site, jobs: settings.jobs, passing.take) },
    { PageMaker(of: site, with: materials.templates) },
    jobs: settings.jobs
  )
  let exported = "\(exports.count) files"
  observe(.export, StageProduct(exports.count, bytes: passing.takenBytes(), exported))

  let assets = found.take(materials.assets)
  assets.forEach(emit)
  let paths = pages.paths + exports + assets.map(\.path)
  let facts = await renderSite(pages, among: paths, jobs: settings.jobs, passing.take)
  let rendered = "\(facts.count) pages, \(assets.count) assets"
  observe(.render, StageProduct(facts.count, bytes: passing.takenBytes(), rendered))

  let held = settings.rules == .all ? rules + editorialRules : rules
  let checked = await scanPages(
    pages,
    settings.rules == .all ? nil : facts,
    among: paths,
    copies: assets,
    jobs: settings.jobs
  )
  found.take(await concurrentMap(held, jobs: settings.jobs) { $0.check(checked) })
  observe(.check, StageProduct(held.count, "\(held.count) rules"))
  return CheckedBuild(site: site, diagnostics: found.sorted)
}

/// What pages are made with besides the site.
private struct PageMaterials {
  let templates: TemplateSet
  let assets: Diagnosed<[OutputFile]>
}

/// The corridor from sources to a site that is cited; what it was joined and cited from stays with it.
private func citedSite(
  from sources: consuming SourceTree,
  _ reread: TextReader?,
  _ settings: BuildSettings,
  _ found: inout FoundDiagnostics,
  _ observe: StageObserver
) async -> (Site, PageMaterials) {
  let read = await readSite(from: sources, reread, settings, &found, observe)
  let addressing = Addressing(
    baseURL: settings.baseURL ?? read.content.configuration.baseURL,
    style: settings.linkStyle
  )
  let joined = await joinEntities(
    read.content,
    read.ends,
    addressing: addressing,
    jobs: settings.jobs
  )
  found.take([joined.diagnostics])
  observe(.link, countedKinds(joined.site))

  let site = found.take(await citeTexts(joined.site, with: read.works, jobs: settings.jobs))
  let citing = site.citations.documents.count
  observe(.cite, StageProduct(citing, "\(citing) texts cite or name"))
  found.take([read.writing])
  return (site, read.materials)
}

/// A site once its texts are read and their names linked: from here on nobody asks for sources.
private struct ReadSite {
  let content: LoadedContent
  let ends: RelationEnds
  let works: CitationProcessor
  let materials: PageMaterials
  /// What breaks the rules of writing, where they hold.
  let writing: [Diagnostic]
}

/// The corridor from sources to linked texts; the sources stay with it.
private func readSite(
  from sources: consuming SourceTree,
  _ reread: TextReader?,
  _ settings: BuildSettings,
  _ found: inout FoundDiagnostics,
  _ observe: StageObserver
) async -> ReadSite {
  let assets = planAssets(sources, types: settings.entityTypes.map { $0.contentType })
  // Whoever holds texts to the rules of writing reads all of them once more.
  let held = settings.rules == .all ? copy sources : nil
  let files = reread ?? fileReader(of: sources)
  let loaded = await loadSite(from: consume sources, settings, &found, observe)

  let content = loaded.content
  let (linked, (ends, works)) = await sideBySide(
    { await linkTexts(content, in: files, placing: .told, jobs: settings.jobs) },
    { (RelationEnds(content), await prepareWorks(of: content, jobs: settings.jobs)) },
    jobs: settings.jobs
  )
  let named = found.take(linked)
  var writing: [Diagnostic] = []
  if let held { writing = await checkWriting(of: named, held, jobs: settings.jobs) }
  return ReadSite(
    content: named,
    ends: ends,
    works: works,
    materials: PageMaterials(templates: loaded.templates, assets: assets),
    writing: writing
  )
}

/// Gives texts from sources, which it holds.
private func fileReader(of sources: SourceTree) -> TextReader { sources.file }

/// A site whose records and texts are read: from here on files are asked for to show places in them.
private struct LoadedSite {
  let content: LoadedContent
  let templates: TemplateSet
}

/// The corridor from sources to loaded texts; the sources, and the documents read from them, stay with it.
private func loadSite(
  from sources: consuming SourceTree,
  _ settings: BuildSettings,
  _ found: inout FoundDiagnostics,
  _ observe: StageObserver
) async -> LoadedSite {
  let types = settings.entityTypes.map { $0.contentType }
  let (drafted, compiled) = await draftSite(from: sources, settings, &found, observe)
  let templateFiles = SourceTree(files: sources.files(under: "Templates"))
  _ = consume sources
  let (gathered, checked) = await sideBySide(
    handing: consume drafted,
    to: { await loadContent($0, settings) },
    { checkTemplates(compiled, templateFiles, types) },
    jobs: settings.jobs
  )
  let content = found.take(gathered)
  found.severities = content.configuration.severities
  found.silenced = content.configuration.silencedCodes
  let templates = found.take(checked)
  let loaded = "\(content.items.count) entities, \(templates.names.count) templates"
  observe(.load, StageProduct(content.items.count, loaded))
  return LoadedSite(content: content, templates: templates)
}

/// The corridor from sources to drafts, what is read beside them, and templates.
private func draftSite(
  from sources: SourceTree,
  _ settings: BuildSettings,
  _ found: inout FoundDiagnostics,
  _ observe: StageObserver
) async -> (DraftedContent, Diagnosed<TemplateSet>) {
  // Seeds keep all processors busy; what they name is joined by one alone.
  let seeds = await readSeeds(sources, jobs: settings.jobs)
  let (drafted, (read, compiled)) = await sideBySide(
    { await completeDrafts(seeds, jobs: settings.jobs) },
    {
      await sideBySide(
        { await readBesideDrafts(sources, settings) },
        { compileTemplates(sources) },
        jobs: settings.jobs
      )
    },
    jobs: settings.jobs
  )
  let drafts = found.take(drafted)
  observe(.draft, StageProduct(drafts.count, "\(drafts.count) drafts"))
  return (DraftedContent(read: read, drafts: drafts, sources: sources), compiled)
}

/// Templates, compiled and held against what pages offer.
func loadTemplates(_ sources: SourceTree, _ types: [ContentType]) -> Diagnosed<TemplateSet> {
  checkTemplates(compileTemplates(sources), sources, types)
}

private func compileTemplates(_ sources: SourceTree) -> Diagnosed<TemplateSet> {
  TemplateSet.compile(sources.files(under: "Templates"), root: "Templates")
}

/// Compiled templates, held against what pages offer unless they are broken.
private func checkTemplates(
  _ compiled: Diagnosed<TemplateSet>,
  _ sources: SourceTree,
  _ types: [ContentType]
) -> Diagnosed<TemplateSet> {
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
