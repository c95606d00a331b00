public import Markdown

/// One place where a text cites a work or names an entity.
///
/// A class, so that pages copy one reference instead of its parts.
public final class ReferringPlace: Hashable, Sendable {
  /// Whose text.
  public let source: EntityID
  /// What it cites or names.
  public let target: EntityID
  /// Id of the place in the page of the source.
  public let anchor: String
  /// Where in a work, as written: `p. 12`.
  public let locator: String?
  /// The sentence that cites or names; empty where there is none.
  public let sentence: ContextSentence

  /// Makes a place.
  public init(
    source: EntityID,
    target: EntityID,
    anchor: String,
    locator: String? = nil,
    sentence: ContextSentence
  ) {
    self.source = source
    self.target = target
    self.anchor = anchor
    self.locator = locator
    self.sentence = sentence
  }

  /// Whether both say the same.
  public static func == (left: ReferringPlace, right: ReferringPlace) -> Bool {
    left === right
      || left.source == right.source && left.target == right.target && left.anchor == right.anchor
        && left.locator == right.locator && left.sentence == right.sentence
  }

  /// Hashes where it stands.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(source)
    hasher.combine(anchor)
  }
}
