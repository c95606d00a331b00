public import Diagnostics
public import SiteModel

/// A site and the parts it was joined from, so that parts may be replaced.
///
/// Emits `REL001`, `REL004`, `REL007`, `REL012` to `REL016`, `MEN001`, `MEN002`, `CIT001`, `MET010`,
/// `PUB002` and `PUB010`.
public struct JoinedEntities: Sendable {
  /// The frozen site, without citations.
  public private(set) var site: Site
  private let targets: WordTargets
  /// What each item states, in order.
  private var resolved: [Diagnosed<[Relation]>]
  /// What earlier versions state.
  private let earlier: Diagnosed<[Relation]>
  private var creators: CreatorMatches
  private var doubleCreators: [Diagnostic]
  /// What is wrong with addresses, former ones among them.
  private let addresses: [Diagnostic]
  private var cycles: [Diagnostic]
  private var uselessCorrections: [Diagnostic]

  /// Joins loaded entities; serial, linear in relations.
  ///
  /// - Parameters:
  ///   - content: every entity.
  ///   - ends: where its words and names lead.
  ///   - edges: what `ends` say of the words of each item, in order.
  ///   - addressing: where the site will stand.
  public init(
    _ content: LoadedContent,
    _ ends: RelationEnds,
    edges: [Diagnosed<[Relation]>],
    addressing: Addressing
  ) {
    let entities = content.items.map(\.entity)
    targets = ends.targets
    resolved = targets.suggesting(edges, of: content.items)
    earlier = targets.resolveEarlierVersions(content)
    creators = ends.creators
    let written = creators.relations
    doubleCreators = findDoubleCreators(written, of: entities)
    let stated = resolved.flatMap(\.value) + earlier.value
    let all = content.items + content.earlierVersions
    let texts = all.map { ($0.entity.id, Site.namedTexts(of: $0)) }
    let site = Site(
      configuration: content.configuration,
      citationStyle: content.citationStyle,
      addressing: addressing,
      contentTypes: content.contentTypes,
      graph: EntityGraph(
        entities: entities,
        relations: stated + written,
        earlierVersions: content.earlierVersions.map(\.entity),
        redirects: content.corrections.redirects
      ),
      texts: Dictionary(texts) { first, _ in first },
      notes: Dictionary(all.map { ($0.entity.id, $0.notes) }) { first, _ in first }
    ).withholding(content.withheld).publishing(content.editions)
    let book = AddressBook(site)
    let redirects = resolveRedirects(content, in: site, book)
    self.site = site.redirecting(redirects.value)
    addresses =
      book.diagnostics + redirects.diagnostics
      + findGoneAddresses(content.recordedAddresses, of: self.site, book)
    cycles = findPartCycles(stated)
    uselessCorrections = findUselessCorrections(content)
  }

  /// What was found, in the order of joining.
  public var diagnostics: [Diagnostic] {
    resolved.flatMap(\.diagnostics) + earlier.diagnostics + doubleCreators + addresses + cycles
      + uselessCorrections
  }

  /// Joins entities some of which say something else; nil, with nothing changed, where that reaches
  /// further than their own relations and names, so that all must be joined again.
  ///
  /// - Parameters:
  ///   - content: the entities now, under the identities, aliases, corrections and promised
  ///     addresses of before, with the same configuration, style and published versions.
  ///   - changed: places of the items that are other, ascending.
  ///   - before: those items as they were.
  /// - Returns: the entities whose relations are others.
  public mutating func update(
    _ content: LoadedContent,
    at changed: [Int],
    from before: [LoadedContent.Item]
  ) -> Set<EntityID>? {
    let items = changed.map { content.items[$0] }
    guard zip(items, before).allSatisfy({ $0.hasAddresses(of: $1) }) else { return nil }
    let edges = items.map { targets.resolve($0, suggests: true) }
    let others = zip(changed, edges).filter { $1.value != resolved[$0].value }
    let changesParts = others.contains { place, edges in
      edges.value.filter(\.isPart) != resolved[place].value.filter(\.isPart)
    }
    let faults = faults
    let newFaults = zip(changed, edges).reduce(faults) { count, edge in
      count + edge.1.diagnostics.count - resolved[edge.0].diagnostics.count
    }
    guard max(faults, newFaults) < WordTargets.suggestionLimit else { return nil }
    for (place, edges) in zip(changed, edges) { resolved[place] = edges }
    let works = creators.update(
      zip(changed, zip(before, items)).map { ($0, $1.0.entity, $1.1.entity) }
    ) { content.items[$0].entity }
    if !works.isEmpty {
      doubleCreators = findDoubleCreators(creators.relations, of: content.items.map(\.entity))
    }
    let relations = relations(at: works.union(others.map(\.0)), content)
    let ends = touched(by: relations)
    site = site.updating(
      site.graph.updating(items.map(\.entity), relations: relations),
      with: items
    )
    if changesParts { cycles = findPartCycles(self.edges) }
    uselessCorrections = findUselessCorrections(content)
    return ends
  }

  /// What items and earlier versions state.
  private var edges: [Relation] { resolved.flatMap(\.value) + earlier.value }

  /// How many words lead nowhere; from a limit on, what is said of one hangs on how many others
  /// there are.
  private var faults: Int {
    resolved.indices.reduce(0) { $0 + resolved[$1].diagnostics.count }
  }

  /// The edges of the entities at some places.
  private func relations(
    at places: Set<Int>,
    _ content: LoadedContent
  ) -> [EntityID: [Relation]] {
    var relations: [EntityID: [Relation]] = [:]
    for place in places {
      relations[content.items[place].entity.id] =
        resolved[place].value + creators.relations(at: place)
    }
    return relations
  }

  /// Both ends of all edges that are other or no more.
  private func touched(by relations: [EntityID: [Relation]]) -> Set<EntityID> {
    var touched: Set<EntityID> = []
    for (source, edges) in relations {
      touched.insert(source)
      touched.formUnion(edges.map(\.target))
      touched.formUnion(site.graph.relations(from: source).map(\.target))
    }
    return touched
  }
}

extension Relation {
  fileprivate var isPart: Bool { name == .partOf }
}

extension LoadedContent.Item {
  /// Whether its page stands where that of another item stood, and claims the same old addresses.
  fileprivate func hasAddresses(of other: LoadedContent.Item) -> Bool {
    entity.id == other.entity.id && entity.aliases == other.entity.aliases
      && formerAddresses == other.formerAddresses
      && entity.sources.first?.path == other.entity.sources.first?.path
  }
}
