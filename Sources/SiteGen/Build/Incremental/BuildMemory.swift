import Checking
import Diagnostics
import Linking
import Rendering
import SiteModel

/// What is kept from one build to the next, stage by stage: what each was made from, and what it
/// made.
struct BuildMemory {
  private var load: LoadMemory
  private var names: NameMemory
  /// What linking got, with the names in its texts.
  private var linked: LoadedContent
  private var joined: JoinedEntities
  private var citations: CitationMemory
  /// With its citations.
  private var site: Site
  private var index: ReadIndex
  private var pages = PageMemory()
  private var exports = ExportMemory()
  private var files = SortedFiles()
  private var assets: [OutputFile] = []
  /// What all pages lead to, once it was counted.
  private var links: PageLinks?
  private(set) var work: BuildWork
  /// The number of the build whose files were shown last, by whoever keeps this memory.
  var shownBuild = -1

  /// Builds as far as the citations, with an empty memory.
  init(_ sources: SourceTree, _ settings: BuildSettings) async {
    var work = BuildWork()
    load = await LoadMemory.load(sources, settings, &work)
    names = await NameMemory.link(load.content.value, sources, settings, &work)
    linked = load.content.value.withItems(names.linked.map(\.value.item))
    let addressing = Addressing(
      baseURL: settings.baseURL ?? linked.configuration.baseURL,
      style: settings.linkStyle
    )
    joined = await joinEntities(linked, addressing: addressing, jobs: settings.jobs)
    work.itemsResolved += linked.items.count
    index = ReadIndex()
    let cited = await CitationMemory.cite(joined.site, &index, settings, &work)
    (citations, site) = (cited.memory, cited.site)
    self.work = work
  }
}

extension BuildMemory {
  /// Builds as far as the citations, making anew what an edit reaches.
  mutating func update(_ sources: SourceTree, _ settings: BuildSettings) async {
    var work = BuildWork()
    let before = site
    let changes = await load.reload(sources, settings, &work)
    pages.note(templates: changes.templates)
    let open = await names.relink(load.content.value, sources, changes, settings, &work)
    let items = takeNames(changes, open)
    let addressing = Addressing(
      baseURL: settings.baseURL ?? linked.configuration.baseURL,
      style: settings.linkStyle
    )
    let isSameFrame =
      changes.isSameFrame && changes.places == nil && addressing == site.addressing
    work.itemsResolved += isSameFrame ? open.count : linked.items.count
    let ends = isSameFrame ? joined.update(linked, at: open, from: items) : nil
    if ends == nil {
      joined = await joinEntities(linked, addressing: addressing, jobs: settings.jobs)
    }
    guard changes.isSameStyle, changes.areSameEditions else {
      await citeAnew(settings, &work)
      self.work = work
      return
    }
    let isSameAround =
      addressing == before.addressing && linked.withheld == before.withheld
      && linked.configuration == before.configuration
    if !isSameAround {
      pages.forget()
      exports.forget()
    }
    let touched = ends?.union(open.map { linked.items[$0].entity.id })
    await recite(changes, touched, before, settings, &work)
    self.work = work
  }

  /// Puts the texts that were linked again among the others; gives the items as they were, in the
  /// order of their places, where all stand where they stood.
  private mutating func takeNames(_ changes: ContentChanges, _ open: [Int])
    -> [LoadedContent.Item]
  {
    guard changes.isSameFrame, changes.places == nil else {
      linked = load.content.value.withItems(names.linked.map(\.value.item))
      return []
    }
    let before = open.map { linked.items[$0] }
    for place in open { linked.replaceItem(at: place, by: names.linked[place].value.item) }
    return before
  }

  private mutating func citeAnew(_ settings: BuildSettings, _ work: inout BuildWork) async {
    index = ReadIndex()
    pages.forget()
    exports = ExportMemory()
    let cited = await CitationMemory.cite(joined.site, &index, settings, &work)
    (citations, site) = (cited.memory, cited.site)
  }

  /// Formats what is other, and keeps what pages and exports may have read of it; without `touched`,
  /// anything may be other.
  private mutating func recite(
    _ changes: ContentChanges,
    _ touched: Set<EntityID>?,
    _ before: Site,
    _ settings: BuildSettings,
    _ work: inout BuildWork
  ) async {
    let otherEntities = changes.entitiesThatSayOtherwise
    let saysTheSame = { (id: EntityID) in !otherEntities.contains(id) }
    let uncited = joined.site.citing(before.citations)
    var others = OtherAnswers(index)
    if let touched {
      index.compare(about: touched, before, uncited, saysTheSame, into: &others)
    } else {
      others = index.compareAll(before, uncited, saysTheSame)
    }
    let changed = changes.touchedEntities
    let cited = await citations.recite(
      uncited,
      others,
      changed: changed,
      isSameList: changes.places == nil && touched != nil,
      &index,
      settings,
      &work
    )
    site = cited.site
    index.compare(about: cited.touched, before, site, saysTheSame, into: &others)
    pages.note(others)
    exports.note(others)
  }
}

