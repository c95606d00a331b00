import Diagnostics
import Linking
import Loading
import SeedParsers
import SiteModel

/// Reads every seed that the manifest lists, in parallel, and holds together what they name.
///
/// An imported text gives no drafts any more, but its words still tell what the acronyms and names
/// of the other texts mean.
func draftSeeds(_ sources: SourceTree, jobs: Int) async -> Diagnosed<[Draft]> {
  let seeds = listSeeds(sources)
  let read = await concurrentMap(seeds.value, jobs: jobs) { readNamedSeed($0) }
  let joined = joinNamings(read.map(\.value))
  let imported = Set(seeds.value.filter(\.isImported).map(\.file.path))
  let own = zip(seeds.value, joined.value).filter { !$0.0.isImported }.flatMap(\.1)
  let found = read.flatMap(\.diagnostics) + joined.diagnostics
  return Diagnosed(
    own,
    seeds.diagnostics
      + found.filter { !($0.span.map { imported.contains($0.path) } ?? false) }
  )
}

/// Reads one seed, and what it names.
func readNamedSeed(_ seed: ListedSeed) -> Diagnosed<SeedNamings> {
  let drafted = draftSeed(seed)
  return Diagnosed(readNamings(in: seed, drafts: drafted.value), drafted.diagnostics)
}

/// Reads content files in parallel, merges them with the drafts, and reads entities in parallel.
func loadContent(
  _ sources: SourceTree,
  _ drafts: [Draft],
  _ settings: BuildSettings
) async -> Diagnosed<LoadedContent> {
  let configuration = loadConfiguration(sources, knownCodes: Set(allCodes.map(\.id)))
  let merged = await mergeSources(sources, drafts, settings)
  let items = await loadItems(merged.value, settings)
  let style = loadCitationStyle(
    sources,
    ChosenStyle(commandLine: settings.citationStyle, configuration: configuration.value),
    language: configuration.value.language,
    isNeeded: items.value.contains { $0.entity.id.kind == .reference }
  )
  return Diagnosed(
    LoadedContent(
      configuration: configuration.value,
      citationStyle: style.value,
      contentTypes: settings.entityTypes.map { $0.contentType },
      items: items.value,
      corrections: merged.value.corrections
    ),
    configuration.diagnostics + findUnreadFiles(in: sources) + merged.diagnostics
      + items.diagnostics + style.diagnostics
  )
}

/// What content files, bibliographic files and seeds say together.
private struct MergedSources: Sendable {
  let documents: [Document]
  let corrections: IdentityCorrections
  /// Files whose front matter could not be read.
  let unread: Set<String>
}

private func mergeSources(
  _ sources: SourceTree,
  _ drafts: [Draft],
  _ settings: BuildSettings
) async -> Diagnosed<MergedSources> {
  let types = settings.entityTypes.map { $0.contentType }
  let read = await concurrentMap(contentFiles(in: sources), jobs: settings.jobs) {
    readDocument($0, contentTypes: types)
  }
  let works = await concurrentMap(bibliographyFiles(in: sources), jobs: settings.jobs) {
    readBibliography($0)
  }
  let unified = unifyWorks(
    written: read.compactMap(\.value),
    bibliography: works.flatMap(\.value),
    drafts: drafts
  )
  let corrections = readCorrections(unified.value.written)
  let merged = mergeDocuments(
    written: unified.value.written,
    drafts: unified.value.drafts,
    corrections: corrections.value
  )
  let broken = read.filter { $0.diagnostics.containsError }.flatMap(\.diagnostics)
  return Diagnosed(
    MergedSources(
      documents: merged.value.documents,
      corrections: merged.value.corrections,
      unread: Set(broken.compactMap(\.span?.path))
    ),
    read.flatMap(\.diagnostics) + works.flatMap(\.diagnostics) + unified.diagnostics
      + corrections.diagnostics + merged.diagnostics
  )
}

private func loadItems(
  _ merged: MergedSources,
  _ settings: BuildSettings
) async -> Diagnosed<[LoadedContent.Item]> {
  let types = Dictionary(
    settings.entityTypes.map { ($0.contentType.kind, $0) },
    uniquingKeysWith: { first, _ in first }
  )
  let items = await concurrentMap(merged.documents, jobs: settings.jobs) { document in
    types[document.id.kind].map { loadItem(document, as: $0) }
  }.compactMap { $0 }
  // Of a file whose front matter could not be read, what is missing says nothing new.
  let diagnostics = items.flatMap(\.diagnostics).filter { diagnostic in
    !(diagnostic.span.map { merged.unread.contains($0.path) } ?? false)
  }
  return Diagnosed(items.map(\.value), diagnostics)
}
