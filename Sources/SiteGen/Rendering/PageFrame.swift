import SiteModel
import Templating

/// What every page shows around its own matter, as seen from its address.
struct PageFrame: Sendable {
  /// As many free pages as every page leads to: with all of them a site would grow with its square.
  static let footerLimit = 30

  let route: Route
  let parts: PageParts
  /// What entities may ask on this page.
  let view: EntityView
  private let kind: EntityKind?
  private let isRooted: Bool

  /// - Parameters:
  ///   - site: the site.
  ///   - route: address of the page.
  ///   - kind: the part of the site it belongs to.
  ///   - isRooted: whether links must work from any depth (the page of errors).
  ///   - template: the template of the page.
  ///   - parts: what all pages share.
  init(
    _ site: Site,
    at route: Route,
    in kind: EntityKind? = nil,
    isRooted: Bool = false,
    _ template: String,
    _ parts: PageParts
  ) {
    self.route = route
    self.kind = kind
    self.isRooted = isRooted
    self.parts = parts
    let words = parts.words
    view = EntityView(
      site: site,
      cards: parts.cards,
      page: route,
      isRooted: isRooted,
      asked: parts.names(askedBy: template),
      renderText: { id, name, view in inlineHTML(name, of: id, in: view, words) }
    )
  }

  var site: Site { view.site }

  /// A link from this page.
  func link(to target: Route) -> String { view.link(to: target) }

  /// The names that every template may use.
  func record(description: String?) -> TemplateRecord {
    let own: TemplateRecord = [
      "canonical": isRooted ? .absent : .text(site.addressing.absolute(route)),
      "description": description.map(TemplateValue.text) ?? .absent,
    ]
    let shared = parts.surroundings(of: kind.flatMap { site.contentType(of: $0) }, at: route)
    return shared.map { TemplateRecord($0, adding: own) } ?? surroundings.merging(own)
  }

  /// Those that say nothing of the page itself.
  var surroundings: TemplateRecord {
    let configuration = site.configuration
    return [
      "site": .record([
        "title": .text(configuration.title), "description": .text(configuration.description),
        "language": .text(configuration.language),
        "publisher": .text(configuration.publisher.name),
        "acronym": configuration.publisher.acronym.map(TemplateValue.text) ?? .absent,
        "issn": configuration.issn.map(TemplateValue.text) ?? .absent,
        "home": .text(link(to: .home)),
      ]),
      "sections": .record(sections),
      "figures": .record([
        "timeline": link(to: .timeline), "network": link(to: .network),
      ]),
      "footer": view.cards(of: Array(site.graph.entities(of: .page).prefix(PageFrame.footerLimit))),
      "assets": .text(link(to: Route(file: OutputPath(fixed: "assets/site.css"))).dropLastPart()),
      "draft": .absent,
    ]
  }

  private func link(to figure: Figure) -> TemplateValue {
    site.figures.contains(figure) ? .text(link(to: figure.route)) : .absent
  }

  private var sections: TemplateRecord {
    let current = kind == .session ? .series : kind
    return TemplateRecord(
      site.indexedTypes.map { type, route in
        (
          type.kind.rawValue,
          .record([
            "href": .text(link(to: route)), "current": .flag(type.kind == current),
            "here": .flag(self.route == route),
          ])
        )
      }
    )
  }
}

extension String {
  /// The folder part of a link, without its final `/`.
  fileprivate func dropLastPart() -> String {
    String(prefix(upTo: lastIndex(of: "/") ?? startIndex))
  }
}
