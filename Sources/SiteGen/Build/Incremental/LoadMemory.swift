import Diagnostics
import Loading
import SeedParsers
import SiteModel
import Templating

/// What loading made at the last build, by what it was made from.
struct LoadMemory {
  private var sources: SourceTree
  private var drafts: Diagnosed<[Draft]>
  private var read: ReadMemory
  private(set) var merged: Diagnosed<MergedContent>
  private(set) var items: [Diagnosed<LoadedContent.Item>]
  private var style: Diagnosed<CitationStyle>
  private var recorded: Diagnosed<[RecordedAddress]>
  private(set) var content: Diagnosed<LoadedContent>
  private(set) var templates: Diagnosed<TemplateSet>

  /// The drafts, and what was found in the seeds.
  var drafted: Diagnosed<[Draft]> { drafts }

  /// The merged document of each item, those that are withheld among them.
  private var allDocuments: [Document] { merged.value.documents }

  /// The document of each item that linking gets.
  var documents: [Document] {
    let all = merged.value.documents
    let items = content.value.items
    guard all.count != items.count else { return all }
    let shown = Set(items.map(\.entity.id))
    return all.filter { shown.contains($0.id) }
  }
}

/// What is other in loaded content than at the last build.
struct ContentChanges {
  /// The items before.
  var before: [LoadedContent.Item] = []
  /// The documents before, in the order of the items.
  var documents: [Document] = []
  /// Places of the items that were read anew or are shown anew, ascending.
  var changed: [Int] = []
  /// Where each item stood before; nil when every item stands where it stood.
  var places: [Int?]?
  var isSameFrame = false
  var areSameCorrections = false
  /// Whether published texts have the same versions, which say the same.
  var areSameEditions = false
  var isSameStyle = false
  /// Names of the templates that are other.
  var templates: Set<String> = []
}

extension LoadMemory {
  /// Loads everything.
  static func load(
    _ sources: SourceTree,
    _ settings: BuildSettings,
    _ work: inout BuildWork
  ) async -> LoadMemory {
    let drafts = await draftSeeds(sources, jobs: settings.jobs)
    let read = await ReadMemory.read(sources, settings, &work)
    let merged = mergeContent(read.content, drafts.value)
    let types = settings.typesByKind
    let items = await concurrentMap(merged.value.documents, jobs: settings.jobs) { document in
      types[document.id.kind].map { loadItem(document, as: $0) }
    }.compactMap { $0 }
    work.textsParsed += items.count
    let style = loadCitationStyle(sources, of: merged.value, for: items, settings)
    let recorded = readRecordedAddresses(sources)
    return LoadMemory(
      sources: sources,
      drafts: drafts,
      read: read,
      merged: merged,
      items: items,
      style: style,
      recorded: recorded,
      content: gatherItems(
        items,
        of: merged.value,
        style: style,
        recorded: recorded,
        sources,
        settings
      ),
      templates: loadTemplates(sources, settings.entityTypes.map { $0.contentType })
    )
  }

  /// Loads what is other than at the last build.
  mutating func reload(
    _ sources: SourceTree,
    _ settings: BuildSettings,
    _ work: inout BuildWork
  ) async -> ContentChanges {
    let changes = SourceChanges(from: self.sources, to: sources)
    self.sources = sources
    var result = ContentChanges()
    result.templates = changes.templates
    if changes.touch("Templates/") {
      templates = loadTemplates(sources, settings.entityTypes.map { $0.contentType })
    }
    let before = (content: content.value, documents: documents)
    let all = allDocuments
    result.before = before.content.items
    result.documents = before.documents
    await merge(sources, changes, settings, &work)
    let other = await reloadItems(from: all, changes, settings, &work)
    reloadStyle(changes, from: before.content, settings, &result)
    if changes.paths.contains(RecordedAddress.path) { recorded = readRecordedAddresses(sources) }
    content = gatherItems(
      items,
      of: merged.value,
      style: style,
      recorded: recorded,
      sources,
      settings
    )
    let now = content.value
    result.place(documents, where: other.contains)
    result.areSameCorrections =
      now.corrections == before.content.corrections && now.withheld == before.content.withheld
    result.areSameEditions =
      now.editions == before.content.editions
      && !changes.paths.contains(where: Publication.isOwnFile)
    result.isSameFrame =
      result.isSameStyle && result.areSameEditions
      && now.configuration == before.content.configuration
      && result.areSameCorrections
      && now.recordedAddresses == before.content.recordedAddresses
    return result
  }

