import CSL

extension Site {
  /// Whether another site gives the same answer to what was read of this one.
  ///
  /// Places in sources are passed over: no page shows them.
  ///
  /// - Parameters:
  ///   - read: what was read.
  ///   - other: the other site.
  ///   - saysTheSame: whether an entity says the same in both, but for its texts.
  /// - Returns: whether whoever read it would read the same again.
  public func answersAlike(
    _ read: SiteRead,
    in other: Site,
    saysTheSame: (EntityID) -> Bool
  ) -> Bool {
    switch read {
    case .entity(let id): return saysTheSame(id)
    case .name(let kind, let name):
      return graph.identity(kind, named: name) == other.graph.identity(kind, named: name)
    case .kind(let kind):
      let members = graph.members(of: kind)
      return members == other.graph.members(of: kind) && members.allSatisfy(saysTheSame)
    case .members(let kind): return graph.members(of: kind) == other.graph.members(of: kind)
    case .identities(let kind):
      let (own, others) = (graph.members(of: kind), other.graph.members(of: kind))
      return own == others || Set(own) == Set(others)
    case .presence(let kind): return graph.holds(kind) == other.graph.holds(kind)
    case .outgoing(let id, let name):
      return isAlike(graph.relations(from: id, name), other.graph.relations(from: id, name))
    case .incoming(let id, let name):
      return isAlike(graph.relations(to: id, name), other.graph.relations(to: id, name))
    case .neighbours(let id): return graph.neighbours(of: id) == other.graph.neighbours(of: id)
    case .texts(let id): return texts[id] == other.texts[id]
    case .notes(let id): return notes[id] == other.notes[id]
    case .citations(let id): return citations.document(id) == other.citations.document(id)
    case .places(let id):
      return citations.places(referringTo: id) == other.citations.places(referringTo: id)
    case .reference(let id):
      return citations.reference(to: id) == other.citations.reference(to: id)
    }
  }

  private func isAlike(_ left: [Relation], _ right: [Relation]) -> Bool {
    left.elementsEqual(right) {
      $0.name == $1.name && $0.source == $1.source && $0.target == $1.target
        && $0.anchors == $1.anchors
    }
  }
}
