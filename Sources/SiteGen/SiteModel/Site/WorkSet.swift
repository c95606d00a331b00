/// A format in which works are given away; the raw value is the ending of its files.
public enum WorkFormat: String, Hashable, Sendable, CaseIterable {
  /// BibLaTeX.
  case bib
  /// RIS.
  case ris
  /// CSL-JSON.
  case json
}

/// Works that readers may take along together: all of them, one, those of an issue or a person.
public struct WorkSet: Hashable, Sendable {
  /// The numbers of the works in the graph of their site, in the order of the bibliography; never
  /// empty.
  public let numbers: [Int]
  /// Path of its files without ending.
  private let stem: String

  fileprivate init(_ numbers: [Int], stem: String) {
    self.numbers = numbers
    self.stem = stem
  }

  /// The works, in the order of the bibliography.
  public func works(in graph: EntityGraph) -> [EntityID] {
    numbers.map { graph.numbers.id(at: $0) }
  }

  /// Where the set stands in a format.
  public func path(in format: WorkFormat) -> OutputPath {
    guard let path = OutputPath("\(stem).\(format.rawValue)") else {
      preconditionFailure("a stem made of slugs is a valid path: \(stem)")
    }
    return path
  }
}

extension Site {
  /// Every set of works the site gives away: all, each work, each entity that has works; their order
  /// tells nothing.
  public var workSets: [WorkSet] { preparedWorkSets ?? makeWorkSets() }

  /// The same site with its sets of works made ready, for whoever asks for them several times.
  public func preparingWorkSets() -> Site {
    var site = self
    site.preparedWorkSets = makeWorkSets()
    return site
  }

  private func makeWorkSets() -> [WorkSet] {
    let owners = contentTypes.filter { $0.kind != .reference }.flatMap {
      graph.identities(of: $0.kind)
    }
    return [wholeWorkSet].compactMap { $0 }
      + (graph.identities(of: .reference) + owners).compactMap { workSet(of: $0) }
  }

  /// All works; nil when there is none.
  public var wholeWorkSet: WorkSet? {
    guard let folder = contentType(of: .reference)?.routeFolder else { return nil }
    let works = graph.members(of: .reference).compactMap { graph.numbers[$0] }
    return works.isEmpty ? nil : WorkSet(works, stem: folder.text)
  }

  /// A work alone, the works that a text with a list of references cites or lists, or the works a
  /// person wrote; nil when there is none.
  public func workSet(of id: EntityID) -> WorkSet? {
    guard !isEarlierVersion(id), let route = route(of: id),
      let folder = contentType(of: .reference)?.routeFolder
    else {
      return nil
    }
    let place = String(Substring(route.text.utf8.dropFirst().dropLast()))
    if id.kind == .reference { return graph.numbers[id].map { WorkSet([$0], stem: place) } }
    var works = graph.sourceNumbers(of: .creator, to: id)
    if contentType(of: id.kind)?.hasReferenceList ?? false {
      works += graph.targetNumbers(of: .lists, .cites, from: id)
    }
    works.removeAll { graph.numbers.kind(at: $0) != .reference }
    return works.isEmpty ? nil : WorkSet(works, stem: "\(place)/\(folder.text)")
  }
}