  private mutating func merge(
    _ sources: SourceTree,
    _ changes: SourceChanges,
    _ settings: BuildSettings,
    _ work: inout BuildWork
  ) async {
    let areSameDrafts = !changes.touch("seeds/")
    if !areSameDrafts { drafts = await draftSeeds(sources, jobs: settings.jobs) }
    let old = read
    let hasRead = await read.reread(sources, changes, settings, &work)
    guard hasRead || !areSameDrafts else { return }
    if areSameDrafts, let bodies = read.otherBodies(than: old),
      let patched = merged.value.replacingBodies(bodies)
    {
      let others = merged.diagnostics.dropFirst(old.content.diagnostics.count)
      merged = Diagnosed(patched, read.content.diagnostics + others)
    } else {
      merged = mergeContent(read.content, drafts.value)
    }
  }

  /// Reads the entities whose documents, or the files of them, are other; gives their identities.
  private mutating func reloadItems(
    from before: [Document],
    _ changes: SourceChanges,
    _ settings: BuildSettings,
    _ work: inout BuildWork
  ) async -> Set<EntityID> {
    let documents = allDocuments
    let places = placesBefore(of: documents, in: before)
    var loaded: [Diagnosed<LoadedContent.Item>?] = []
    loaded.reserveCapacity(documents.count)
    for (place, document) in documents.enumerated() {
      let old = places.map { $0[place] } ?? place
      let isOther =
        old.map { before[$0] != document } ?? true
        || (!changes.paths.isEmpty && document.sources.contains { changes.paths.contains($0.path) })
      loaded.append(isOther ? nil : old.map { items[$0] })
    }
    let open = loaded.indices.filter { loaded[$0] == nil }
    let types = settings.typesByKind
    let new = await concurrentMap(open, jobs: settings.jobs) { place in
      types[documents[place].id.kind].map { loadItem(documents[place], as: $0) }
    }
    for (place, item) in zip(open, new) { loaded[place] = item }
    work.textsParsed += open.count
    items = loaded.compactMap { $0 }
    return Set(open.map { documents[$0].id })
  }

  private mutating func reloadStyle(
    _ changes: SourceChanges,
    from before: LoadedContent,
    _ settings: BuildSettings,
    _ result: inout ContentChanges
  ) {
    let configuration = merged.value.configuration
    let chosen = ChosenStyle(commandLine: settings.citationStyle, configuration: configuration)
    func hasWorks(_ items: some Sequence<any Entity>) -> Bool {
      items.contains { $0.id.kind == .reference }
    }
    result.isSameStyle =
      changes.spareStyle(named: chosen.name)
      && chosen
        == ChosenStyle(commandLine: settings.citationStyle, configuration: before.configuration)
      && configuration.language == before.configuration.language
      && hasWorks(items.lazy.map(\.value.entity)) == hasWorks(before.items.lazy.map(\.entity))
    guard !result.isSameStyle else { return }
    style = loadCitationStyle(sources, of: merged.value, for: items, settings)
  }
}

extension ContentChanges {
  /// Tells where each item stood before, and which are other.
  mutating func place(_ now: [Document], where isOther: (EntityID) -> Bool) {
    places = placesBefore(of: now, in: documents)
    changed = now.indices.filter { place in
      isOther(now[place].id) || (places.map { $0[place] == nil } ?? false)
    }
  }
}

/// Where each document stood before; nil when all stand where they stood.
private func placesBefore(of documents: [Document], in before: [Document]) -> [Int?]? {
  guard !before.elementsEqual(documents, by: { $0.id == $1.id }) else { return nil }
  let places = Dictionary(before.enumerated().map { ($1.id, $0) }) { first, _ in first }
  return documents.map { places[$0.id] }
}
