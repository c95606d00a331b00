public import Diagnostics
import Markdown
public import SiteModel

/// Joins loaded entities into the frozen site: relations, mentions, citations, authorship.
///
/// Whole site, serial; linear in the number of relations and of words that link. Emits `REL001`,
/// `REL004`, `MEN001`, `MEN002`, `CIT001`
/// and `MET010`.
public func linkEntities(_ content: LoadedContent, addressing: Addressing) -> Diagnosed<Site> {
  let entities = content.items.map(\.entity)
  let table = IdentityTable(entities, corrections: content.corrections)
  let pages = findPages(of: entities, content.contentTypes)
  var edges: [Relation] = []
  var diagnostics: [Diagnostic] = []
  for item in content.items {
    let resolved = resolveRelations(of: item, table: table, pages: pages)
    edges += resolved.value
    diagnostics += resolved.diagnostics
  }
  let creators = matchCreators(entities)
  edges += creators
  diagnostics += findDoubleCreators(creators, of: entities)
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
    notes: Dictionary(content.items.map { ($0.entity.id, $0.notes) }) { first, _ in first },
    moved: content.corrections.moved
  )
  return Diagnosed(
    site,
    diagnostics + findSharedAddresses(site) + findUselessCorrections(content)
  )
}

/// Edges that one item states: those of its fields, then those of its texts.
private func resolveRelations(
  of item: LoadedContent.Item,
  table: IdentityTable,
  pages: [Substring: EntityID]
) -> Diagnosed<[Relation]> {
  let source = item.entity.id
  var edges: [Relation] = []
  var diagnostics: [Diagnostic] = []
  var stated: Set<Relation> = []
  // An empty target is a missing field, reported by the reading of the record.
  for reference in item.entity.relations where !reference.target.value.isEmpty {
    switch table.resolve(
      reference.target,
      kind: reference.targetKind,
      else: LinkingDiagnostics.unknownTarget
    )
    {
    case .success(let target):
      let edge = Relation(reference.name, from: source, to: target)
      if !stated.insert(edge).inserted, reference.name.isTakenOnce {
        diagnostics.append(listedTwice(target, as: reference.name, at: reference.target.span))
      } else {
        edges.append(edge)
      }
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
        anchors.add(text.idPrefix + "appel-\(index + 1)", of: .cites, to: target)
      case .failure(let missing): diagnostics += missing.diagnostics
      }
    }
    for (index, mention) in document.mentions.enumerated() {
      switch table.resolveMention(mention.target) {
      case .success(let target):
        anchors.add(text.idPrefix + "mention-\(index + 1)", of: .mentions, to: target)
      case .failure(let missing): diagnostics += missing.diagnostics
      }
    }
    for (index, link) in document.links.enumerated() {
      guard let target = pages[link.value[...]] ?? pages[link.value.prefix { $0 != "#" }],
        target != source
      else { continue }
      anchors.add(text.idPrefix + "lien-\(index + 1)", of: .mentions, to: target)
    }
  }
  let uncited = resolveUncited(item, table: table)
  return Diagnosed(
    edges + anchors.relations(from: source) + uncited.value,
    diagnostics + uncited.diagnostics
  )
}

/// The entities by the addresses that ordinary links write: a link to a page names what stands there.
private func findPages(
  of entities: [any Entity],
  _ types: [ContentType]
) -> [Substring: EntityID] {
  let types = Dictionary(types.map { ($0.kind, $0) }) { first, _ in first }
  let pages = entities.compactMap { entity in
    types[entity.id.kind].map { ($0.route(of: entity.id.slug).text[...], entity.id) }
  }
  return Dictionary(pages) { first, _ in first }
}

/// Gathers the places where a text cites or names each entity, in the order of the first.
private struct AnchorCollection {
  private struct Key: Hashable {
    let name: RelationName
    let target: EntityID
  }

  private var order: [Key] = []
  private var anchors: [Key: [String]] = [:]

  mutating func add(_ anchor: String, of name: RelationName, to target: EntityID) {
    let key = Key(name: name, target: target)
    if anchors[key] == nil { order.append(key) }
    anchors[key, default: []].append(anchor)
  }

  func relations(from source: EntityID) -> [Relation] {
    order.map { key in
      Relation(key.name, from: source, to: key.target, anchors: anchors[key] ?? [])
    }
  }
}

/// Pages that would stand at one address.
private func findSharedAddresses(_ site: Site) -> [Diagnostic] {
  var owners: [Route: String] = [.home: "the home page"]
  if let assets = Slug("assets") { owners[Route(folder: assets)] = "the folder of assets" }
  for figure in site.figures { owners[figure.route] = "the \(figure) of the collection" }
  for type in site.contentTypes {
    if let route = type.indexRoute {
      owners[route] = "the list of all of kind \(type.kind.rawValue)"
    }
  }
  for (view, route) in site.worksViews { owners[route] = "the list of works by \(view.rawValue)" }
  var diagnostics: [Diagnostic] = []
  for type in site.contentTypes {
    for entity in site.graph.entities(of: type.kind) {
      let route = type.route(of: entity.id.slug)
      guard let owner = owners.updateValue(entity.id.description, forKey: route) else { continue }
      diagnostics.append(
        Diagnostic(
          LinkingDiagnostics.addressTakenTwice,
          .error,
          at: entity.sources.first.map { SourceSpan(path: $0.path, range: 0..<0) },
          "\(entity.id) and \(owner) share the address \(route.text)"
        )
      )
    }
  }
  return diagnostics
}
