import Diagnostics
public import SiteModel

/// The files of an output, found by the hashes of their paths.
///
/// A class, for all threads that scan pages ask it.
public final class KnownFiles: Sendable {
  private let paths: HashedPaths

  /// Takes the paths of all files; linear.
  public init(_ paths: [OutputPath]) { self.paths = HashedPaths(paths.map { pathHash($0.text) }) }

  func contains(_ hash: UInt64) -> Bool { paths[hash] != nil }
}

/// Paths, found by their hashes.
struct HashedPaths {
  private let hashes: [UInt64]
  private var table: HashTable

  init(_ hashes: [UInt64]) {
    self.hashes = hashes
    table = HashTable(room: hashes.count)
    for (number, hash) in hashes.enumerated() where self[hash] == nil {
      table.insert(number, at: hash)
    }
  }

  subscript(hash: UInt64) -> Int? { table.number(at: hash) { hashes[$0] == hash } }
}
