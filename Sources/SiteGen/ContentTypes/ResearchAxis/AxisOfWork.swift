import SiteModel

extension EntityGraph {
  /// The works that the texts of an axis cite or list: its own text and its issues.
  func works(ofAxis axis: EntityID) -> [any Entity] {
    let texts = [axis] + sources(of: .axis, to: axis).map(\.id)
    return targets(of: .cites, .lists, fromAnyOf: texts)
  }

  /// The axes whose texts cite or list a work.
  func axes(ofWork work: EntityID) -> [any Entity] {
    let texts = sources(of: .cites, .lists, to: work)
    let issues = texts.map(\.id).filter { $0.kind != .axis }
    return inOrder(texts.filter { $0.id.kind == .axis } + targets(of: .axis, fromAnyOf: issues))
  }
}
