import SiteModel
import Templating

/// What every page shows around its own matter, as seen from its address.
struct PageFrame: Sendable {
  let site: Site
  let route: Route
  let words: NoteWords
  private let kind: EntityKind?
  private let isRooted: Bool

  /// - Parameters:
  ///   - site: the site.
  ///   - route: address of the page.
  ///   - kind: the part of the site it belongs to.
  ///   - isRooted: whether links must work from any depth (the page of errors).
  ///   - words: words around notes.
  init(
    _ site: Site,
    at route: Route,
    in kind: EntityKind? = nil,
    isRooted: Bool = false,
    words: NoteWords
  ) {
    self.site = site
    self.route = route
    self.kind = kind
    self.isRooted = isRooted
    self.words = words
  }

  /// A link from this page.
  func link(to target: Route) -> String {
    // Without a server, no address but its own ever leads to the page of errors.
    isRooted && site.addressing.style == .folder
      ? site.addressing.rooted(target) : site.addressing.link(from: route, to: target)
  }

  /// What entities may ask on this page.
  var view: EntityView {
    EntityView(
      site: site,
      linkTo: { link(to: $0) },
      renderText: { id, name in inlineHTML(name, of: id, in: self) }
    )
  }

  /// The names that every template may use.
  func record(description: String?) -> TemplateRecord {
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
      "footer": view.cards(of: site.graph.entities(of: .page)),
      "assets": .text(link(to: Route(file: OutputPath(fixed: "assets/site.css"))).dropLastPart()),
      "canonical": isRooted ? .absent : .text(site.addressing.absolute(route)),
      "description": description.map(TemplateValue.text) ?? .absent,
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
