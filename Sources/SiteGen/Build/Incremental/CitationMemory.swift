import CSL
import Linking
import SiteModel

/// What was formatted of each entity at the last build, and what was read for it.
struct CitationMemory {
  private var processor: CitationProcessor
  private var works: [EntityID: CSLItem]
  private var documents: [EntityID: Cell] = [:]
  private var references: [EntityID: [FormattedText]] = [:]
  /// All that may cite, in the order of the last site.
  private var order: [EntityID] = []
  /// What was read for each of them; nil for what is not formatted yet.
  private var reads: [[Int32]?] = []

  private struct Cell {
    let document: CitedDocument?
    let reads: [Int32]
  }

  /// Formats what all texts cite.
  static func cite(
    _ site: Site,
    _ index: inout ReadIndex,
    _ settings: BuildSettings,
    _ work: inout BuildWork
  ) async -> (memory: CitationMemory, site: Site) {
    let processor = await prepareWorks(of: site, jobs: settings.jobs)
    var memory = CitationMemory(processor: processor, works: worksByID(of: site))
    let ids = site.citingIDs
    await memory.format(ids, of: site, &index, settings, &work)
    await memory.formatWorks(site.graph.members(of: .reference), settings, &work)
    return (memory, site.citing(memory.gather(ids)))
  }

  /// Formats what is other in a site, which has the citations of before, and gives the site with it,
  /// and the entities of which something formatted may be other.
  mutating func recite(
    _ site: Site,
    _ others: OtherAnswers,
    changed: Set<EntityID>,
    isSameList: Bool,
    _ index: inout ReadIndex,
    _ settings: BuildSettings,
    _ work: inout BuildWork
  ) async -> (site: Site, touched: Set<EntityID>) {
    let otherWorks = await updateWorks(site, changed, jobs: settings.jobs)
    let ids = site.citingIDs
    let isSameOrder = ids == order
    if !isSameOrder { (order, reads) = (ids, ids.map { documents[$0]?.reads }) }
    let places = reads.indices.filter { reads[$0].map { others.reach($0) } ?? true }
    let open = places.map { ids[$0] }
    let before = open.map { documents[$0]?.document }
    await format(open, of: site, &index, settings, &work)
    for place in places { reads[place] = documents[ids[place]]?.reads }
    await formatWorks(otherWorks, settings, &work)
    var touched = Set(otherWorks)
    for (id, old) in zip(open, before) {
      let now = documents[id]?.document
      touched.insert(id)
      for document in [old, now] { touched.formUnion(document?.toldPlaces.map(\.target) ?? []) }
    }
    let isSameShape =
      isSameList && zip(open, before).allSatisfy { ($1 == nil) == (documents[$0]?.document == nil) }
    guard isSameShape,
      let moved = isSameOrder ? [] : moved(site.citations.documents, ids, among: changed)
    else {
      // Whoever is referred to may have the places in another order.
      touched.formUnion(documents.values.flatMap { $0.document?.toldPlaces.map(\.target) ?? [] })
      forget(except: Set(ids))
      return (site.citing(gather(ids)), touched)
    }
    for document in moved { touched.formUnion(document.toldPlaces.map(\.target)) }
    let ordered = moved.isEmpty ? site.citations : site.citations.inOrder(of: ids)
    let citations = ordered.updating(
      moved + open.compactMap { documents[$0]?.document },
      references: otherWorks.map { ($0, references[$0]) }
    )
    return (site.citing(citations), touched)
  }

  // MARK: Works

  private static func worksByID(of site: Site) -> [EntityID: CSLItem] {
    Dictionary(
      site.graph.entities(of: .reference).compactMap { entity in
        entity.work.map { (entity.id, $0) }
      }
    ) { first, _ in first }
  }

  /// Makes works ready again when one of them is other; gives those that are.
  private mutating func updateWorks(
    _ site: Site,
    _ changed: Set<EntityID>,
    jobs: Int
  ) async -> [EntityID] {
    let candidates = changed.filter { $0.kind == .reference }
    let others = candidates.filter { works[$0] != site.graph.entity($0)?.work }.sorted()
    guard !others.isEmpty else { return [] }
    processor = await prepareWorks(of: site, jobs: jobs)
    works = CitationMemory.worksByID(of: site)
    return others
  }

  private mutating func formatWorks(
    _ ids: [EntityID],
    _ settings: BuildSettings,
    _ work: inout BuildWork
  ) async {
    let formatted = await concurrentMap(ids, jobs: settings.jobs) { [processor] id in
      formatReference(to: id, with: processor)
    }
    for (id, content) in zip(ids, formatted) { references[id] = content }
    work.documentsCited += ids.count
  }

  // MARK: Documents

  private mutating func format(
    _ ids: [EntityID],
    of site: Site,
    _ index: inout ReadIndex,
    _ settings: BuildSettings,
    _ work: inout BuildWork
  ) async {
    let cited = await concurrentMap(ids, jobs: settings.jobs) { [processor] id in
      let recorder = ReadRecorder()
      let document = citeDocument(id, of: site.recording(in: recorder), with: processor)
      let isEarlier = site.isEarlierVersion(id)
      return (document: isEarlier ? document?.untold : document, reads: recorder.reads)
    }
    for (id, cited) in zip(ids, cited) {
      documents[id] = Cell(document: cited.document, reads: index.numbers(of: cited.reads))
    }
    work.documentsCited += ids.count
  }

  private func gather(_ ids: [EntityID]) -> SiteCitations {
    SiteCitations(
      documents: ids.compactMap { documents[$0]?.document },
      references: ids.compactMap { id in references[id].map { (work: id, content: $0) } }
    )
  }

  private mutating func forget(except ids: Set<EntityID>) {
    documents = documents.filter { ids.contains($0.key) }
    references = references.filter { ids.contains($0.key) }
  }

  /// The document that stands elsewhere among the others now, if any.
  ///
  /// - Parameters:
  ///   - documents: as they stood.
  ///   - ids: the entities in the order of now.
  ///   - changed: entities that say something else.
  /// - Returns: nil where several do.
  private func moved(
    _ documents: [CitedDocument],
    _ ids: [EntityID],
    among changed: Set<EntityID>
  ) -> [CitedDocument]? {
    func isInOrder(but moved: EntityID?) -> Bool {
      var rest = documents.lazy.map(\.id).filter { $0 != moved }.makeIterator()
      var next = rest.next()
      for id in ids where next == id { next = rest.next() }
      return next == nil
    }
    if isInOrder(but: nil) { return [] }
    guard changed.count == 1, let id = changed.first, isInOrder(but: id) else { return nil }
    return documents.filter { $0.id == id }
  }
}

extension Site {
  /// All that may cite, in the order in which citations are gathered; earlier versions last.
  fileprivate var citingIDs: [EntityID] {
    contentTypes.flatMap { graph.members(of: $0.kind) } + graph.earlierVersions.map(\.id)
  }
}
