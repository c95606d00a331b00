import Diagnostics
import SiteModel

/// Things that are parts of themselves (`REL016`), each cycle once, at the first of its places;
/// linear in the number of relations, whatever they join.
func findPartCycles(_ relations: [Relation]) -> [Diagnostic] {
  let edges = Dictionary(grouping: relations.filter { $0.name == .partOf }, by: \.source)
  var finished: Set<EntityID> = []
  var diagnostics: [Diagnostic] = []
  for start in edges.keys.sorted() where !finished.contains(start) {
    // A path of edges from `start`, without recursion: a chain may be as long as the site is large.
    var path: [(id: EntityID, next: Int)] = [(start, 0)]
    var depth: [EntityID: Int] = [start: 0]
    while let last = path.last {
      let outgoing = edges[last.id] ?? []
      guard last.next < outgoing.count else {
        path.removeLast()
        depth[last.id] = nil
        finished.insert(last.id)
        continue
      }
      path[path.count - 1].next += 1
      let target = outgoing[last.next].target
      if let begin = depth[target] {
        let cycle = path[begin...].compactMap { step in edges[step.id]?[step.next - 1] }
        diagnostics.append(diagnostic(for: cycle))
      } else if !finished.contains(target) {
        depth[target] = path.count
        path.append((target, 0))
      }
    }
  }
  return diagnostics
}

private func diagnostic(for cycle: [Relation]) -> Diagnostic {
  let names = cycle.map(\.source.description).joined(separator: ", part of ")
  return Diagnostic(
    LinkingDiagnostics.partOfItself,
    .error,
    at: cycle.first?.places.first,
    "\(names), is a part of itself",
    notes: cycle.dropFirst().map { relation in
      .init(
        "\(relation.source) is said to be a part of \(relation.target)",
        at: relation.places.first
      )
    }
  )
}
