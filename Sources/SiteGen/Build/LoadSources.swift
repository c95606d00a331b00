import Diagnostics
import Linking
import Loading
import Publishing
import SeedParsers
import SiteModel

/// Reads every seed that the manifest lists, in parallel, and holds together what they name.
func draftSeeds(_ sources: SourceTree, jobs: Int) async -> Diagnosed<[Draft]> {
  await completeDrafts(await readSeeds(sources, jobs: jobs), jobs: jobs)
}

/// The seeds that the manifest lists, each read by itself.
struct ReadSeeds: Sendable {
  let listed: Diagnosed<[ListedSeed]>
  /// In their order.
  let namings: [Diagnosed<SeedNamings>]
}

/// Reads every seed that the manifest lists, in parallel.
func readSeeds(_ sources: SourceTree, jobs: Int) async -> ReadSeeds {
  let seeds = listSeeds(sources)
  // The longest text first, so that no worker is left alone with it at the end.
  let bySize = seeds.value.enumerated().sorted {
    $0.element.file.bytes.count > $1.element.file.bytes.count
  }
  let read = await concurrentMap(bySize, jobs: jobs) { ($0.offset, readSeed($0.element)) }
    .sorted { $0.0 < $1.0 }.map(\.1)
  return ReadSeeds(listed: seeds, namings: read)
}

/// Holds together what all seeds name, and completes the drafts of each in parallel.
///
/// An imported text gives no drafts any more, but its words still tell what the acronyms and names
/// of the other texts mean.
func completeDrafts(_ seeds: ReadSeeds, jobs: Int) async -> Diagnosed<[Draft]> {
  let (listed, joined) = (seeds.listed.value, JoinedNamings(seeds.namings.map(\.value)))
  let imported = Set(listed.filter(\.isImported).map(\.file.path))
  let own = await concurrentMap(listed.indices.filter { !listed[$0].isImported }, jobs: jobs) {
    joined.completedDrafts(ofText: $0)
  }.flatMap { $0 }
  let found = seeds.namings.flatMap(\.diagnostics) + joined.diagnostics
  return Diagnosed(
    own,
    seeds.listed.diagnostics
      + found.filter { !($0.span.map { imported.contains($0.path) } ?? false) }
  )
}

/// Reads content files in parallel, merges them with the drafts, and reads entities in parallel.
func loadContent(
  _ sources: SourceTree,
  _ drafts: [Draft],
  _ settings: BuildSettings
) async -> Diagnosed<LoadedContent> {
  let read = await readBesideDrafts(sources, settings)
  return await loadContent(DraftedContent(read: read, drafts: drafts, sources: sources), settings)
}

/// What was read of a site and drafted for it, not yet merged.
struct DraftedContent: Sendable {
  let read: ReadBesideDrafts
  let drafts: [Draft]
  let sources: SourceTree
}

/// Merges what was read with the drafts, and reads entities in parallel; lets go of all of it.
func loadContent(
  _ drafted: consuming DraftedContent,
  _ settings: BuildSettings
) async -> Diagnosed<LoadedContent> {
  let merged = mergeContent(drafted.read.content, drafted.drafts)
  let (style, sources, diagnostics) = (drafted.read.style, drafted.sources, merged.diagnostics)
  _ = consume drafted
  let content = await loadItems((consume merged).value, style, consume sources, settings)
  return Diagnosed(content.value, diagnostics + content.diagnostics)
}

/// What loading reads that needs no drafts.
struct ReadBesideDrafts: Sendable {
  let content: ReadContent
  /// Nil where the style is nowhere, which matters only to a site with references.
  let style: Diagnosed<CitationStyle>?
}

