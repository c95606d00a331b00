public import Templating

extension EntityView {
  /// The persons and organisations that the texts of an entity name, in the order of their lists,
  /// and the acronyms they use; absent when there are none.
  public func named(in id: EntityID) -> TemplateValue {
    let named = site.graph.targets(of: .mentions, from: id).filter { $0.id != id }
    func cards(_ kind: EntityKind) -> TemplateValue {
      self.cards(of: named.filter { $0.id.kind == kind })
    }
    let terms = terms(usedIn: id)
    let (people, organisations) = (cards(.person), cards(.organisation))
    guard [people, organisations, terms].contains(where: { $0 != .absent }) else { return .absent }
    return .record(["people": people, "organisations": organisations, "terms": terms])
  }

  /// The shape of `named(in:)`.
  public static let namedShape = TemplateShape.optional(
    .record([
      "people": .listing(of: .record(cardShape)),
      "organisations": .listing(of: .record(cardShape)), "terms": .listing(of: .record(cardShape)),
    ])
  )

  /// The acronyms that the texts of an entity use.
  private func terms(usedIn id: EntityID) -> TemplateValue {
    let stated = site.graph.sources(of: .uses, to: id)
    let known = Set(stated.map(\.id))
    let named = site.graph.targets(of: .mentions, from: id).filter {
      $0.id.kind == .term && !known.contains($0.id)
    }
    return cards(of: (stated + named).sorted { $0.sortKey < $1.sortKey })
  }
}
