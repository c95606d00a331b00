import Diagnostics
import SiteModel

/// Who stands at each address of the site; two at one address give `REL004`.
struct AddressBook {
  /// What stands at an address.
  enum Owner: Hashable, CustomStringConvertible {
    /// A page or folder that is no entity's.
    case house(String)
    /// The page of an entity.
    case entity(EntityID)

    var description: String {
      switch self {
      case .house(let name): name
      case .entity(let id): id.description
      }
    }
  }

  private(set) var diagnostics: [Diagnostic] = []
  private var owners: [Route: Owner] = [.home: .house("the home page")]

  /// Enters every page of the site; linear.
  init(_ site: Site) {
    if let assets = Slug("assets") {
      owners[Route(folder: assets)] = .house("the folder of assets")
    }
    owners[Route(file: OutputPath(fixed: "404.html"))] = .house("the page of errors")
    for figure in site.figures {
      owners[figure.route] = .house("the \(figure) of the collection")
    }
    for type in site.contentTypes {
      if let route = type.indexRoute {
        owners[route] = .house("the list of all of kind \(type.kind.rawValue)")
      }
    }
    for (view, route) in site.worksViews {
      owners[route] = .house("the list of works by \(view.rawValue)")
    }
    let pages = site.contentTypes.map { site.graph.entities(of: $0.kind).count }
    owners.reserveCapacity(owners.count + pages.reduce(0, +))
    for type in site.contentTypes {
      for entity in site.graph.entities(of: type.kind) {
        enter(entity, at: type.route(of: entity.id.slug))
      }
    }
    for version in site.graph.earlierVersions {
      if let route = site.route(of: version.id) { enter(version, at: route) }
    }
  }

  /// What stands at an address, or is the folder of assets above it; nil for a free address.
  func owner(of route: Route) -> Owner? {
    if let owner = owners[route] { return owner }
    return route.text.hasPrefix("/assets/") ? .house("a file of the folder of assets") : nil
  }

  private mutating func enter(_ entity: any Entity, at route: Route) {
    guard let owner = owners.updateValue(.entity(entity.id), forKey: route) else { return }
    diagnostics.append(
      Diagnostic(
        LinkingDiagnostics.addressTakenTwice,
        .error,
        at: entity.sources.first.map { SourceSpan(path: $0.path, range: 0..<0) },
        "\(entity.id) and \(owner) share the address \(route.text)"
      )
    )
  }
}
