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
      var folders: [UInt64] = [LinkResolver.rootHash]
      bytes.eachFolder { folders.append(mixed(folders[folders.count - 1], $0)) }
      return folders
    }
  }

  /// Where the value of an attribute leads; nil where it leaves the site or is no address.
  func resolve(_ html: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Link? {
    let link = UnsafeBufferPointer(rebasing: html[range])
    if link.first == UInt8(ascii: "h"), link.hasPrefix("https://") || link.hasPrefix("http://") {
      return nil
    }
    guard let (target, end) = readPath(link) else {
      return resolveSlowly(html.attributeText(range))
    }
    guard end + 1 < link.count else { return Link(page: target, place: nil) }
    let place = UnsafeBufferPointer(rebasing: link[(end + 1)...])
    if place.contains(where: { $0 == UInt8(ascii: "&") || $0 == UInt8(ascii: "%") }) {
      return resolveSlowly(html.attributeText(range))
    }
    let isTop = place.count == 3 && place.hasPrefix("top")
    return Link(page: target, place: isTop ? nil : placeHash(byteHash(place), on: target))
  }

  /// The hash of the file that a plain relative address names, and where its path ends, at `#` or
  /// behind all; nil for one that is not so plain.
  private func readPath(_ link: UnsafeBufferPointer<UInt8>) -> (page: UInt64, end: Int)? {
    if link.isEmpty || link[0] == UInt8(ascii: "#") { return (pageHash, 0) }
    var start = 0
    var level = folders.count - 1
    while link.hasPrefix("../", at: start) {
      guard level > 0 else { return nil }
      level -= 1
      start += 3
    }
    if link.hasPrefix("./", at: start) { start += 2 }
    guard let end = plainEnd(of: link, from: start) else { return nil }
    let last = end > start ? link[end - 1] : UInt8(ascii: "/")
    if last == UInt8(ascii: ".") { return nil }
    var page = folders[level]
    let path = UnsafeBufferPointer(rebasing: link[start..<end])
    let name = path.eachFolder { page = mixed(page, $0) }
    // Behind the folders, or behind a slash, a folder is named.
    page = mixed(page, last == UInt8(ascii: "/") ? indexHash : byteHash(name))
    return (page, end)
  }

  /// Where a path ends, at `#` or behind all; nil where it holds what is not plain: a scheme, a
  /// query, an escape, or parts that are empty or end with a dot.
  private func plainEnd(of link: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    // Whether a slash or a dot stands before the word; a path that begins with a slash is not plain.
    var before: UInt64 = 0x80
    var place = start
    while place < link.count {
      let word = link.word(at: place)
      let hash = word.marks(of: UInt8(ascii: "#"))
      let special =
        word.marks(of: UInt8(ascii: ":")) | word.marks(of: UInt8(ascii: "?"))
        | word.marks(of: UInt8(ascii: "&")) | word.marks(of: UInt8(ascii: "%"))
      // `.` and `/` differ in their lowest bit.
      let ends = (word | 0x0101_0101_0101_0101).marks(of: UInt8(ascii: "/"))
      let stops = hash | special | word.marks(of: UInt8(ascii: "/")) & (ends << 8 | before)
      if stops != 0 {
        let first = stops & (0 &- stops)
        return hash & first == 0 ? nil : place + first.trailingZeroBitCount / 8
      }
      before = ends >> 56
      place += 8
    }
    return link.count
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

/// A hash of bytes that is the same in every process; texts of a site never meet by chance.
func byteHash(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
  var hash = UInt64(truncatingIfNeeded: bytes.count) &* 0x9E37_79B9_7F4A_7C15
  var place = 0
  while place + 8 <= bytes.count {
    hash = mixed(hash, bytes.wholeWord(at: place))
    place += 8
  }
  return place < bytes.count ? mixed(hash, bytes.word(at: place)) : hash
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
      take(byteHash(UnsafeBufferPointer(rebasing: self[start..<end])))
      start = end + 1
    }
    return UnsafeBufferPointer(rebasing: self[start...])
  }

  fileprivate func hasPrefix(_ prefix: StaticString, at start: Int = 0) -> Bool {
    let length = prefix.utf8CodeUnitCount
    guard start + length <= count else { return false }
    for index in 0..<length where self[start + index] != prefix.utf8Start[index] { return false }
    return true
  }
}
