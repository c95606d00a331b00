import Diagnostics
import Loading
import Publishing
import SeedParsers
import SiteModel
import Templating

/// What loading made at the last build, by what it was made from.
struct LoadMemory {
  private var sources: SourceTree
  private var drafts: Diagnosed<[Draft]>
  private var read: ReadMemory
  // Values stand apart from what was found, since a part of one is only replaced in place alone.
  private var documentsAndMore: MergedContent
  private var mergeDiagnostics: [Diagnostic]
  private(set) var items: [Diagnosed<LoadedContent.Item>]
  private var style: Diagnosed<CitationStyle>
  private var recorded: Diagnosed<[RecordedAddress]>
  private var published: ReviewedPublications
  private var loaded: LoadedContent
  private var loadDiagnostics: [Diagnostic]
  private(set) var templates: Diagnosed<TemplateSet>

  /// What the files and drafts came to.
  var merged: Diagnosed<MergedContent> { Diagnosed(documentsAndMore, mergeDiagnostics) }

  /// What linking gets.
  var content: Diagnosed<LoadedContent> { Diagnosed(loaded, loadDiagnostics) }

  /// The drafts, and what was found in the seeds.
  var drafted: Diagnosed<[Draft]> { drafts }

  /// The merged document of each item, those that are withheld among them.
  private var allDocuments: [Document] { documentsAndMore.documents }

  /// The document of each item that linking gets.
  private var documents: [Document] {
    let all = allDocuments
    let items = loaded.items
    guard all.count != items.count else { return all }
    let shown = Set(items.map(\.entity.id))
    return all.filter { shown.contains($0.id) }
  }
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
    work.recordsMerged += merged.value.documents.count
    let types = settings.typesByKind
    let items = await concurrentMap(merged.value.documents, jobs: settings.jobs) { document in
      types[document.id.kind].map { loadItem(document, as: $0, in: sources.file) }
    }.compactMap { $0 }
    work.textsParsed += items.count
    let style = loadCitationStyle(sources, of: merged.value, settings)
    let recorded = readRecordedAddresses(sources)
    let published = ReviewedPublications(
      readRegistry(sources),
      merged.value,
      items.map(\.value),
      sources,
      on: settings.date
    )
    let content = gatherItems(
      items,
      of: merged.value,
      style: style,
      recorded: recorded,
      published,
      sources,
      settings
    )
    return LoadMemory(
      sources: sources,
      drafts: drafts,
      read: read,
      documentsAndMore: merged.value,
      mergeDiagnostics: merged.diagnostics,
      items: items,
      style: style,
      recorded: recorded,
      published: published,
      loaded: content.value,
      loadDiagnostics: content.diagnostics,
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
    let areSameDrafts = !changes.touch("seeds/")
    if !areSameDrafts { drafts = await draftSeeds(sources, jobs: settings.jobs) }
    let reread = await read.reread(sources, changes, settings, &work)
    if let records = reread.records, records.count == changes.paths.count,
      changes.spareStyle(named: ""), items.count == documentsAndMore.documents.count,
      let new = documentsAndMore.replacements(for: records, hasDrafts: !drafts.value.isEmpty),
      let result = await replace(new, settings, &work)
    {
      return result
    }
    return await reloadAll(
      sources,
      changes,
      isOther: reread.isAny || !areSameDrafts,
      settings,
      &work
    )
  }

  /// Loads whatever is other, once files and drafts are read.
  private mutating func reloadAll(
    _ sources: SourceTree,
    _ changes: SourceChanges,
    isOther: Bool,
    _ settings: BuildSettings,
    _ work: inout BuildWork
  ) async -> ContentChanges {
    var result = ContentChanges()
    result.templates = changes.templates
    if changes.touch("Templates/") {
      templates = loadTemplates(sources, settings.entityTypes.map { $0.contentType })
    }
    let before = (content: loaded, documents: documents)
    let all = allDocuments
    if isOther {
      let merged = mergeContent(read.content, drafts.value)
      (documentsAndMore, mergeDiagnostics) = (merged.value, merged.diagnostics)
      work.recordsMerged += merged.value.documents.count
    }
    let other = await reloadItems(from: all, changes, settings, &work)
    reloadStyle(changes, from: before.content, settings, &result)
    if changes.paths.contains(RecordedAddress.path) { recorded = readRecordedAddresses(sources) }
    gather(sources, settings)
    result.compare(before.content, before.documents, loaded, documents, where: other.contains)
    result.areSameEditions =
      loaded.editions == before.content.editions
      && !changes.paths.contains(where: Publication.isOwnFile)
    result.isSameFrame =
      result.isSameStyle && result.areSameEditions && result.areSameCorrections
      && loaded.configuration == before.content.configuration
      && loaded.recordedAddresses == before.content.recordedAddresses
    return result
  }

