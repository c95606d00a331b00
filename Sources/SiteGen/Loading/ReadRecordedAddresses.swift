public import Diagnostics
public import SiteModel

/// Reads `Content/addresses.yaml`: the addresses that the site has promised, one a line.
///
/// The file is YAML of the simplest kind (`/axes/valeur/: axis:valeur`, remarks after `#`) and is
/// read line by line, so that a large site costs no more than its lines. Emits `REL018`.
public func readRecordedAddresses(_ tree: SourceTree) -> Diagnosed<[RecordedAddress]> {
  guard let file = tree.file(at: RecordedAddress.path) else { return Diagnosed([]) }
  var addresses: [RecordedAddress] = []
  var diagnostics: [Diagnostic] = []
  for range in lines(of: file.bytes) {
    let line = file.bytes[range]
    guard let first = line.first, first != UInt8(ascii: "#") else { continue }
    let span = SourceSpan(path: file.path, range: range)
    if let address = recordedAddress(line, at: span) {
      addresses.append(address)
    } else {
      let words = String(decoding: line.prefix(60), as: UTF8.self)
      diagnostics.append(
        Diagnostic(
          LoadingDiagnostics.invalidRecordedAddress,
          .error,
          at: span,
          "\"\(words)\" records no address"
        )
      )
    }
  }
  return Diagnosed(addresses, diagnostics)
}

/// `/axes/valeur/: axis:valeur`.
private func recordedAddress(_ line: ArraySlice<UInt8>, at span: SourceSpan) -> RecordedAddress? {
  let text = String(decoding: line, as: UTF8.self)
  guard let separator = text.utf8.firstIndex(of: UInt8(ascii: ":")),
    let route = Route(former: String(text[..<separator])),
    let entity = EntityID(text[separator...].dropFirst().drop { $0 == " " })
  else { return nil }
  let end = span.range.lowerBound + text.utf8.distance(from: text.startIndex, to: separator)
  return RecordedAddress(
    route,
    of: entity,
    at: SourceSpan(path: span.path, range: span.range.lowerBound..<end)
  )
}

/// The lines of a text without the white space at their ends.
private func lines(of bytes: [UInt8]) -> [Range<Int>] {
  var ranges: [Range<Int>] = []
  var start = 0
  while start < bytes.count {
    let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
    var last = end
    while last > start, bytes[last - 1] <= 0x20 { last -= 1 }
    ranges.append(start..<last)
    start = end + 1
  }
  return ranges
}
