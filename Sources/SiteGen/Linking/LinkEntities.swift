public import Diagnostics
import Markdown
public import SiteModel

/// Joins loaded entities into the frozen site: relations, mentions, citations, authorship.
///
/// Whole site, serial; linear in the number of relations and of words that link. Emits `REL001`,
/// `REL004`, `REL007`, `REL012` to `REL016`, `MEN001`, `MEN002` and `CIT001`.
public func linkEntities(_ content: LoadedContent, addressing: Addressing) -> Diagnosed<Site> {
  let entities = content.items.map(\.entity)
  let table = IdentityTable(entities, corrections: content.corrections)
  let plainTable = table.withoutSuggestions
  var edges: [Relation] = []
  var diagnostics: [Diagnostic] = []
  for item in content.items {
    // A fault of hundreds of words is one of another kind, and suggestions cost words × names.
    let resolved = resolveRelations(of: item, table: diagnostics.count < 200 ? table : plainTable)
    edges += resolved.value
    diagnostics += resolved.diagnostics
  }
  edges += matchCreators(entities)
  let texts = content.items.map { item in
    let names = item.entity.texts.map(\.name)
    return (item.entity.id, Dictionary(zip(names, item.texts)) { first, _ in first })
  }
  let site = Site(
    configuration: content.configuration,
    citationStyle: content.citationStyle,
    addressing: addressing,
    contentTypes: content.contentTypes,
    graph: EntityGraph(
      entities: entities,
      relations: edges,
      redirects: content.corrections.redirects
    ),
    texts: Dictionary(texts) { first, _ in first },
    notes: Dictionary(content.items.map { ($0.entity.id, $0.notes) }) { first, _ in first }
  )
  let addresses = AddressBook(site)
  let redirects = resolveRedirects(content, in: site, addresses)
  let redirected = site.redirecting(redirects.value)
  return Diagnosed(
    redirected,
    diagnostics + addresses.diagnostics + redirects.diagnostics
      + findGoneAddresses(content.recordedAddresses, of: redirected, addresses)
      + findPartCycles(edges) + findUselessCorrections(content)
  )
}

/// Edges that one item states: those of its fields, then those of its texts.
private func resolveRelations(
  of item: LoadedContent.Item,
  table: IdentityTable
) -> Diagnosed<[Relation]> {
  let source = item.entity.id
  var edges: [Relation] = []
  var diagnostics: [Diagnostic] = []
  // An empty target is a missing field, reported by the reading of the record.
  for reference in item.entity.relations where !reference.target.value.isEmpty {
    switch table.resolve(
      reference.target,
      kind: reference.targetKind,
      else: LinkingDiagnostics.unknownTarget
    )
    {
    case .success(let target):
      edges.append(
        Relation(reference.name, from: source, to: target, places: [reference.target.span])
      )
    case .failure(let missing): diagnostics += missing.diagnostics
    }
  }
  var anchors = AnchorCollection()
  for (text, document) in zip(item.entity.texts, item.texts) {
    for (index, cite) in document.cites.enumerated() {
      switch table.resolve(
        cite.key,
        kind: .reference,
        else: LinkingDiagnostics.unknownCitation
      )
      {
      case .success(let target):
        let anchor = text.idPrefix + "appel-\(index + 1)"
        anchors.add(anchor, at: cite.key.span, of: .cites, to: target)
      case .failure(let missing): diagnostics += missing.diagnostics
      }
    }
    for mention in document.mentions {
      switch table.resolveMention(mention.target) {
      case .success(let target):
        anchors.add(nil, at: mention.target.span, of: .mentions, to: target)
      case .failure(let missing): diagnostics += missing.diagnostics
      }
    }
  }
  let uncited = resolveUncited(item, table: table)
  return Diagnosed(
    edges + anchors.relations(from: source) + uncited.value,
    diagnostics + uncited.diagnostics
  )
}

/// Gathers the places where a text cites or names each entity, in the order of the first.
private struct AnchorCollection {
  private struct Key: Hashable {
    let name: RelationName
    let target: EntityID
  }

  private var order: [Key] = []
  private var places: [Key: (anchors: [String], spans: [SourceSpan])] = [:]

  mutating func add(
    _ anchor: String?,
    at span: SourceSpan,
    of name: RelationName,
    to target: EntityID
  ) {
    let key = Key(name: name, target: target)
    if places[key] == nil { order.append(key) }
    places[key, default: ([], [])].spans.append(span)
    if let anchor { places[key]?.anchors.append(anchor) }
  }

  func relations(from source: EntityID) -> [Relation] {
    order.map { key in
      Relation(
        key.name,
        from: source,
        to: key.target,
        anchors: places[key]?.anchors ?? [],
        places: places[key]?.spans ?? []
      )
    }
  }
}
