import Markup

/// How links to pages that stand in their own folders are written; the one place that writes links.
public enum LinkStyle: String, Sendable, CaseIterable {
  /// `../personnes/`, for web servers.
  case folder
  /// `../personnes/index.html`, so that pages open from a disk without a server.
  case file

  /// A link from one page to another, relative, so that the site works below any path.
  public func link(from: Route, to target: Route) -> String {
    var (source, address) = (from.text, target.text)
    return source.withUTF8 { source in
      address.withUTF8 { RelativeLink(from: source, to: $0, self).text }
    }
  }

  /// Appends the same link, both addresses given by their bytes.
  func append(
    from source: UnsafeBufferPointer<UInt8>,
    to address: UnsafeBufferPointer<UInt8>,
    into output: inout FlatList<UInt8>
  ) {
    RelativeLink(from: source, to: address, self).append(to: &output)
  }
}

/// A link, not yet written; valid as long as the bytes of its addresses.
private struct RelativeLink {
  private static let up: StaticString = "../"

  /// How many folders it leads up.
  private let climbs: Int
  /// Then down to the page, as far as the address says.
  private let path: UnsafeBufferPointer<UInt8>
  /// What stands for the page itself.
  private let index: StaticString
  /// The place on the page.
  private let anchor: UnsafeBufferPointer<UInt8>

  init(
    from source: UnsafeBufferPointer<UInt8>,
    to address: UnsafeBufferPointer<UInt8>,
    _ style: LinkStyle
  ) {
    let slash = UInt8(ascii: "/")
    let pageEnd = address.position(of: UInt8(ascii: "#"), from: 0)
    // The folders that both addresses begin with, up to and with the last slash of them.
    let shorter = min(source.count, pageEnd)
    var common = 0
    while shorter - common >= 8, source.wholeWord(at: common) == address.wholeWord(at: common) {
      common += 8
    }
    while common < shorter, source[common] == address[common] { common += 1 }
    while common > 0, source[common - 1] != slash { common -= 1 }
    climbs = stride(from: common, to: source.count, by: 8).reduce(0) { count, place in
      count + source.word(at: place).marks(of: slash).nonzeroBitCount
    }
    let isFolder = pageEnd > 0 && address[pageEnd - 1] == slash
    let isHere = climbs == 0 && pageEnd == common
    index = isFolder && style == .file ? "index.html" : isHere ? "./" : ""
    path = UnsafeBufferPointer(rebasing: address[common..<pageEnd])
    anchor = UnsafeBufferPointer(rebasing: address[pageEnd...])
  }

  var text: String {
    let length = 3 * climbs + path.count + index.utf8CodeUnitCount + anchor.count
    // Written where it stays: pages hold more links than anything else.
    return String(unsafeUninitializedCapacity: length) { link in
      var end = 0
      func write(_ bytes: UnsafeBufferPointer<UInt8>) {
        end = link[end...].initialize(fromContentsOf: bytes)
      }
      for _ in 0..<climbs { write(UnsafeBufferPointer(RelativeLink.up)) }
      write(path)
      write(UnsafeBufferPointer(index))
      write(anchor)
      return end
    }
  }

  func append(to output: inout FlatList<UInt8>) {
    for _ in 0..<climbs { output.append(literal: RelativeLink.up) }
    output.append(contentsOf: path)
    output.append(literal: index)
    output.append(contentsOf: anchor)
  }
}

extension UnsafeBufferPointer<UInt8> {
  fileprivate init(_ text: StaticString) {
    self.init(start: text.utf8Start, count: text.utf8CodeUnitCount)
  }
}
