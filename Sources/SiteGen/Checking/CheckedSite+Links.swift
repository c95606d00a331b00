import Diagnostics
import SiteModel

extension CheckedSite {
  /// A link of a page to a place within the site.
  struct InternalLink {
    let page: String
    let text: String
    let target: InternalTarget
  }

  /// All links within the site, in the order of pages and links.
  var internalLinks: [InternalLink] {
    let base = site.addressing.rooted(.home)
    let basePath = String(base.prefix(upTo: base.lastIndex(of: "/") ?? base.startIndex))
    return pages.flatMap { page in
      page.links.compactMap { link in
        InternalTarget(link, on: page.path, basePath: basePath).map {
          InternalLink(page: page.path, text: link, target: $0)
        }
      }
    }
  }

  /// Where to look for what is wrong on a page: the first source of its entity, else the page's
  /// template has no single place and there is none.
  func source(ofPage path: String) -> SourceSpan? {
    entitiesByPath[path]?.sources.first.map { SourceSpan(path: $0.path, range: 0..<0) }
  }
}
