/// All places where one entity states edges, in one list: an edge has few, a site many edges.
final class RelationStatements: Sendable {
  let source: EntityID
  let places: [RelationPlace]

  init(of source: EntityID, _ places: [RelationPlace]) {
    self.source = source
    self.places = places
  }
}

/// The edges that one entity states, as they are found.
public struct StatedRelations {
  private struct Edge {
    let name: RelationName
    let target: EntityID
    /// Apart from the others: most edges have no more.
    let place: RelationPlace
    var otherPlaces: [RelationPlace] = []

    var placeCount: Int { 1 + otherPlaces.count }
  }

  private let source: EntityID
  private var edges: [Edge] = []
  /// The edges that may have several places.
  private var positions: [RelationEnd: Int] = [:]

  /// Begins with no edge.
  public init(from source: EntityID) { self.source = source }

  /// Makes room for places that are to be gathered.
  public mutating func reserve(_ count: Int) {
    edges.reserveCapacity(edges.count + count)
    positions.reserveCapacity(positions.count + count)
  }

  /// Adds an edge with one place.
  public mutating func add(_ name: RelationName, to target: EntityID, at place: RelationPlace) {
    edges.append(Edge(name: name, target: target, place: place))
  }

  /// Adds a place to an edge that was gathered before, or as a new edge.
  public mutating func gather(_ name: RelationName, to target: EntityID, at place: RelationPlace) {
    let end = RelationEnd(name, target)
    if let position = positions[end] {
      edges[position].otherPlaces.append(place)
    } else {
      positions[end] = edges.count
      add(name, to: target, at: place)
    }
  }

  /// The edges in the order of their first places.
  public var relations: [Relation] {
    var places: [RelationPlace] = []
    places.reserveCapacity(edges.reduce(0) { $0 + $1.placeCount })
    for edge in edges {
      places.append(edge.place)
      places += edge.otherPlaces
    }
    let statements = RelationStatements(of: source, places)
    var start = 0
    return edges.map { edge in
      defer { start += edge.placeCount }
      let places = start..<start + edge.placeCount
      return Relation(edge.name, to: edge.target, places, of: statements)
    }
  }
}
