public import SiteModel

/// `robots.txt` (RFC 9309): everything may be read; names the sitemap.
public struct RobotsExporter: Exporter {
  /// Makes the exporter.
  public init() {}

  /// `robots.txt`.
  public func files(for site: Site) -> ExportedFiles {
    let text = """
      User-agent: *
      Allow: /

      Sitemap: \(site.addressing.baseURL)/sitemap.xml

      """
    return ExportedFiles([
      OutputFile(path: OutputPath(fixed: "robots.txt"), contents: .bytes(Array(text.utf8)))
    ])
  }
}
