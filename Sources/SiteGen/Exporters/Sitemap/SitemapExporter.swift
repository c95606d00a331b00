import Markup
public import SiteModel

/// `sitemap.xml` (Sitemaps 0.9): the address of every page; an index where one file is too small.
///
/// `lastmod` is left out: no source tells when a text last changed.
public struct SitemapExporter: Exporter {
  /// Addresses that one file may hold (Sitemaps 0.9).
  static let limit = 50_000

  /// Makes the exporter.
  public init() {}

  /// `sitemap.xml`, and `sitemap-N.xml` for more than 50,000 pages.
  public func files(for site: Site) -> [OutputFile] {
    let addresses = site.pageRoutes.map(site.addressing.absolute)
    guard addresses.count > Self.limit else { return [file(whole, list(of: addresses))] }
    let starts = Array(stride(from: 0, to: addresses.count, by: Self.limit))
    let parts = starts.enumerated().map { index, start in
      let end = min(start + Self.limit, addresses.count)
      return file(part(index), list(of: Array(addresses[start..<end])))
    }
    let index = XMLElement(
      "sitemapindex",
      [namespace],
      starts.indices.map { index in
        XMLElement(
          "sitemap",
          [],
          [XMLElement("loc", text: site.addressing.absolute(Route(file: part(index))))]
        )
      }
    )
    return [file(whole, index)] + parts
  }

  private var namespace: XMLElement.Attribute {
    .init("xmlns", "http://www.sitemaps.org/schemas/sitemap/0.9")
  }

  private func list(of addresses: [String]) -> XMLElement {
    XMLElement(
      "urlset",
      [namespace],
      addresses.map { XMLElement("url", [], [XMLElement("loc", text: $0)]) }
    )
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
