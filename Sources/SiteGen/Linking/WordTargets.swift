public import Diagnostics
import Markdown
public import SiteModel

/// Where the words of records and texts lead; the same for all items, which may be resolved on any
/// thread.
public struct WordTargets: Sendable {
  let table: IdentityTable
  let plainTable: IdentityTable
  let pages: [Substring: EntityID]

  /// Takes the items of loaded content, and what is withheld from it.
  public init(_ content: LoadedContent) {
    let entities = content.items.map(\.entity)
    table = IdentityTable(content)
    plainTable = table.withoutSuggestions
    let hidden = Set(content.withheld.keys).subtracting(entities.map(\.id))
    pages = findPages(of: entities.map(\.id) + hidden, content.contentTypes)
  }

  /// A fault of many words is one of another kind, and suggestions cost words × names.
  static let suggestionLimit = 50

  /// Edges that one item states, without "did you mean".
  public func resolve(_ item: LoadedContent.Item) -> Diagnosed<[Relation]> {
    resolve(item, suggests: false)
  }

  /// Edges that one item states.
  func resolve(_ item: LoadedContent.Item, suggests: Bool) -> Diagnosed<[Relation]> {
    resolveRelations(of: item, table: suggests ? table : plainTable, pages: pages)
  }

  /// The same edges of all items, with "did you mean" for the first words that mean nothing.
  func suggesting(
    _ edges: [Diagnosed<[Relation]>],
    of items: [LoadedContent.Item]
  ) -> [Diagnosed<[Relation]>] {
    var edges = edges
    var count = 0
    for place in edges.indices where !edges[place].diagnostics.isEmpty {
      guard count < WordTargets.suggestionLimit else { break }
      edges[place] = resolve(items[place], suggests: true)
      count += edges[place].diagnostics.count
    }
    return edges
  }

  /// Edges that earlier versions state; what they lead to in vain is a warning (`PUB010`).
  func resolveEarlierVersions(_ content: LoadedContent) -> Diagnosed<[Relation]> {
    let resolved = content.earlierVersions.map { resolve($0, suggests: false) }
    let found = resolved.flatMap(\.diagnostics).filter { $0.severity == .error }
    return Diagnosed(
      resolved.flatMap(\.value),
      found.map {
        Diagnostic(LinkingDiagnostics.earlierVersionPoorer, .warning, at: $0.span, $0.summary)
      }
    )
  }
}

/// Edges that one item states: those of its fields, then those of its texts.
private func resolveRelations(
  of item: LoadedContent.Item,
  table: IdentityTable,
  pages: [Substring: EntityID]
) -> Diagnosed<[Relation]> {
  let source = item.entity.id
  var edges = StatedRelations(from: source)
  var diagnostics: [Diagnostic] = []
  var stated: Set<RelationEnd> = []
  // An empty target is a missing field, reported by the reading of the record.
  for reference in item.entity.relations where !reference.target.value.isEmpty {
    switch table.resolve(
      reference.target,
      kind: reference.targetKind,
      else: LinkingDiagnostics.unknownTarget
    )
    {
    case .success(let target):
      let isNew = stated.insert(RelationEnd(reference.name, target)).inserted
      if !isNew, reference.name.isTakenOnce {
        diagnostics.append(listedTwice(target, as: reference.name, at: reference.target.span))
      } else {
        edges.add(reference.name, to: target, at: RelationPlace(at: reference.target.span))
      }
    case .failure(let missing): diagnostics += missing.diagnostics
    }
  }
  for (text, document) in zip(item.entity.texts, item.texts) {
    let cites = document.cites
    edges.reserve(cites.count + document.mentions.count)
    for (index, cite) in cites.enumerated() {
      switch table.resolve(
        cite.key,
        kind: .reference,
        else: LinkingDiagnostics.unknownCitation
      )
      {
      case .success(let target):
        let anchor = text.idPrefix + "appel-\(index + 1)"
        edges.gather(.cites, to: target, at: RelationPlace(anchor: anchor, at: cite.key.span))
      case .failure(let missing): diagnostics += missing.diagnostics
      }
    }
    for (index, mention) in document.mentions.enumerated() {
      switch table.resolveMention(mention.target) {
      case .success(let target):
        let anchor = text.idPrefix + "mention-\(index + 1)"
        let place = RelationPlace(anchor: anchor, at: mention.target.span)
        edges.gather(.mentions, to: target, at: place)
      case .failure(let missing): diagnostics += missing.diagnostics
      }
    }
    for (index, link) in document.links.enumerated() {
      guard let target = pages[link.value[...]] ?? pages[link.value.prefix { $0 != "#" }],
        target != source
      else { continue }
      if let draft = table.draft(target, at: link.span) {
        diagnostics.append(draft)
        continue
      }
      let anchor = text.idPrefix + "lien-\(index + 1)"
      edges.gather(.mentions, to: target, at: RelationPlace(anchor: anchor, at: link.span))
    }
  }
  diagnostics += resolveUncited(item, table: table, into: &edges)
  return Diagnosed(edges.relations, diagnostics)
}

/// Entities by the addresses that ordinary links write: a link to a page names what stands there.
private func findPages(
  of ids: [EntityID],
  _ types: [ContentType]
) -> [Substring: EntityID] {
  let types = Dictionary(types.map { ($0.kind, $0) }) { first, _ in first }
  let pages = ids.compactMap { id in
    types[id.kind].map { ($0.route(of: id.slug).text[...], id) }
  }
  return Dictionary(pages) { first, _ in first }
}
