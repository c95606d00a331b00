/// Where the site will stand, and the full addresses that follow from it.
public struct Addressing: Hashable, Sendable {
  /// Scheme, host and base path without a final `/`.
  public let baseURL: String
  /// How links to pages are written.
  public let style: LinkStyle
  /// The path below which the site stands on its host, without a final `/`; empty at its root.
  public let basePath: String

  /// Makes an addressing; final slashes of the base URL are dropped.
  public init(baseURL: String, style: LinkStyle) {
    var trimmed = baseURL[...]
    while trimmed.last == "/" { trimmed.removeLast() }
    self.baseURL = String(trimmed)
    self.style = style
    let withoutScheme = trimmed.split(separator: "://", maxSplits: 1).last ?? ""
    basePath = String(withoutScheme.drop { $0 != "/" })
  }

  /// The full address of a page, for canonical links and feeds.
  public func absolute(_ route: Route) -> String { baseURL + route.text }

  /// A link that works from any depth, for the page of errors.
  public func rooted(_ target: Route) -> String { rooted(target.text) }

  /// The same, of an address as routes write it.
  func rooted(_ address: String) -> String {
    let anchor = address.drop { $0 != "#" }
    let page = address.dropLast(anchor.count)
    let index = page.hasSuffix("/") && style == .file ? "index.html" : ""
    return basePath + page + index + anchor
  }
}
