import Markup

/// Where a link within the site leads: the file that answers it and the place in that file.
struct InternalTarget: Hashable, Sendable {
  /// Path relative to the output folder; a link that climbs out of it keeps `..`.
  let path: String
  /// Text after `#`, decoded; nil when there is none.
  let fragment: String?

  /// The id that a page must hold for the link; nil where none is needed (`#`, `#top`).
  var place: String? {
    guard let fragment, !fragment.isEmpty, fragment != "top" else { return nil }
    return fragment
  }

  /// Resolves a link of a page; nil for links that leave the site or are no addresses.
  ///
  /// - Parameters:
  ///   - link: value of `href` or `src`.
  ///   - page: path of the page that holds it.
  ///   - basePath: path below which the site stands on its host, empty or with a leading `/`.
  init?(_ link: String, on page: String, basePath: String) {
    let bytes = Array(link.utf8)
    let hash = bytes.firstIndex(of: UInt8(ascii: "#")) ?? bytes.count
    let address = bytes[..<hash].prefix { $0 != UInt8(ascii: "?") }
    if InternalTarget.hasScheme(address) || address.starts(with: "//".utf8) { return nil }
    fragment = hash == bytes.count ? nil : decoded(bytes[(hash + 1)...])
    if address.isEmpty {
      path = page
      return
    }
    var relative = address
    var segments = PathSegments()
    if address.first == PathSegments.slash {
      guard address.starts(with: basePath.utf8),
        address.dropFirst(basePath.utf8.count).first == PathSegments.slash
      else { return nil }
      relative = address.dropFirst(basePath.utf8.count + 1)
    } else {
      let folders = Array(page.utf8).split(separator: PathSegments.slash).dropLast()
      folders.forEach { segments.append($0) }
    }
    segments.walk(relative)
    let isFolder =
      relative.isEmpty || relative.last == PathSegments.slash
      || relative.suffix(2).elementsEqual("..".utf8) || relative.elementsEqual(".".utf8)
    let joined = decoded(segments.bytes[...])
    path = isFolder ? (joined.isEmpty ? "index.html" : "\(joined)/index.html") : joined
  }

  private static func hasScheme(_ address: ArraySlice<UInt8>) -> Bool {
    guard let colon = address.firstIndex(of: UInt8(ascii: ":")) else { return false }
    return address[..<colon].allSatisfy { byte in
      (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte) || byte == 0x2B
        || byte == 0x2D || byte == 0x2E
    }
  }
}

private func decoded(_ bytes: ArraySlice<UInt8>) -> String {
  let text = String(decoding: bytes, as: UTF8.self)
  return bytes.contains(UInt8(ascii: "%")) ? percentDecoded(text) : text
}

/// A path that is walked part by part, as bytes, since every link of every page is resolved.
private struct PathSegments {
  static let slash = UInt8(ascii: "/")

  /// The parts, joined by `/`.
  private(set) var bytes: [UInt8] = []
  /// How long the path was before each part.
  private var lengths: [Int] = []

  mutating func append(_ part: ArraySlice<UInt8>) {
    lengths.append(bytes.count)
    if lengths.count > 1 { bytes.append(PathSegments.slash) }
    bytes += part
  }

  /// Follows a relative address; what climbs out of the root keeps its `..`, a final `/` goes.
  mutating func walk(_ relative: ArraySlice<UInt8>) {
    for part in relative.split(separator: PathSegments.slash, omittingEmptySubsequences: false) {
      if part.elementsEqual("..".utf8), let last, !last.elementsEqual("..".utf8) {
        removeLast()
      } else if !part.elementsEqual(".".utf8) {
        append(part)
      }
    }
    if let last, last.isEmpty { removeLast() }
  }

  private var last: ArraySlice<UInt8>? {
    lengths.last.map { bytes[($0 + (lengths.count > 1 ? 1 : 0))...] }
  }

  private mutating func removeLast() {
    if let length = lengths.popLast() { bytes.removeSubrange(length...) }
  }
}
