import SiteModel

/// The cards and neighbours of all entities at the last build, and what was read for each.
struct CardMemory {
  private(set) var cards: [EntityID: EntityCards.Kept] = [:]
  /// Of entities that drawings show.
  private(set) var neighbours: [EntityID: [EntityID]] = [:]
  private var reads: [EntityID: [Int32]] = [:]
  private var allReads: Set<Int32> = []

  /// Makes anew that for which something was read that is other, and what new entities need.
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
    if let others, allReads.isDisjoint(with: others.numbers) { return }
    if others == nil { self = CardMemory() }
    var open: [EntityID] = []
    for type in site.contentTypes {
      open += site.graph.members(of: type.kind).filter { id in
        guard let others, let reads = reads[id] else { return true }
        return others.reach(reads)
      }
    }
    let drawn = Set(site.contentTypes.filter { $0.figures.contains(.network) }.map(\.kind))
    let made = await concurrentMap(open, jobs: settings.jobs) { id in
      (
        card: EntityCards.Kept(of: id, in: site),
        neighbours: drawn.contains(id.kind) ? site.graph.neighbours(of: id) : nil
      )
    }
    for (id, made) in zip(open, made) {
      cards[id] = made.card
      neighbours[id] = made.neighbours
      let reads = made.card.map { index.numbers(of: Set($0.reads + [.neighbours(id)])) }
      self.reads[id] = reads
      allReads.formUnion(reads ?? [])
    }
  }
}
