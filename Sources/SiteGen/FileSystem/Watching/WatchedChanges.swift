/// What may have changed in the sources of a site since they were last read.
public enum WatchedChanges: Hashable, Sendable {
  /// What stands at these site-relative paths or below them; nothing else.
  case paths(Set<String>)
  /// Anything: the watch lost sight of the site for a while, or links make paths say too little.
  case anything

  /// Whether a file may be another than before.
  public func mayConcern(_ path: String) -> Bool {
    switch self {
    case .anything: true
    case .paths(let paths): paths.contains(path) || standsBelow(path, paths)
    }
  }
}

/// Whether one of the folders above a path is among these paths.
func standsBelow(_ path: String, _ paths: Set<String>) -> Bool {
  path.utf8.indices.contains {
    path.utf8[$0] == UInt8(ascii: "/") && paths.contains(String(path[..<$0]))
  }
}
