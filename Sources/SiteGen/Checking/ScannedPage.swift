public import SiteModel

/// The ids and links of an HTML page that this program wrote.
public struct ScannedPage: Sendable {
  /// A link to a place within the site.
  struct InternalLink: Sendable {
    /// The text of its attribute.
    let text: String
    /// Where it leads.
    let target: InternalTarget
  }

  /// Path of the page, relative to the output folder.
  let path: String
  /// Values of `id`, in order, each as often as it stands.
  let ids: [String]
  /// Values of `href` and `src`, in order.
  let links: [String]
  /// Those of them that stay within the site, in order.
  let internalLinks: [InternalLink]
  /// Names of attributes that hold scripts (`onclick`), in order.
  let handlers: [String]

  /// Scans a file of the output; nil for what is no page.
  ///
  /// Linear in its bytes; pure, so that pages may be scanned on several threads.
  public init?(_ file: OutputFile, addressing: Addressing) {
    guard file.path.text.hasSuffix(".html"), case .bytes(let html) = file.contents else {
      return nil
    }
    let path = file.path.text
    let basePath = addressing.basePath
    self.path = path
    (ids, links, handlers) = html.withUnsafeBufferPointer { bytes in
      var scanner = HTMLScan(html: bytes)
      scanner.scan()
      return (
        scanner.found.ids.map(bytes.attributeText), scanner.found.links.map(bytes.attributeText),
        scanner.found.handlers.map { String(decoding: bytes[$0], as: UTF8.self).lowercased() }
      )
    }
    internalLinks = links.compactMap { link in
      InternalTarget(link, on: path, basePath: basePath).map {
        InternalLink(text: link, target: $0)
      }
    }
  }
}
