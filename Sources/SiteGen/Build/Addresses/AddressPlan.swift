public import SiteModel

/// The addresses of a site, as it is and as it was promised.
public struct AddressPlan: Sendable {
  /// How an address stands.
  public enum State: String, Sendable, CaseIterable {
    /// A page stands there, as promised.
    case kept
    /// A page stands there, and nobody promised it yet.
    case new
    /// It leads to another address.
    case redirected
    /// It was promised, and nothing stands there.
    case gone
    /// It was promised, and is given up now.
    case retired
  }

  /// An address and what stands, or stood, there.
  public struct Line: Sendable {
    /// The address.
    public let route: Route
    /// What stands there, what it leads to, or what stood there.
    public let entity: EntityID
    /// How it stands.
    public let state: State
  }

  /// Every address of an entity's page, in order.
  public let lines: [Line]

  /// Holds the pages of a site against its promised addresses.
  ///
  /// - Parameters:
  ///   - site: the site, linked.
  ///   - recorded: the addresses it has promised.
  ///   - retired: those of them that are given up.
  init(_ site: Site, recorded: [RecordedAddress], retired: Set<Route>) {
    let promised = Set(recorded.map(\.route))
    var lines: [Route: Line] = [:]
    for record in recorded {
      let state: State = retired.contains(record.route) ? .retired : .gone
      lines[record.route] = Line(route: record.route, entity: record.entity, state: state)
    }
    for redirect in site.redirects {
      lines[redirect.from] = Line(
        route: redirect.from,
        entity: redirect.target,
        state: .redirected
      )
    }
    for type in site.contentTypes where type.hasEntityPages {
      for entity in site.graph.entities(of: type.kind) {
        let route = type.route(of: entity.id.slug)
        let state: State = promised.contains(route) ? .kept : .new
        lines[route] = Line(route: route, entity: entity.id, state: state)
      }
    }
    self.lines = lines.values.sorted { $0.route < $1.route }
  }

  /// `Content/addresses.yaml` as it should be: all but what is given up.
  public var record: String {
    """
    # The addresses this site has promised, one a line, with what stands there.
    # Written by `sitegen addresses --update`; a build warns of every address that is gone (REL012).

    """
      + lines.filter { $0.state != .retired }
      .map { "\($0.route.percentEncoded.text): \($0.entity)\n" }.joined()
  }

  /// One line an address for people, what needs attention marked: `gone       /a/  page:a`.
  public var outline: String {
    lines.map { line in
      let state = line.state.rawValue
      let padding = String(repeating: " ", count: 11 - state.utf8.count)
      return "\(state)\(padding)\(line.route.text)  \(line.entity)\n"
    }.joined()
  }

  /// `3 new, 140 kept`, in the order of states.
  public var summary: String {
    let counts = Dictionary(grouping: lines, by: \.state).mapValues(\.count)
    let parts = State.allCases.compactMap { state in counts[state].map { "\($0) \(state.rawValue)" }
    }
    return parts.isEmpty ? "no addresses" : parts.joined(separator: ", ")
  }
}
