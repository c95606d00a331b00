/// The stages of the corridor, in walking order.
public enum Stage: String, Hashable, Sendable, CaseIterable {
  /// Files into texts.
  case read
  /// Seeds into drafts.
  case draft
  /// Texts into entities, templates into instructions.
  case load
  /// Entities into a graph.
  case link
  /// Citations and reference lists into formatted text.
  case cite
  /// Formats besides pages.
  case export
  /// Pages.
  case render
  /// Rules over the whole.
  case check
  /// Pages into files.
  case write
}

/// What a stage made.
public struct StageProduct: Sendable {
  /// How many of the things that the stage is there for.
  public let count: Int
  /// Bytes of what it read, made or wrote; nil where it made no bytes.
  public let bytes: Int?
  /// The same in words: `79 persons`.
  public let words: String

  /// Makes a product.
  init(_ count: Int, bytes: Int? = nil, _ words: String) {
    self.count = count
    self.bytes = bytes
    self.words = words
  }
}

/// Called when a stage has ended: which, and what it made.
public typealias StageObserver = @Sendable (_ stage: Stage, _ made: StageProduct) -> Void
