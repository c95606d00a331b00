public import Diagnostics

/// A parsed text: a flat list of events over one buffer, and an index of what it refers to.
///
/// A class, so that whoever asks a site for a text copies one reference instead of all its lists.
public final class MarkdownDocument: Hashable, Sendable {
  let dialect: MarkdownDialect
  /// As they were parsed, without the names that linking found.
  let events: EventList
  /// Where those names stand among the events, in the order of the text.
  let nameMarks: [NameMark]
  /// The range in the source of each block, in the order in which events begin them.
  let blocks: [ByteRange]
  /// Every text of the events; valid UTF-8.
  let buffer: [UInt8]

  /// Headings in the order of the text.
  public let headings: [MarkdownHeading]
  /// Citations in the order of the text; notes come last, as on the page.
  public let citations: [MarkdownCitation]
  /// Mentions in the order of the text.
  public let mentions: [MarkdownMention]
  /// Texts of the placeholders (`[[?…]]`), in the order of the text.
  public let placeholders: [Spanned<String>]
  /// Destinations of ordinary links and images as written, in the order of the text.
  ///
  /// A destination that is not literally in its block (a reference, an escape) has the span of
  /// the block.
  public let links: [Spanned<String>]

  init(
    dialect: MarkdownDialect,
    events: EventList,
    nameMarks: [NameMark],
    blocks: [ByteRange],
    buffer: [UInt8],
    headings: [MarkdownHeading],
    citations: [MarkdownCitation],
    mentions: [MarkdownMention],
    placeholders: [Spanned<String>],
    links: [Spanned<String>]
  ) {
    self.dialect = dialect
    self.events = events
    self.nameMarks = nameMarks
    self.blocks = blocks
    self.buffer = buffer
    self.headings = headings
    self.citations = citations
    self.mentions = mentions
    self.placeholders = placeholders
    self.links = links
  }

  /// Whether nothing would be printed.
  public var isEmpty: Bool { events.isEmpty }

  /// Whether both say the same, in the same places.
  public static func == (left: MarkdownDocument, right: MarkdownDocument) -> Bool {
    left === right
      || left.dialect == right.dialect && left.events == right.events
        && left.nameMarks == right.nameMarks && left.blocks == right.blocks
        && left.buffer == right.buffer && left.headings == right.headings
        && left.citations == right.citations && left.mentions == right.mentions
        && left.placeholders == right.placeholders && left.links == right.links
  }

  /// Hashes the texts alone; few documents have them in common.
  public func hash(into hasher: inout Hasher) { hasher.combine(buffer) }
}

/// A heading of a document.
public struct MarkdownHeading: Hashable, Sendable {
  /// Level as written, 1 to 6.
  public let level: Int
  /// The text without markup.
  public let text: String
  /// Identifier for links, unique in its document, without the prefix of the page.
  public let id: String
  /// The range of the whole heading.
  public let span: SourceSpan
}

/// A mention of another thing of the collection: `[[slug]]`, `[[slug|label]]`, or a name that
/// linking found.
public struct MarkdownMention: Hashable, Sendable {
  /// Slug, `kind:slug` or path, as written.
  public let target: Spanned<String>
  /// The text to print, when the source gives one.
  public let label: String?
  /// Whether readers see a link; later mentions in a section are plain words.
  public var isLink: Bool
  /// What the printed acronym stands for, where it is to be explained.
  public var expansion: String?

  /// Makes a mention.
  public init(
    target: Spanned<String>,
    label: String?,
    isLink: Bool = true,
    expansion: String? = nil
  ) {
    self.target = target
    self.label = label
    self.isLink = isLink
    self.expansion = expansion
  }
}
