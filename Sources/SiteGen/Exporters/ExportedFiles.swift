public import SiteModel

/// The files of a format, in a fixed order, each made when it is asked for.
///
/// Several threads may ask for them at once, and whoever walks through them holds one.
public struct ExportedFiles: RandomAccessCollection, Sendable {
  private let length: Int
  private let make: @Sendable (Int) -> OutputFile

  /// Files that are made one by one.
  ///
  /// - Parameters:
  ///   - count: how many there are.
  ///   - make: makes one of them by its place; pure, called from any thread.
  init(count: Int, make: @escaping @Sendable (Int) -> OutputFile) {
    length = count
    self.make = make
  }

  /// Files that are made already.
  init(_ files: [OutputFile]) { self.init(count: files.count) { files[$0] } }

  /// The first place.
  public var startIndex: Int { 0 }

  /// Behind the last place.
  public var endIndex: Int { length }

  /// Makes the file of a place.
  public subscript(place: Int) -> OutputFile { make(place) }
}
