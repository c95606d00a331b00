extension Site {
  /// Kinds that have a page listing all of them, in navigation order.
  public var indexedTypes: [(type: ContentType, route: Route)] {
    contentTypes.compactMap { type in type.indexRoute.map { (type, $0) } }
  }

  /// Drawings that have something to show, with the pages they stand on.
  public var figures: [Figure] {
    Figure.allCases.filter { figure in
      contentTypes.contains { type in
        type.figures.contains(figure) && graph.holds(type.kind)
      }
    }
  }

  /// Addresses of all pages for readers, drafts not among them, in navigation order: home, lists, drawings, entities.
  public var pageRoutes: [Route] {
    let entityRoutes = contentTypes.filter(\.hasEntityPages).flatMap { type in
      graph.members(of: type.kind).filter { withheld[$0] == nil }.map { type.route(of: $0.slug) }
    }
    return [.home] + indexedTypes.map(\.route) + worksViews.map(\.route) + figures.map(\.route)
      + entityRoutes
  }
}
