import Markup

/// Where a link within the site leads: the file that answers it and the place in that file.
struct InternalTarget: Hashable, Sendable {
  /// Path relative to the output folder; a link that climbs out of it keeps `..`.
  let path: String
  /// Text after `#`, decoded; nil when there is none.
  let fragment: String?

  /// The id that must stand there; nil where the link leads to a page as a whole.
  var place: String? {
    fragment.flatMap { $0.isEmpty || $0 == "top" ? nil : $0 }
  }

  /// Resolves a link of a page; nil for links that leave the site or are no addresses.
  ///
  /// - Parameters:
  ///   - link: value of `href` or `src`.
  ///   - page: path of the page that holds it.
  ///   - basePath: path below which the site stands on its host, empty or with a leading `/`.
  init?(_ link: String, on page: String, basePath: String) {
    let parts = link.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    fragment = parts.count > 1 ? percentDecoded(parts[1]) : nil
    let address = parts[0].prefix { $0 != "?" }
    if InternalTarget.hasScheme(address) || address.hasPrefix("//") { return nil }
    if address.isEmpty {
      path = page
      return
    }
    var segments: [Substring]
    var relative = address
    if address.hasPrefix("/") {
      guard address.hasPrefix("\(basePath)/") else { return nil }
      relative = address.dropFirst(basePath.utf8.count + 1)
      segments = []
    } else {
      segments = page.split(separator: "/").dropLast()
    }
    for segment in relative.split(separator: "/", omittingEmptySubsequences: false) {
      if segment == "..", let last = segments.last, last != ".." {
        segments.removeLast()
      } else if segment != "." {
        segments.append(segment)
      }
    }
    if segments.last == "" { segments.removeLast() }
    let isFolder =
      relative.isEmpty || relative.hasSuffix("/") || relative.hasSuffix("..") || relative == "."
    let joined = percentDecoded(segments.joined(separator: "/")[...])
    path = isFolder ? (joined.isEmpty ? "index.html" : "\(joined)/index.html") : joined
  }

  private static func hasScheme(_ address: Substring) -> Bool {
    guard let colon = address.firstIndex(of: ":") else { return false }
    return address[..<colon].utf8.allSatisfy { byte in
      (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte) || byte == 0x2B
        || byte == 0x2D || byte == 0x2E
    }
  }
}
