public import CSL
public import Diagnostics
public import FrontMatter

/// One record as it will be read: a content file, drafts of seeds, or both merged.
///
/// A class, since records are put in order and held against each other again and again before they
/// are read, and each has a dozen parts.
public final class Document: Sendable {
  /// Which entity it describes.
  public let id: EntityID
  /// Its fields.
  public let fields: FieldMapping
  /// Its text in Markdown, or nil.
  public let body: ComposedText?
  /// Every text it was made from, the editors' own first.
  public let sources: [SourceSpan]
  /// The work as bibliographic files describe it, complete; `fields` win over it one by one.
  public let work: CSLItem?
  /// Other words that name the same entity, such as citation keys as written; without doubles.
  public let aliases: [String]

  /// Makes a document.
  public init(
    _ id: EntityID,
    fields: FieldMapping,
    body: ComposedText?,
    sources: [SourceSpan],
    work: CSLItem? = nil,
    aliases: [String] = []
  ) {
    self.id = id
    self.fields = fields
    self.body = body
    self.sources = sources
    self.work = work
    self.aliases = aliases
  }

  /// The same document under another identity.
  public func withID(_ id: EntityID) -> Document {
    Document(id, fields: fields, body: body, sources: sources, work: work, aliases: aliases)
  }

  /// The same document with other fields.
  public func withFields(_ fields: FieldMapping) -> Document {
    Document(id, fields: fields, body: body, sources: sources, work: work, aliases: aliases)
  }
}

extension Document: Equatable {
  /// Whether both say the same, at the same places.
  public static func == (left: Document, right: Document) -> Bool {
    left === right
      || (left.id == right.id && left.fields == right.fields && left.body == right.body
        && left.sources == right.sources && left.work == right.work
        && left.aliases == right.aliases)
  }
}
