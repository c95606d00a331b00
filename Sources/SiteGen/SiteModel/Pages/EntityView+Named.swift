public import Templating

extension EntityView {
  /// The persons and organisations that the texts of an entity name, in the order of their lists,
  /// and the acronyms they use; absent when there are none.
  public func named(in id: EntityID) -> TemplateValue {
    let (numbers, own) = (site.graph.numbers, site.graph.numbers[id])
    let named = site.graph.targetNumbers(of: .mentions, from: id)
    func cards(_ kind: EntityKind) -> TemplateValue {
      self.cards(at: named.filter { numbers.kind(at: $0) == kind && $0 != own })
    }
    let terms = terms(usedIn: id, naming: named.filter { numbers.kind(at: $0) == .term })
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

  /// The acronyms that the texts of an entity use: those that say so, and those that it names.
  private func terms(usedIn id: EntityID, naming named: [Int]) -> TemplateValue {
    let stated = site.graph.sourceNumbers(of: .uses, to: id)
    let terms = stated + named.filter { !stated.contains($0) }
    return cards(
      of: terms.map { site.graph.entity(at: $0) }.sorted { $0.sortKey < $1.sortKey }
    )
  }
}
