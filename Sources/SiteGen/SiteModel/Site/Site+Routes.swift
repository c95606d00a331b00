extension Site {
  /// Kinds that have a page listing all of them, in navigation order.
  public var indexedTypes: [(type: ContentType, route: Route)] {
    contentTypes.compactMap { type in type.indexRoute.map { (type, $0) } }
  }

  /// Addresses of all pages for readers, in navigation order: home, lists, entities.
  public var pageRoutes: [Route] {
    let entityRoutes = contentTypes.flatMap { type in
      graph.entities(of: type.kind).map { type.route(of: $0.id.slug) }
    }
    return [.home] + indexedTypes.map(\.route) + entityRoutes
  }
}
