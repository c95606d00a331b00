/// The forms in which a file may stand ready beside itself (`a.css.br`).
enum ContentCoding: String, CaseIterable {
  // In the order of preference: the smallest first.
  case brotli = "br"
  case zstandard = "zstd"
  case gzip = "gzip"

  /// What the name of such a file ends in.
  var suffix: String {
    switch self {
    case .brotli: ".br"
    case .zstandard: ".zst"
    case .gzip: ".gz"
    }
  }

  /// Whether a field `Accept-Encoding` allows it (RFC 9110 §12.5.3).
  func isAccepted(by field: String) -> Bool {
    var others = false
    for item in field.split(separator: ",") {
      let parts = item.split(separator: ";").map(trimmed)
      guard let name = parts.first else { continue }
      let weight =
        parts.dropFirst().first { $0.lowercased().hasPrefix("q=") }
        .map { Double($0.dropFirst(2)) ?? 0 } ?? 1
      if isSameToken(name, rawValue) || self == .gzip && isSameToken(name, "x-gzip") {
        return weight > 0
      }
      if name == "*" { others = weight > 0 }
    }
    return others
  }
}