/// Reads what needs no drafts, the files of `Content/` in parallel.
func readBesideDrafts(_ sources: SourceTree, _ settings: BuildSettings) async -> ReadBesideDrafts {
  let configuration = readConfiguration(sources)
  let chosen = ChosenStyle(
    commandLine: settings.citationStyle,
    configuration: configuration.value
  )
  let (content, style) = await sideBySide(
    { await readContent(sources, configuration, settings) },
    {
      findStyle(chosen.name, in: sources).map { _ in
        let language = configuration.value.language
        return loadCitationStyle(sources, chosen, language: language, isNeeded: true)
      }
    },
    jobs: settings.jobs
  )
  return ReadBesideDrafts(content: content, style: style)
}

/// What the files of `Content/` hold, each read by itself.
struct ReadContent: Sendable {
  let configuration: Diagnosed<SiteConfiguration>
  /// In the order of their files.
  var documents: [Diagnosed<Document?>]
  /// The works of each bibliographic file, in the order of the files.
  let works: [Diagnosed<[Document]>]
  /// Files that nobody reads.
  let unread: [Diagnostic]
}

/// Content files and drafts, merged into one document for each entity and not yet read as one.
struct MergedContent: Sendable {
  let configuration: SiteConfiguration
  var documents: [Document]
  let corrections: IdentityCorrections
  /// Files whose front matter could not be read: what they lack says nothing new.
  let brokenPaths: Set<String>
}

/// Reads the files of `Content/` in parallel.
func readContent(
  _ sources: SourceTree,
  _ configuration: Diagnosed<SiteConfiguration>,
  _ settings: BuildSettings
) async -> ReadContent {
  let types = settings.entityTypes.map { $0.contentType }
  let jobs = settings.jobs
  // Works often stand in one file, which one worker reads alone.
  let (documents, works) = await sideBySide(
    {
      await concurrentMap(contentFiles(in: sources), jobs: jobs) {
        readDocument($0, contentTypes: types)
      }
    },
    { await concurrentMap(bibliographyFiles(in: sources), jobs: jobs) { readBibliography($0) } },
    jobs: jobs
  )
  return ReadContent(
    configuration: configuration,
    documents: documents,
    works: works,
    unread: findUnreadFiles(in: sources)
  )
}

/// Reads the configuration, which may name the codes of all rules.
func readConfiguration(_ sources: SourceTree) -> Diagnosed<SiteConfiguration> {
  loadConfiguration(sources, knownCodes: Set(allCodes.map(\.id)))
}

/// Merges what was read with the drafts.
func mergeContent(_ read: ReadContent, _ drafts: [Draft]) -> Diagnosed<MergedContent> {
  let unified = unifyWorks(
    written: read.documents.compactMap(\.value),
    bibliography: read.works.flatMap(\.value),
    drafts: drafts
  )
  let corrections = readCorrections(unified.value.written)
  let merged = mergeDocuments(
    written: unified.value.written,
    drafts: unified.value.drafts,
    corrections: corrections.value
  )
  return Diagnosed(
    MergedContent(
      configuration: read.configuration.value,
      documents: merged.value.documents,
      corrections: merged.value.corrections,
      brokenPaths: read.brokenPaths
    ),
    read.diagnostics + unified.diagnostics + corrections.diagnostics + merged.diagnostics
  )
}

extension ReadContent {
  /// Files whose front matter could not be read.
  var brokenPaths: Set<String> {
    let broken = documents.lazy.filter { $0.diagnostics.containsError }
    return Set(broken.flatMap { $0.diagnostics.compactMap(\.span?.path) })
  }

  /// What was found file by file.
  var diagnostics: [Diagnostic] {
    configuration.diagnostics + unread + documents.flatMap(\.diagnostics)
      + works.flatMap(\.diagnostics)
  }
}

