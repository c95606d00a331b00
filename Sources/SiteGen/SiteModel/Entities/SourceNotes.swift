/// What a page says of where it comes from, and of what is doubted there.
public struct SourceNotes: Hashable, Sendable {
  /// Name of the field that lists the sources of a record whose seeds were imported.
  ///
  /// Not `source`, which is a variable of CSL.
  public static let field = "sources"

  /// Paths of the texts it was made from, each once, the editors' own first.
  public let paths: [String]
  /// Doubts and corrections, in order.
  public let editorial: [EditorialNote]

  /// Makes notes.
  public init(paths: [String], editorial: [EditorialNote]) {
    self.paths = paths
    self.editorial = editorial
  }
}
