import SiteModel

/// The cards of all entities at the last build, and what was read for each.
struct CardMemory {
  private(set) var cards: [EntityID: EntityCards.Kept] = [:]
  private var reads: [EntityID: [Int32]] = [:]

  /// Makes cards anew for which something was read that is other, and those of new entities.
  ///
  /// - Parameters:
  ///   - site: the site.
  ///   - others: what became other since the cards were made; anything may have when nil.
  ///   - index: the numbers of what is read.
  ///   - settings: how to build.
  mutating func update(
    _ site: Site,
    _ others: OtherAnswers?,
    _ index: inout ReadIndex,
    _ settings: BuildSettings
  ) async {
    if let others, !others.isAny { return }
    if others == nil { (cards, reads) = ([:], [:]) }
    var open: [EntityID] = []
    for type in site.contentTypes {
      open += site.graph.members(of: type.kind).filter { id in
        guard let others, let reads = reads[id] else { return true }
        return others.reach(reads)
      }
    }
    let made = await concurrentMap(open, jobs: settings.jobs) { EntityCards.Kept(of: $0, in: site) }
    for (id, card) in zip(open, made) {
      cards[id] = card
      reads[id] = card.map { index.numbers(of: Set($0.reads)) }
    }
  }
}
