import Markup

/// Finds where the links of one page lead, as hashes of paths and places.
///
/// Says the same as `InternalTarget`, which reads what is rare: roots, queries, escapes.
struct LinkResolver {
  /// Where a link leads.
  struct Link: Hashable {
    /// The hash of the path of the file.
    let page: UInt64
    /// The place in that file.
    let place: UInt64?
    /// Whether it may be an address that runs something.
    var mayBeScript = false
  }

  /// What the hashes of all paths begin with.
  fileprivate static let rootHash: UInt64 = 0

  let pageHash: UInt64
  private let page: String
  private let basePath: String
  /// The hashes of the root, of the first folder of the page, of the first two, and so on.
  private let folders: [UInt64]
  private let indexHash = byteHash("index.html")

  init(page: String, basePath: String) {
    self.page = page
    self.basePath = basePath
    pageHash = pathHash(page)
    var page = page
    folders = page.withUTF8 { bytes in
      var folders: [UInt64] = []
      // Hardly any page stands deeper.
      folders.reserveCapacity(4)
      folders.append(LinkResolver.rootHash)
      bytes.eachFolder { folders.append(mixed(folders[folders.count - 1], $0)) }
      return folders
    }
  }

  /// Where the value of an attribute leads; nil where it leaves the site or is no address.
  func resolve(_ html: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Link? {
    let isAbroad =
      range.count > 6 && html[range.lowerBound] == UInt8(ascii: "h")
      && (html[range].starts(with: "https://".utf8) || html[range].starts(with: "http://".utf8))
    if isAbroad { return nil }
    guard let (target, end) = readPath(html, range) else {
      return resolveSlowly(html.attributeText(range))
    }
    guard end + 1 < range.upperBound else { return Link(page: target, place: nil) }
    let place = end + 1..<range.upperBound
    let escape = html.position(in: place) {
      $0.marks(of: UInt8(ascii: "&")) .| $0.marks(of: UInt8(ascii: "%"))
    }
    if escape < place.upperBound { return resolveSlowly(html.attributeText(range)) }
    let isTop = place.count == 3 && html[place].elementsEqual("top".utf8)
    return Link(page: target, place: isTop ? nil : placeHash(byteHash(html, place), on: target))
  }

  /// The hash of the file that a plain relative address names, and where its path ends, at `#` or
  /// behind all.
  ///
  /// - Returns: nil for one that is not so plain: with a scheme, a query, an escape, or parts that are
  ///   empty or end with a dot.
  private func readPath(
    _ html: UnsafeBufferPointer<UInt8>,
    _ range: Range<Int>
  ) -> (page: UInt64, end: Int)? {
    var start = range.lowerBound
    if range.isEmpty || html[start] == UInt8(ascii: "#") { return (pageHash, start) }
    var level = folders.count - 1
    while isParent(html, start..<range.upperBound) {
      guard level > 0 else { return nil }
      level -= 1
      start += 3
    }
    if start + 1 < range.upperBound, html[start] == UInt8(ascii: "."),
      html[start + 1] == UInt8(ascii: "/")
    {
      start += 2
    }
    var page = folders[level]
    while true {
      let end = html.position(in: start..<range.upperBound, where: partEnds)
      let isEmpty = end == start
      if !isEmpty, html[end - 1] == UInt8(ascii: ".") { return nil }
      if end < range.upperBound, html[end] == UInt8(ascii: "/") {
        guard !isEmpty else { return nil }
        page = mixed(page, byteHash(html, start..<end))
        start = end + 1
        continue
      }
      guard end == range.upperBound || html[end] == UInt8(ascii: "#") else { return nil }
      // Behind the folders, or behind a slash, a folder is named.
      return (mixed(page, isEmpty ? indexHash : byteHash(html, start..<end)), end)
    }
  }

  /// Whether an address goes on with `../`.
  private func isParent(_ html: UnsafeBufferPointer<UInt8>, _ rest: Range<Int>) -> Bool {
    let start = rest.lowerBound
    return rest.count > 2 && html[start] == UInt8(ascii: ".")
      && html[start + 1] == UInt8(ascii: ".") && html[start + 2] == UInt8(ascii: "/")
  }

  private func resolveSlowly(_ link: String) -> Link? {
    guard let target = InternalTarget(link, on: page, basePath: basePath) else {
      // Whatever has a scheme that is not of the web: the rule knows which of them run.
      let isMail = link.hasPrefix("mailto:") || link.hasPrefix("//")
      return isMail ? nil : Link(page: pageHash, place: nil, mayBeScript: true)
    }
    let hash = pathHash(target.path)
    return Link(page: hash, place: target.place.map { placeHash(byteHash($0), on: hash) })
  }
}

/// Where a part of a path ends, and what makes an address less than plain.
@inline(__always)
private func partEnds(_ bytes: SIMD16<UInt8>) -> ByteMarks {
  bytes.marks(of: UInt8(ascii: "/")) .| bytes.marks(of: UInt8(ascii: "#"))
    .| bytes.marks(of: UInt8(ascii: ":")) .| bytes.marks(of: UInt8(ascii: "?"))
    .| bytes.marks(of: UInt8(ascii: "&")) .| bytes.marks(of: UInt8(ascii: "%"))
}

/// A hash of bytes that is the same in every process; texts of a site never meet by chance.
func byteHash(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
  byteHash(bytes, 0..<bytes.count)
}

/// The hash of some of the bytes, whatever stands around them.
@inline(__always)
func byteHash(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> UInt64 {
  var hash = UInt64(truncatingIfNeeded: range.count) &* 0x9E37_79B9_7F4A_7C15
  var place = range.lowerBound
  while place + 8 <= range.upperBound {
    hash = mixed(hash, bytes.wholeWord(at: place))
    place += 8
  }
  guard place < range.upperBound else { return hash }
  let others = UInt64(64 - 8 * (range.upperBound - place))
  return mixed(hash, (bytes.word(at: place) &<< others) &>> others)
}

func byteHash(_ text: String) -> UInt64 {
  var text = text
  return text.withUTF8(byteHash)
}

/// The hash of a path: of its folders one after the other, then of its file.
func pathHash(_ path: String) -> UInt64 {
  var path = path
  return path.withUTF8 { bytes in
    var hash = LinkResolver.rootHash
    let name = bytes.eachFolder { hash = mixed(hash, $0) }
    return mixed(hash, byteHash(name))
  }
}

/// The hash of a place of a page.
func placeHash(_ place: UInt64, on page: UInt64) -> UInt64 { mixed(page, place) }

/// Both halves of a product, folded: every bit of the input moves every bit of the result.
private func mixed(_ hash: UInt64, _ value: UInt64) -> UInt64 {
  let product = (hash ^ value ^ 0xA076_1D64_78BD_642F)
    .multipliedFullWidth(by: 0xE703_7ED1_A0B4_28DB)
  return product.high ^ product.low
}

extension UnsafeBufferPointer<UInt8> {
  /// Gives the hash of the name of each folder of a path; returns the name behind the last.
  @inline(__always)
  @discardableResult
  fileprivate func eachFolder(_ take: (UInt64) -> Void) -> UnsafeBufferPointer<UInt8> {
    var start = 0
    while true {
      let end = position(of: UInt8(ascii: "/"), from: start)
      guard end < count else { break }
      take(byteHash(self, start..<end))
      start = end + 1
    }
    return UnsafeBufferPointer(rebasing: self[start...])
  }
}
