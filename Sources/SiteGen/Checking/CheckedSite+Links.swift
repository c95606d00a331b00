import Diagnostics
import Markdown
import SiteModel

extension CheckedSite {
  /// A link of a page to a place within the site.
  struct InternalLink {
    let page: String
    let text: String
    let target: InternalTarget
  }

  /// The links within the site that break a rule, in the order of pages and links.
  func internalLinks(where isBroken: (InternalTarget) -> Bool) -> [InternalLink] {
    pages.flatMap { page in
      page.internalLinks.filter { isBroken($0.target) }.map { link in
        InternalLink(page: page.path, text: link.text, target: link.target)
      }
    }
  }

  /// Where pages come from; made only where something is wrong, since it costs the whole site.
  func origins() -> PageOrigins { PageOrigins(site) }
}

/// The entities of pages, and the places in their texts that pages are made from.
struct PageOrigins {
  private let site: Site
  private let entitiesByPath: [String: any Entity]

  init(_ site: Site) {
    self.site = site
    entitiesByPath = Dictionary(
      site.contentTypes.flatMap { type in
        site.graph.entities(of: type.kind).map { (type.route(of: $0.id.slug).outputText, $0) }
      },
      uniquingKeysWith: { first, _ in first }
    )
  }

  /// Whether a page is that of an entity, not a list or a drawing.
  func isOfEntity(_ path: String) -> Bool { entitiesByPath[path] != nil }

  /// Where to look for what is wrong on a page: the first source of its entity; a page of a
  /// template alone has no single place.
  func source(ofPage path: String) -> SourceSpan? {
    entitiesByPath[path]?.sources.first.map { SourceSpan(path: $0.path, range: 0..<0) }
  }

  /// The place and the words of a link in the text that holds it; those of the page when the link
  /// comes from a template.
  func written(_ link: CheckedSite.InternalLink) -> (words: String, span: SourceSpan?) {
    guard let entity = entitiesByPath[link.page] else { return (link.text, nil) }
    let route = site.route(of: entity.id)
    for text in entity.texts {
      for destination in site.text(text.name, of: entity.id)?.links ?? [] {
        if destination.value == link.text { return (destination.value, destination.span) }
        let parts = destination.value.split(
          separator: "#",
          maxSplits: 1,
          omittingEmptySubsequences: false
        )
        guard let route, let target = Route(address: String(parts[0])) else { continue }
        let fragment = parts.count > 1 ? "#\(parts[1])" : ""
        if site.addressing.style.link(from: route, to: target) + fragment == link.text {
          return (destination.value, destination.span)
        }
      }
    }
    return (link.text, source(ofPage: link.page))
  }
}
