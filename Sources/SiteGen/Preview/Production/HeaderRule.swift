/// A part of `_headers`: a path, and below it, indented, fields to send with what stands there.
struct HeaderRule: Hashable, Sendable {
  /// `*` stands for anything, also for several parts.
  let pattern: String
  var fields: [Request.Field] = []

  /// Whether it speaks of a path.
  func concerns(_ path: String) -> Bool {
    let pieces = pattern.split(separator: "*", omittingEmptySubsequences: false)
    guard pieces.count > 1 else { return path == pattern }
    guard let first = pieces.first, let last = pieces.last, path.hasPrefix(first) else {
      return false
    }
    var rest = path.dropFirst(first.count)
    for piece in pieces.dropFirst().dropLast() where !piece.isEmpty {
      guard let found = rest.firstRange(of: piece) else { return false }
      rest = rest[found.upperBound...]
    }
    return rest.hasSuffix(last)
  }
}
