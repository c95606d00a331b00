/// A drawing of the whole collection that has a page of its own.
public enum Figure: Hashable, Sendable, CaseIterable {
  /// All dated things on one line of time, `/chronologie/`.
  case timeline
  /// Who and what are joined, `/carte/`.
  case network

  /// Name of the template of its page.
  public var template: String {
    switch self {
    case .timeline: "timeline"
    case .network: "network"
    }
  }

  /// The address of its page.
  public var route: Route {
    switch self {
    case .timeline: Route(fixed: "/chronologie/")
    case .network: Route(fixed: "/carte/")
    }
  }
}
