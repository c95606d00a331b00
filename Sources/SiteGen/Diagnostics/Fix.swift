/// A mechanical remedy: texts that take the place of what is wrong.
public struct Fix: Hashable, Sendable {
  /// A text that takes the place of another.
  public struct Edit: Hashable, Sendable {
    /// What is replaced; empty to insert.
    public let span: SourceSpan
    /// The bytes that stand there; the edit is void where others do.
    public let old: [UInt8]
    /// The bytes that take their place.
    public let new: [UInt8]

    /// Makes an edit.
    public init(_ span: SourceSpan, old: [UInt8], new: [UInt8]) {
      self.span = span
      self.old = old
      self.new = new
    }
  }

  /// What it does, an imperative without full stop.
  public let title: String
  /// In the order of their places, without overlaps.
  public let edits: [Edit]
  /// Whether it can be applied without a look: it changes no word and no meaning.
  public let isSafe: Bool

  /// Makes a fix.
  public init(_ title: String, _ edits: [Edit], isSafe: Bool) {
    self.title = title
    self.edits = edits
    self.isSafe = isSafe
  }
}
