import Diagnostics
import Rendering
import SiteModel

/// What somebody asks about: a page, or a file that is no page.
enum AskedPage {
  case page(PageRequest, Route)
  /// A set of works in one format.
  case export(WorkSet, Route)
  /// A copied file, and its source.
  case asset(source: String, Route)
}

/// Finds pages by what people call them: an address, a file of the output, `kind:slug` or a slug.
struct PageDirectory {
  private let site: Site
  private let assets: [OutputFile]
  private let pages: [(request: PageRequest, route: Route)]

  init(_ site: Site, assets: [OutputFile]) {
    self.site = site
    self.assets = assets
    pages = planPages(site).compactMap { request in request.route(in: site).map { (request, $0) } }
  }

  /// The page that `words` mean, or nil.
  ///
  /// - Parameters:
  ///   - words: as `explainPage` takes them.
  ///   - outputPaths: prefixes to take off a file of the output, each with its final `/`.
  /// - Returns: what it is.
  func find(_ words: String, below outputPaths: [String]) -> AskedPage? {
    if let entity = entity(words) {
      guard let route = site.route(of: entity) else { return nil }
      return .page(.entity(entity), route)
    }
    let paths =
      [words]
      + outputPaths.filter(words.hasPrefix).map { words.dropFirst($0.count) }
      .map(String.init)
    for path in paths {
      let file = fileName(path)
      if let page = pages.first(where: { $0.route.outputText == file }) {
        return .page(page.request, page.route)
      }
      if let found = otherFile(file) { return found }
    }
    return nil
  }

  /// Names near to words that mean no page, best first, of the form in which they were written.
  func nearest(to words: String) -> [String] {
    let names: [String]
    if !words.hasPrefix("/"), words.contains(":") {
      names = pages.compactMap { page in
        if case .entity(let id) = page.request { id.description } else { nil }
      }
    } else {
      names = pages.map(\.route.text)
    }
    let best = closestMatch(to: words, among: names)
    let part = words.split(whereSeparator: { "/:.".contains($0) }).last.map(String.init) ?? words
    let alike = names.filter { part.utf8.count > 2 && $0 != best && $0.contains(part) }
    return [best].compactMap { $0 } + alike.prefix(4)
  }

  private func entity(_ words: String) -> EntityID? {
    if let id = EntityID(words) { return site.graph.entity(id)?.id }
    guard let slug = Slug(words) else { return nil }
    let ids = site.contentTypes.map { EntityID($0.kind, slug) }.filter {
      site.graph.entity($0) != nil
    }
    return ids.count == 1 ? ids[0] : nil
  }

  /// `/a`, `/a/` and `a/index.html` are the file `a/index.html`.
  private func fileName(_ address: String) -> String {
    let path = String(address.drop { $0 == "/" }.prefix { $0 != "#" && $0 != "?" })
    if path.isEmpty || path.hasSuffix("/") { return path + "index.html" }
    return path.split(separator: "/").last?.contains(".") ?? false ? path : path + "/index.html"
  }

  private func otherFile(_ file: String) -> AskedPage? {
    guard let path = OutputPath(file) else { return nil }
    if let asset = assets.first(where: { $0.path == path }),
      case .copy(let source) = asset.contents
    {
      return .asset(source: source, Route(file: path))
    }
    let set = site.workSets.first { set in
      WorkFormat.allCases.contains { set.path(in: $0) == path }
    }
    return set.map { .export($0, Route(file: path)) }
  }
}
