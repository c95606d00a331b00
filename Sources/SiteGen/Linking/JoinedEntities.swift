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

  /// The same entities, some of which say something else; nil where that reaches further than
  /// their own relations and names, so that all must be joined again.
  ///
  /// - Parameters:
  ///   - content: the entities now, under the identities, aliases, corrections and promised
  ///     addresses of before, with the same configuration, style and published versions.
  ///   - before: the items as they were.
  ///   - changed: places of the items that are other, ascending.
  /// - Returns: the entities joined, and those whose relations are others.
  public func updating(
    _ content: LoadedContent,
    from before: [LoadedContent.Item],
    changed: [Int]
  ) -> (joined: JoinedEntities, touched: Set<EntityID>)? {
    var joined = self
    var relations: [EntityID: [Relation]] = [:]
    var changesParts = false
    var changesCreators = false
    for place in changed {
      let (item, old) = (content.items[place], before[place])
      guard item.hasAddresses(of: old) else { return nil }
      let edges = targets.resolve(item, suggests: true)
      changesParts =
        changesParts || edges.value.filter(\.isPart) != resolved[place].value.filter(\.isPart)
      changesCreators = changesCreators || !item.entity.isNamedAs(old.entity)
      if edges.value != resolved[place].value { relations[item.entity.id] = [] }
      joined.resolved[place] = edges
    }
    guard max(faults, joined.faults) < WordTargets.suggestionLimit else { return nil }
    if changesCreators {
      let entities = content.items.map(\.entity)
      joined.creators = matchCreators(entities)
      joined.doubleCreators = findDoubleCreators(joined.creators, of: entities)
      for id in differingSources(creators, joined.creators) { relations[id] = [] }
    }
    joined.fill(&relations, content)
    joined.site = site.updating(
      site.graph.updating(changed.map { content.items[$0].entity }, relations: relations),
      with: changed.map { content.items[$0] }
    )
    if changesParts { joined.cycles = findPartCycles(joined.edges) }
    joined.uselessCorrections = findUselessCorrections(content)
    return (joined, touched(by: relations))
  }

  /// What items and earlier versions state.
  private var edges: [Relation] { resolved.flatMap(\.value) + earlier.value }

  /// How many words lead nowhere; from a limit on, what is said of one hangs on how many others
  /// there are.
  private var faults: Int { resolved.lazy.map(\.diagnostics.count).reduce(0, +) }

  /// The edges of all whose edges are others.
  private func fill(_ relations: inout [EntityID: [Relation]], _ content: LoadedContent) {
    guard !relations.isEmpty else { return }
    for (item, edges) in zip(content.items, resolved) where relations[item.entity.id] != nil {
      relations[item.entity.id] = edges.value
    }
    for edge in creators where relations[edge.source] != nil {
      relations[edge.source]?.append(edge)
    }
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
