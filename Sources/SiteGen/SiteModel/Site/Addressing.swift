/// How a link to a page that stands in its own folder is written.
public enum LinkStyle: String, Sendable, CaseIterable {
  /// `../personnes/`, for web servers.
  case folder
  /// `../personnes/index.html`, so that pages open from a disk without a server.
  case file
}

/// Where the site will stand, and the one place that writes links.
public struct Addressing: Hashable, Sendable {
  /// Scheme, host and base path without a final `/`.
  public let baseURL: String
  /// How links to pages are written.
  public let style: LinkStyle

  /// Makes an addressing; final slashes of the base URL are dropped.
  public init(baseURL: String, style: LinkStyle) {
    var trimmed = baseURL[...]
    while trimmed.last == "/" { trimmed.removeLast() }
    self.baseURL = String(trimmed)
    self.style = style
  }

  /// The full address of a page, for canonical links and feeds.
  public func absolute(_ route: Route) -> String { baseURL + route.text }

  /// A link from one page to another, relative, so that the site works below any path.
  public func link(from: Route, to target: Route) -> String {
    let slash = UInt8(ascii: "/")
    let source = from.text.utf8
    let address = target.text.utf8
    let page = address.prefix { $0 != UInt8(ascii: "#") }
    // The folders that both addresses begin with, up to and with the last slash of them.
    var (common, offset) = (0, 0)
    for (left, right) in zip(source, page) {
      guard left == right else { break }
      offset += 1
      if left == slash { common = offset }
    }
    var link = String(repeating: "../", count: source.dropFirst(common).count { $0 == slash })
    link += Substring(page.dropFirst(common))
    if page.last == slash, style == .file { link += "index.html" }
    if link.isEmpty { link = "./" }
    return page.count == address.count ? link : link + Substring(address.dropFirst(page.count))
  }

  /// A link that works from any depth, for the page of errors.
  public func rooted(_ target: Route) -> String {
    let withoutScheme = baseURL.split(separator: "://", maxSplits: 1).last ?? ""
    let basePath = withoutScheme.drop { $0 != "/" }
    let anchor = target.text.drop { $0 != "#" }
    let page = target.text.dropLast(anchor.count)
    let index = page.hasSuffix("/") && style == .file ? "index.html" : ""
    return basePath + page + index + anchor
  }
}
