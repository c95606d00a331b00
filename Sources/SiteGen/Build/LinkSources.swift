import Diagnostics
import Linking
import SiteModel

/// The corridor as far as the graph, for those who ask about the site and write none.
struct LinkedSources {
  let documents: [Document]
  let content: LoadedContent
  let site: Site
  /// In the order of stages, within a stage by place.
  let diagnostics: [Diagnostic]
}

/// Drafts, loads and links; citations are not formatted and nothing is rendered.
func linkSources(_ sources: SourceTree, _ settings: BuildSettings) async -> LinkedSources {
  var found = FoundDiagnostics(isStrict: settings.isStrict)
  let drafts = found.take(await draftSeeds(sources, jobs: settings.jobs))
  let read = await readBesideDrafts(sources, settings)
  let merged = found.take(mergeContent(read.content, drafts))
  let loaded = found.take(await loadItems(merged, read.style, sources, settings))
  let content = found.take(
    await linkTexts(loaded, in: sources.file, placing: .all, jobs: settings.jobs)
  )
  found.severities = content.configuration.severities
  found.silenced = content.configuration.silencedCodes
  let addressing = Addressing(
    baseURL: settings.baseURL ?? content.configuration.baseURL,
    style: settings.linkStyle
  )
  let joined = await joinEntities(content, addressing: addressing, jobs: settings.jobs)
  found.take([joined.diagnostics])
  return LinkedSources(
    documents: merged.documents,
    content: content,
    site: joined.site,
    diagnostics: found.sorted
  )
}
