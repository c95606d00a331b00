public import Diagnostics
public import SiteModel

/// A site and the parts it was joined from, so that parts may be replaced.
public struct JoinedEntities: Sendable {
  /// The frozen site, without citations.
  public private(set) var site: Site
  private let targets: WordTargets
  /// What each item states, in order.
  private var resolved: [Diagnosed<[Relation]>]
  /// What earlier versions state.
  private let earlier: Diagnosed<[Relation]>
  private var creators: [Relation]
  private var doubleCreators: [Diagnostic]
  /// What is wrong with addresses, former ones among them.
  private let addresses: [Diagnostic]
  private var cycles: [Diagnostic]
  private var uselessCorrections: [Diagnostic]

  /// Joins loaded entities; serial, linear in relations and words that link.
  public init(_ content: LoadedContent, addressing: Addressing) {
    let entities = content.items.map(\.entity)
    targets = WordTargets(content)
    resolved = targets.resolve(content.items)
    earlier = targets.resolveEarlierVersions(content)
    creators = matchCreators(entities)
    doubleCreators = findDoubleCreators(creators, of: entities)
    let edges = resolved.flatMap(\.value) + earlier.value
    let all = content.items + content.earlierVersions
    let texts = all.map { ($0.entity.id, Site.namedTexts(of: $0)) }
    let site = Site(
      configuration: content.configuration,
      citationStyle: content.citationStyle,
      addressing: addressing,
      contentTypes: content.contentTypes,
      graph: EntityGraph(
        entities: entities,
        relations: edges + creators,
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
    cycles = findPartCycles(edges)
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
    var sources = Set(others.map { content.items[$0.0].entity.id })
    var places = others.map(\.0)
    if !zip(items, before).allSatisfy({ $0.entity.isNamedAs($1.entity) }) {
      sources.formUnion(matchCreatorsAgain(content))
      places = Array(content.items.indices)
    }
    let relations = relations(of: sources, among: places, content)
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

  /// Finds again who wrote what; gives those of whom it is other.
  private mutating func matchCreatorsAgain(_ content: LoadedContent) -> Set<EntityID> {
    let entities = content.items.map(\.entity)
    let before = creators
    creators = matchCreators(entities)
    doubleCreators = findDoubleCreators(creators, of: entities)
    return differingSources(before, creators)
  }

  /// The edges of some entities, which stand in some of the places.
  private func relations(
    of sources: Set<EntityID>,
    among places: [Int],
    _ content: LoadedContent
  ) -> [EntityID: [Relation]] {
    guard !sources.isEmpty else { return [:] }
    var relations: [EntityID: [Relation]] = [:]
    for id in sources { relations[id] = [] }
    for place in places {
      let id = content.items[place].entity.id
      if sources.contains(id) { relations[id] = resolved[place].value }
    }
    for edge in creators where sources.contains(edge.source) {
      relations[edge.source]?.append(edge)
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

  /// Those whose edges differ between two lists that are in order of their sources.
  private func differingSources(_ first: [Relation], _ second: [Relation]) -> Set<EntityID> {
    let old = Dictionary(grouping: first, by: \.source)
    let new = Dictionary(grouping: second, by: \.source)
    return Set(old.keys).union(new.keys).filter { old[$0] != new[$0] }
  }
}

extension Relation {
  fileprivate var isPart: Bool { name == .partOf }
}

extension Entity {
  /// Whether it bears the names and names the creators of another.
  fileprivate func isNamedAs(_ other: any Entity) -> Bool {
    personName == other.personName && otherNames == other.otherNames
      && creators == other.creators
  }
}

extension LoadedContent.Item {
  /// Whether its page stands where that of another item stood, and claims the same old addresses.
  fileprivate func hasAddresses(of other: LoadedContent.Item) -> Bool {
    entity.id == other.entity.id && entity.aliases == other.entity.aliases
      && formerAddresses == other.formerAddresses
      && entity.sources.first?.path == other.entity.sources.first?.path
  }
}
