import Diagnostics
public import SiteModel

/// The files of an output, found by the hashes of their paths.
///
/// A class, for all threads that scan pages ask it.
public final class KnownFiles: Sendable {
  private let hashes: [UInt64]
  private let table: HashTable

  /// Takes the paths of all files; linear.
  public convenience init(_ paths: [OutputPath]) {
    self.init(hashes: paths.map { pathHash($0.text) })
  }

  /// Takes the hashes of their paths.
  init(hashes: [UInt64]) {
    var table = HashTable(room: hashes.count)
    for (place, hash) in hashes.enumerated()
    where table.number(at: hash, where: { hashes[$0] == hash }) == nil {
      table.insert(place, at: hash)
    }
    self.hashes = hashes
    self.table = table
  }

  func contains(_ hash: UInt64) -> Bool { place(of: hash) != nil }

  /// Which file has a path, by its place in the list.
  func place(of hash: UInt64) -> Int? { table.number(at: hash) { hashes[$0] == hash } }
}
