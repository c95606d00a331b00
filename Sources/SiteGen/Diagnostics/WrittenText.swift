/// A text that records keep for the length of a build: of a part of a file only its place, so that
/// the bytes of the file may be let go.
public struct WrittenText: Sendable {
  /// A text that is no part of a file; nil of one that is.
  private let own: ComposedText?
  private let range: Range<Int>
  /// Path of the file that it is from.
  public let path: String

  /// Keeps a text, or where in its file it stands.
  public init(_ text: ComposedText) {
    path = text.map.path
    own = text.rangeInFile == nil ? text : nil
    range = text.rangeInFile ?? 0..<0
  }

  /// The text.
  ///
  /// - Parameter file: the file at `path` with the bytes that the text was found in.
  /// - Returns: the text with the way back to its source; nil of a part of a file without the file.
  public func text(in file: SourceFile?) -> ComposedText? {
    if let own { return own }
    guard let file else { return nil }
    precondition(range.upperBound <= file.bytes.count, "a text stands behind the end of its file")
    return ComposedText(of: file, range: range)
  }
}
