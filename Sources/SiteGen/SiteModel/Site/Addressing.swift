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
    let anchor = target.text.drop { $0 != "#" }
    let target = target.text.dropLast(anchor.count)
    let source = from.text.split(separator: "/", omittingEmptySubsequences: false).dropLast()
    let parts = target.split(separator: "/", omittingEmptySubsequences: false)
    let folders = parts.dropLast()
    var common = 0
    while common < source.count, common < folders.count, source[common] == folders[common] {
      common += 1
    }
    let up = Array(repeating: "..", count: source.count - common)
    let down = folders.dropFirst(common).map(String.init)
    let file = parts.last.map(String.init) ?? ""
    let path = (up + down).joined(separator: "/")
    let name = file.isEmpty && style == .file ? "index.html" : file
    if path.isEmpty { return (name.isEmpty ? "./" : name) + anchor }
    return "\(path)/\(name)\(anchor)"
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
