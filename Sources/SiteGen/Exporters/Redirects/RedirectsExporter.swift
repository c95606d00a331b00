public import SiteModel

/// `_redirects`: every old address with its new one, for servers of static sites.
///
/// One line an address, `OLD NEW 301`, as Netlify and Cloudflare Pages read it; both addresses
/// begin at the root of the host. What a server may take for a pattern (`*`, `:`) is percent-encoded.
/// There is no file where there is nothing to redirect.
public struct RedirectsExporter: Exporter {
  /// Makes the exporter.
  public init() {}

  /// `_redirects`, or nothing.
  public func files(for site: Site) -> ExportedFiles {
    // Servers answer the address of a folder, however links within the site are written.
    let addressing = Addressing(baseURL: site.addressing.baseURL, style: .folder)
    let lines = site.redirects.compactMap { redirect in
      site.route(of: redirect.target).map { target in
        "\(addressing.rooted(redirect.from.percentEncoded)) \(addressing.rooted(target)) 301\n"
      }
    }
    guard !lines.isEmpty else { return ExportedFiles([]) }
    return ExportedFiles([
      OutputFile(
        path: OutputPath(fixed: "_redirects"),
        contents: .bytes(Array(lines.joined().utf8))
      )
    ])
  }
}
