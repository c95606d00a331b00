import SiteModel

extension EntityGraph {
  /// The numbers of the works that the texts of an axis cite or list: its own text and its issues.
  func works(ofAxis axis: EntityID) -> [Int] {
    guard let own = numbers[axis] else { return [] }
    return targetNumbers(
      of: .cites,
      .lists,
      fromAnyOf: [own] + sourceNumbers(of: .axis, to: axis)
    )
  }

  /// The numbers of the axes whose texts cite or list a work.
  func axes(ofWork work: EntityID) -> [Int] {
    let texts = sourceNumbers(of: .cites, .lists, to: work)
    let issues = texts.filter { numbers.kind(at: $0) != .axis }
    let axes = texts.filter { numbers.kind(at: $0) == .axis }
    return inOrder(axes + targetNumbers(of: .axis, fromAnyOf: issues))
  }
}