extension ContentChanges {
  /// Entities that were read anew, are new or are no more.
  var touchedEntities: Set<EntityID> {
    Set(documents.values.map(\.id)).union(gone.map(\.document.id))
  }

  /// Of those, the ones that do not say the same as before.
  var entitiesThatSayOtherwise: Set<EntityID> {
    var ids = touchedEntities
    for (place, now) in documents {
      guard let document = old[place]?.document, document.saysTheSame(as: now) else { continue }
      ids.remove(now.id)
    }
    return ids
  }
}

extension BuildMemory {
  /// Walks the rest of the corridor; what was found before decides whether it is walked at all.
  mutating func finish(
    _ sources: SourceTree,
    _ settings: BuildSettings,
    urgent: [OutputPath],
    ready: @escaping @Sendable (OutputFile) -> Void
  ) async -> (built: BuiltSite, changes: FileChanges) {
    var found = findBeforePages(settings)
    if settings.rules == .all {
      let content = load.content.value
      found.take([await checkWriting(of: content, sources, jobs: settings.jobs)])
    }
    guard !found.breaksPages else {
      return (BuiltSite(site: nil, files: [], diagnostics: found.sorted), FileChanges())
    }
    let assets = found.take(planAssets(sources, types: settings.entityTypes.map { $0.contentType }))
    let made = await pages.render(
      site,
      load.templates.value,
      urgent: urgent,
      &index,
      settings,
      &work,
      ready: ready
    )
    let exported = await exports.export(site, &index, settings, &work)
    let isSameList = made.areSamePages && exported.areSamePaths && assets == self.assets
    var others = made.rendered
    if isSameList {
      if let moved = made.moved { files.renumber(moved) }
      let pageCount = pages.count
      let replaced = exported.replaced.map { (index: pageCount + $0.index, file: $0.file) }
      files.replace(made.rendered.map { ($0, pages.file(at: $0)) } + replaced)
      others += replaced.map(\.index)
      for facts in made.facts { links?.replace(facts.old, by: facts.new) }
    } else {
      links = nil
      files = SortedFiles(pages.files + exports.files + assets)
    }
    self.assets = assets
    found.take(await check(settings))
    let built = BuiltSite(
      site: site,
      files: found.containsError ? [] : files.sorted,
      diagnostics: found.sorted
    )
    return (
      built,
      FileChanges(rendered: others.map(files.place(of:)).sorted(), isSameList: isSameList)
    )
  }

  /// What the stages before the pages found, in their order.
  private func findBeforePages(_ settings: BuildSettings) -> FoundDiagnostics {
    var found = FoundDiagnostics(isStrict: settings.isStrict)
    found.severities = load.content.value.configuration.severities
    found.silenced = load.content.value.configuration.silencedCodes
    found.take([load.drafted.diagnostics])
    found.take([load.merged.diagnostics, load.content.diagnostics])
    found.take([load.templates.diagnostics])
    found.take([names.diagnostics])
    found.take([joined.diagnostics])
    found.take([checkNoteStyle(site)])
    return found
  }

  /// What the rules find in the pages that may break one.
  private mutating func check(_ settings: BuildSettings) async -> [[Diagnostic]] {
    let holdsAll = settings.rules == .all
    // Forty thousand paths, of which a sound site needs none.
    let paths =
      holdsAll || !areLinksSound || !site.redirects.isEmpty ? files.sorted.map(\.path) : []
    let suspects = holdsAll ? pages.files : findSuspects(among: paths)
    let addressing = site.addressing
    let scanned = await concurrentMap(suspects, jobs: settings.jobs) { file in
      ScannedPage(file, addressing: addressing)
    }
    let checked = CheckedSite(
      site: site,
      paths: paths,
      copies: assets,
      pages: scanned.compactMap { $0 }
    )
    let held = holdsAll ? rules + editorialRules : rules
    return await concurrentMap(held, jobs: settings.jobs) { $0.check(checked) }
  }
}

extension BuildMemory {
  /// Whether the links of all pages were counted, and each leads somewhere.
  private var areLinksSound: Bool { links?.areSound ?? false }

  /// The pages that may break a rule.
  private mutating func findSuspects(among paths: [OutputPath]) -> [OutputFile] {
    if links == nil { links = PageLinks(of: pages.facts, among: paths) }
    guard !areLinksSound else { return [] }
    return findSuspectPages(pages.facts, among: paths).map(pages.file(at:))
  }
}

/// Which files of a build may be other than at the last one.
struct FileChanges {
  /// Places of those that may hold other bytes.
  var rendered: [Int] = []
  /// Whether all others are the same, at the same places.
  var isSameList = false
}