/// Reads the entities of merged documents in parallel, and what they are printed with.
///
/// A document and its file are let go of once the entity is read, where nobody else holds them.
func loadItems(
  _ merged: consuming MergedContent,
  _ style: Diagnosed<CitationStyle>?,
  _ sources: consuming SourceTree,
  _ settings: BuildSettings
) async -> Diagnosed<LoadedContent> {
  let types = settings.typesByKind
  let registry = readRegistry(sources)
  let style = style ?? loadCitationStyle(sources, of: merged, settings)
  let documents = merged.takeDocuments(keeping: registry.value)
  let rest = consume merged
  let filed = Handout(FiledDocument.file(consume documents, from: sources))
  let tree = sources.withoutContentFiles
  _ = consume sources
  let (loaded, recorded) = await sideBySide(
    {
      await concurrentMap(filed, jobs: settings.jobs) { filed in
        types[filed.document.id.kind].map { loadItem(filed.document, as: $0, in: filed.file) }
      }
    },
    { readRecordedAddresses(tree) },
    jobs: settings.jobs
  )
  let items = loaded.compactMap { $0 }
  return gatherItems(
    items,
    of: rest,
    style: style,
    recorded: recorded,
    ReviewedPublications(registry, rest, items.map(\.value), tree, on: settings.date),
    tree,
    settings
  )
}

/// A document with the files that it was made from.
private struct FiledDocument: Sendable {
  let document: Document
  private let files: [SourceFile]

  static func file(_ documents: [Document], from sources: SourceTree) -> [FiledDocument] {
    documents.map { document in
      let files = document.sources.compactMap { sources.file(at: $0.path) }
      return FiledDocument(document: document, files: files)
    }
  }

  @Sendable func file(at path: String) -> SourceFile? { files.first { $0.path == path } }
}

extension MergedContent {
  /// Gives its documents away; those of published texts are kept besides.
  fileprivate mutating func takeDocuments(keeping registry: PublicationRegistry) -> [Document] {
    let taken = documents
    let published = Set(registry.publications.map(\.id))
    documents = published.isEmpty ? [] : taken.filter { published.contains($0.id) }
    return taken
  }
}

/// The style that the references of a site are written in.
func loadCitationStyle(
  _ sources: SourceTree,
  of merged: MergedContent,
  _ settings: BuildSettings
) -> Diagnosed<CitationStyle> {
  loadCitationStyle(
    sources,
    ChosenStyle(commandLine: settings.citationStyle, configuration: merged.configuration),
    language: merged.configuration.language,
    isNeeded: merged.documents.contains { $0.id.kind == .reference }
  )
}

/// Puts together what loading hands to linking.
func gatherItems(
  _ items: [Diagnosed<LoadedContent.Item>],
  of merged: MergedContent,
  style: Diagnosed<CitationStyle>,
  recorded: Diagnosed<[RecordedAddress]>,
  _ published: ReviewedPublications,
  _ sources: SourceTree,
  _ settings: BuildSettings
) -> Diagnosed<LoadedContent> {
  let itemDiagnostics = items.diagnostics(butIn: merged.brokenPaths)
  return Diagnosed(
    LoadedContent(
      configuration: merged.configuration,
      citationStyle: style.value,
      contentTypes: settings.entityTypes.map { $0.contentType },
      items: items.map(\.value),
      corrections: merged.corrections,
      recordedAddresses: recorded.value
    ).withholding(on: settings.date, showingDrafts: settings.showsDrafts)
      .addingEditions(published.reviews, from: sources, settings.typesByKind),
    itemDiagnostics + style.diagnostics + recorded.diagnostics + published.diagnostics
  )
}

extension [Diagnosed<LoadedContent.Item>] {
  /// What was found in the items, but in files whose own faults are told.
  func diagnostics(butIn brokenPaths: Set<String>) -> [Diagnostic] {
    var found: [Diagnostic] = []
    for place in indices where !self[place].diagnostics.isEmpty {
      found += self[place].diagnostics.filter { diagnostic in
        !(diagnostic.span.map { brokenPaths.contains($0.path) } ?? false)
      }
    }
    return found
  }
}

extension BuildSettings {
  /// The type that reads each kind.
  var typesByKind: [EntityKind: any Entity.Type] {
    Dictionary(entityTypes.map { ($0.contentType.kind, $0) }) { first, _ in first }
  }
}
