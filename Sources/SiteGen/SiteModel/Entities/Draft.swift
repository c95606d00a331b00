public import Diagnostics
public import FrontMatter

/// A content file that nobody has written yet: what a seed parser proposes for one entity.
///
/// A draft is loaded like a file of `Content/`: `fields` are those of its kind, with the places in
/// the seed that they were read from, and `body` is Markdown.
public struct Draft: Hashable, Sendable {
  /// The entity the draft speaks of; several drafts may speak of one.
  public let id: EntityID
  /// Fields, as front matter would give them.
  public let fields: FieldMapping
  /// Markdown, or nil when the seed says nothing in prose.
  public let body: ComposedText?
  /// The part of the seed it came from.
  public let source: SourceSpan

  /// Makes a draft.
  public init(_ id: EntityID, fields: FieldMapping, body: ComposedText?, source: SourceSpan) {
    self.id = id
    self.fields = fields
    self.body = body
    self.source = source
  }
}
