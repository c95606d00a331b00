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
    return source.withUTF8 { source in address.withUTF8 { link(from: source, to: $0) } }
  }

  private func link(
    from source: UnsafeBufferPointer<UInt8>,
    to address: UnsafeBufferPointer<UInt8>
  ) -> String {
    let slash = UInt8(ascii: "/")
    let pageEnd = address.position(of: UInt8(ascii: "#"), from: 0)
    // The folders that both addresses begin with, up to and with the last slash of them.
    var (common, offset) = (0, 0)
    while offset < source.count, offset < pageEnd, source[offset] == address[offset] {
      offset += 1
      if source[offset - 1] == slash { common = offset }
    }
    let climbs = stride(from: common, to: source.count, by: 8).reduce(0) { count, place in
      count + source.word(at: place).marks(of: slash).nonzeroBitCount
    }
    let isFolder = pageEnd > 0 && address[pageEnd - 1] == slash
    let isHere = climbs == 0 && pageEnd == common
    let index: StaticString = isFolder && self == .file ? "index.html" : isHere ? "./" : ""
    let length = 3 * climbs + address.count - common + index.utf8CodeUnitCount
    // Written where it stays: pages hold more links than anything else.
    return String(unsafeUninitializedCapacity: length) { link in
      var end = 0
      func write(_ bytes: UnsafeBufferPointer<UInt8>) {
        end = link[end...].initialize(fromContentsOf: bytes)
      }
      let up: StaticString = "../"
      for _ in 0..<climbs { write(UnsafeBufferPointer(up)) }
      write(UnsafeBufferPointer(rebasing: address[common..<pageEnd]))
      write(UnsafeBufferPointer(index))
      write(UnsafeBufferPointer(rebasing: address[pageEnd...]))
      return end
    }
  }
}

extension UnsafeBufferPointer<UInt8> {
  fileprivate init(_ text: StaticString) {
    self.init(start: text.utf8Start, count: text.utf8CodeUnitCount)
  }
}