  private mutating func gather(_ sources: SourceTree, _ settings: BuildSettings) {
    published = ReviewedPublications(
      readRegistry(sources),
      documentsAndMore,
      items.map(\.value),
      sources,
      on: settings.date
    )
    let content = gatherItems(
      items,
      of: documentsAndMore,
      style: style,
      recorded: recorded,
      published,
      sources,
      settings
    )
    (loaded, loadDiagnostics) = (content.value, content.diagnostics)
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
    let (types, sources) = (settings.typesByKind, sources)
    let new = await concurrentMap(open, jobs: settings.jobs) { place in
      types[documents[place].id.kind].map { loadItem(documents[place], as: $0, in: sources.file) }
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
    let configuration = documentsAndMore.configuration
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
    style = loadCitationStyle(sources, of: documentsAndMore, settings)
  }
}

// MARK: Records alone

extension LoadMemory {
  /// Replaces documents where they stand.
  ///
  /// The usual edit: nothing that did not change is copied or compared. Nil, with nothing replaced,
  /// where readers get other texts or other versions of them than before.
  private mutating func replace(
    _ new: [Int: Document],
    _ settings: BuildSettings,
    _ work: inout BuildWork
  ) async -> ContentChanges? {
    let (types, sources) = (settings.typesByKind, sources)
    let places = new.keys.sorted()
    let made = await concurrentMap(places.compactMap { new[$0] }, jobs: settings.jobs) { document in
      types[document.id.kind].map { loadItem(document, as: $0, in: sources.file) }
    }.compactMap { $0 }
    var published = published
    let areSameTexts = zip(places, made).allSatisfy { place, item in
      let (old, entity) = (items[place].value.entity, item.value.entity)
      return old.withholding(on: settings.date) == entity.withholding(on: settings.date)
        && (new[place].map { published.review($0, entity, sources, on: settings.date) } ?? true)
    }
    guard made.count == places.count, areSameTexts else { return nil }
    self.published = published
    var result = ContentChanges(recordsAt: [])
    for (place, item) in zip(places, made) {
      guard let document = new[place] else { continue }
      let before = documentsAndMore.documents[place]
      documentsAndMore.documents[place] = document
      items[place] = item
      // A text that is held back stands among all items and not among those that are linked.
      guard let shown = shownPlace(of: item.value.entity.id, at: place) else { continue }
      result.changed.append(shown)
      result.documents[shown] = document
      result.old[shown] = (loaded.items[shown], before)
      loaded.replaceItem(at: shown, by: item.value)
    }
    work.textsParsed += made.count
    work.recordsMerged += made.count
    loadDiagnostics =
      items.diagnostics(butIn: documentsAndMore.brokenPaths) + style.diagnostics
      + recorded.diagnostics + published.diagnostics
    return result
  }

  /// Where an item stands among those that linking gets, by its place among all.
  private func shownPlace(of id: EntityID, at place: Int) -> Int? {
    guard loaded.items.count != items.count else { return place }
    let shown = loaded.items.partitioningIndex { $0.entity.id >= id }
    return shown < loaded.items.count && loaded.items[shown].entity.id == id ? shown : nil
  }
}

/// Where each document stood before; nil when all stand where they stood.
func placesBefore(of documents: [Document], in before: [Document]) -> [Int?]? {
  guard !before.elementsEqual(documents, by: { $0.id == $1.id }) else { return nil }
  let places = Dictionary(before.enumerated().map { ($1.id, $0) }) { first, _ in first }
  return documents.map { places[$0.id] }
}
