/// Another order in which a page lists all works, besides the general bibliography.
public enum WorksView: String, Hashable, Sendable, CaseIterable {
  /// The index of authors, each with his works.
  case authors
  /// By year of publication, latest first.
  case years
  /// By type: books, articles, reports.
  case types
  /// By research axis of the texts that cite or list them.
  case axes

  /// Name of the template of its page.
  public var template: String { "bibliography-\(rawValue)" }

  /// The last part of its address.
  fileprivate var slug: Slug? {
    switch self {
    case .authors: Slug("auteurs")
    case .years: Slug("annees")
    case .types: Slug("types")
    case .axes: Slug("axes")
    }
  }
}

extension Site {
  /// The pages that list all works in another order; empty without works.
  public var worksViews: [(view: WorksView, route: Route)] {
    guard let type = contentType(of: .reference), graph.holds(.reference) else {
      return []
    }
    return WorksView.allCases.compactMap { view in view.slug.map { (view, type.route(of: $0)) } }
  }
}
