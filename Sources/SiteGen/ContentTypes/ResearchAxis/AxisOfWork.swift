import SiteModel

extension EntityGraph {
  /// The works that the texts of an axis cite or list: its own text and its issues.
  func works(ofAxis axis: EntityID) -> [any Entity] {
    let texts = [axis] + sources(of: .axis, to: axis).map(\.id)
    return inOrder(texts.flatMap { targets(of: .cites, .lists, from: $0).map(\.id) })
  }

  /// The axes whose texts cite or list a work.
  func axes(ofWork work: EntityID) -> [any Entity] {
    inOrder(
      sources(of: .cites, .lists, to: work).map(\.id).flatMap { text in
        text.kind == .axis ? [text] : targets(of: .axis, from: text).map(\.id)
      }
    )
  }
}
