import Markup
public import SiteModel

/// `sitemap.xml` (Sitemaps 0.9): the address of every page; an index where one file is too small.
///
/// `lastmod` stands where it is known: the date of the last version of a published text, which the
/// registry holds to its words. Of other pages no source tells when they last changed.
public struct SitemapExporter: Exporter {
  /// Addresses that one file may hold (Sitemaps 0.9).
  static let limit = 50_000

  /// Makes the exporter.
  public init() {}

  /// `sitemap.xml`, and `sitemap-N.xml` for more than 50,000 pages.
  public func files(for site: Site) -> ExportedFiles {
    let dates = changeDates(in: site)
    let pages = site.pageRoutes.map { (site.addressing.absolute($0), dates[$0]) }
    guard pages.count > Self.limit else {
      return ExportedFiles(count: 1) { _ in file(whole, list(of: pages)) }
    }
    let starts = Array(stride(from: 0, to: pages.count, by: Self.limit))
    return ExportedFiles(count: starts.count + 1) { place in
      guard place > 0 else { return file(whole, index(of: starts.indices, site.addressing)) }
      let start = starts[place - 1]
      let end = min(start + Self.limit, pages.count)
      return file(part(place - 1), list(of: Array(pages[start..<end])))
    }
  }

  private func index(of parts: Range<Int>, _ addressing: Addressing) -> XMLElement {
    XMLElement(
      "sitemapindex",
      [namespace],
      parts.map { index in
        XMLElement(
          "sitemap",
          [],
          [XMLElement("loc", text: addressing.absolute(Route(file: part(index))))]
        )
      }
    )
  }

  private var namespace: XMLElement.Attribute {
    .init("xmlns", "http://www.sitemaps.org/schemas/sitemap/0.9")
  }

  private func list(of pages: [(address: String, changed: String?)]) -> XMLElement {
    XMLElement(
      "urlset",
      [namespace],
      pages.map { page in
        let changed = page.changed.map { [XMLElement("lastmod", text: $0)] } ?? []
        return XMLElement("url", [], [XMLElement("loc", text: page.address)] + changed)
      }
    )
  }

  /// When published texts last changed, by the addresses of their pages.
  private func changeDates(in site: Site) -> [Route: String] {
    let dates = site.editions.compactMap { id, versions -> (Route, String)? in
      guard let route = site.route(of: id), let date = versions.last?.date else { return nil }
      return (route, date.isoText)
    }
    return Dictionary(dates) { first, _ in first }
  }

  private var whole: OutputPath { OutputPath(fixed: "sitemap.xml") }

  private func part(_ index: Int) -> OutputPath {
    guard let path = OutputPath("sitemap-\(index + 1).xml") else {
      preconditionFailure("a name made of letters and digits is a valid path")
    }
    return path
  }

  private func file(_ path: OutputPath, _ root: XMLElement) -> OutputFile {
    OutputFile(path: path, contents: .bytes(root.document()))
  }
}
