import SiteModel

extension EntityGraph {
  /// The works that the texts of an axis cite or list: its own text and its issues.
  func works(ofAxis axis: EntityID) -> [any Entity] {
    let texts = [axis] + sources(of: .axis, to: axis).map(\.id)
    let works = Set(texts.flatMap { relations(from: $0, .cites, .lists).map(\.target) })
    return works.compactMap { entity($0) }.sorted { left, right in
      left.sortKey == right.sortKey ? left.id < right.id : left.sortKey < right.sortKey
    }
  }

  /// The axes whose texts cite or list a work.
  func axes(ofWork work: EntityID) -> [any Entity] {
    let texts = sources(of: .cites, .lists, to: work).map(\.id)
    let axes = Set(
      texts.flatMap { text in
        text.kind == .axis ? [text] : relations(from: text, .axis).map(\.target)
      }
    )
    return axes.compactMap { entity($0) }.sorted { left, right in
      left.sortKey == right.sortKey ? left.id < right.id : left.sortKey < right.sortKey
    }
  }
}
