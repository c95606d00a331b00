import Diagnostics

/// What is other in the sources than at the last build.
struct SourceChanges {
  /// Paths of texts that are new, other or no more.
  let paths: Set<String>
  /// Whether there are the same texts and assets, whatever they hold.
  let isSameList: Bool
  private let isSameSystem: Bool

  /// Compares two trees; linear in the number of texts, and in the bytes of those that are not the
  /// same in memory.
  init(from old: SourceTree, to new: SourceTree) {
    var paths: Set<String> = []
    var isSameList = old.assets == new.assets
    var (left, right) = (old.files[...], new.files[...])
    while let first = left.first, let second = right.first {
      if first.path == second.path {
        if !first.bytes.isSame(as: second.bytes) { paths.insert(first.path) }
        left.removeFirst()
        right.removeFirst()
      } else {
        isSameList = false
        if first.path.precedesInBytes(second.path) {
          paths.insert(first.path)
          left.removeFirst()
        } else {
          paths.insert(second.path)
          right.removeFirst()
        }
      }
    }
    paths.formUnion(left.map(\.path))
    paths.formUnion(right.map(\.path))
    self.paths = paths
    self.isSameList = isSameList && left.isEmpty && right.isEmpty
    isSameSystem = old.installedStyles == new.installedStyles
  }

  /// Whether some text below a folder is other.
  func touch(_ folder: String) -> Bool { paths.contains { $0.hasPrefix(folder) } }

  /// Names of the templates that are other.
  var templates: Set<String> {
    Set(
      paths.filter { $0.hasPrefix("Templates/") }.map { path in
        let name = path.dropFirst("Templates/".count)
        return String(name[..<(name.lastIndex(of: ".") ?? name.endIndex)])
      }
    )
  }

  /// Whether nothing that a citation style can be read from is other.
  func spareStyle(named name: String) -> Bool {
    isSameSystem
      && !paths.contains { path in
        path == name || path.hasPrefix("Templates/csl/")
          || !["Content/", "Templates/", "seeds/"].contains(where: path.hasPrefix)
      }
  }
}

extension [UInt8] {
  /// Whether the bytes are the same; at once for the same memory, else eight at a time.
  fileprivate func isSame(as other: [UInt8]) -> Bool {
    guard count == other.count else { return false }
    return withUnsafeBytes { left in
      other.withUnsafeBytes { right in
        guard left.baseAddress != right.baseAddress else { return true }
        var offset = 0
        while offset + 8 <= left.count {
          let first = left.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
          guard first == right.loadUnaligned(fromByteOffset: offset, as: UInt64.self) else {
            return false
          }
          offset += 8
        }
        return left[offset...].elementsEqual(right[offset...])
      }
    }
  }
}
