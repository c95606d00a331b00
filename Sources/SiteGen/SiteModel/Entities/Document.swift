public import Diagnostics
public import FrontMatter

/// One record as it will be read: a content file, drafts of seeds, or both merged.
public struct Document: Hashable, Sendable {
  /// Which entity it describes.
  public let id: EntityID
  /// Its fields.
  public let fields: FieldMapping
  /// Its text in Markdown, or nil.
  public let body: ComposedText?
  /// Every text it was made from, the editors' own first.
  public let sources: [SourceSpan]

  /// Makes a document.
  public init(_ id: EntityID, fields: FieldMapping, body: ComposedText?, sources: [SourceSpan]) {
    self.id = id
    self.fields = fields
    self.body = body
    self.sources = sources
  }
}
