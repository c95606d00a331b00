public import SiteModel

/// A page that will be made.
public enum PageRequest: Hashable, Sendable {
  /// The home page.
  case home
  /// The page that lists all entities of a kind.
  case index(EntityKind)
  /// The page of a drawing of the whole collection.
  case figure(Figure)
  /// A page that lists all works in another order.
  case works(WorksView)
  /// The page of an entity.
  case entity(EntityID)
  /// The page that stands at an old address and leads to the new one.
  indirect case moved(Redirect)
  /// The page for addresses that lead nowhere.
  case notFound
}

extension PageRequest {
  /// The address of the page; nil for what the site does not hold.
  public func route(in site: Site) -> Route? {
    switch self {
    case .home: .home
    case .index(let kind): site.contentType(of: kind)?.indexRoute
    case .figure(let figure): figure.route
    case .works(let view): site.worksViews.first { $0.view == view }?.route
    case .entity(let id): site.route(of: id)
    case .moved(let redirect): redirect.from
    case .notFound: Route(file: OutputPath(fixed: "404.html"))
    }
  }
}

extension PageRequest {
  /// Where the page goes; nil for what the site does not hold.
  public func path(in site: Site) -> OutputPath? {
    route(in: site).map { route in
      guard let path = OutputPath(route.outputText) else {
        preconditionFailure("a route is made of a valid slug and is therefore a valid path")
      }
      return path
    }
  }
}

/// Every page of the site, in navigation order.
public func planPages(_ site: Site) -> [PageRequest] {
  let indexes = site.indexedTypes.map { PageRequest.index($0.type.kind) }
  let entities = site.contentTypes.filter(\.hasEntityPages).flatMap { type in
    site.graph.members(of: type.kind).map { PageRequest.entity($0) }
  }
  let earlier = site.graph.earlierVersions.map { PageRequest.entity($0.id) }
  let works = site.worksViews.map { PageRequest.works($0.view) }
  // At the old address of a file of another kind only the server can lead on.
  let moved = site.redirects.filter(\.from.isPage)
  return [.home] + indexes + works + site.figures.map { .figure($0) } + entities
    + earlier + moved.map { .moved($0) } + [.notFound]
}
