public import Diagnostics

/// A text as its author wrote it, for rules about writing: what stands where in the source.
///
/// Ranges are UTF-8 offsets of the text that was read. Nothing is set by the rules of French, and
/// citations and mentions are no prose.
public struct MarkdownSource: Hashable, Sendable {
  /// A heading.
  public struct Heading: Hashable, Sendable {
    /// Level as written, 1 to 6.
    public let level: Int
    /// The words without markup.
    public let text: String
    /// The whole line.
    public let range: Range<Int>
  }

  /// A link or an image.
  public struct Link: Hashable, Sendable {
    /// The words of a link, the alternative text of an image; on one line.
    public let words: String
    /// Where it leads, as written.
    public let destination: String
    /// The words, or where there are none what stands in their place.
    public let range: Range<Int>
  }

  /// A cell of the first row of a table.
  public struct HeaderCell: Hashable, Sendable {
    /// The words without markup.
    public let text: String
    /// The cell between its bars.
    public let range: Range<Int>
  }

  /// The words of a paragraph, a heading or a cell.
  public struct Prose: Hashable, Sendable {
    /// Where the block stands.
    public let range: Range<Int>
    /// As long as the block: a NUL stands for every byte that is no prose (markup, code, citations,
    /// addresses) or is written otherwise than it reads.
    public let text: [UInt8]
  }

  /// The value of an attribute `lang` in raw HTML.
  public struct LanguageTag: Hashable, Sendable {
    /// As written.
    public let value: String
    /// Where it stands.
    public let range: Range<Int>
  }

  /// In the order of the text, as are all that follow.
  public internal(set) var headings: [Heading] = []
  /// Links that are no citations; of a bare address the words are the address.
  public internal(set) var links: [Link] = []
  /// Images.
  public internal(set) var images: [Link] = []
  /// What stands as `](…)` in the words: a link or an image that is none.
  public internal(set) var unreadLinks: [Range<Int>] = []
  /// The headers of each table, from the left.
  public internal(set) var tableHeads: [[HeaderCell]] = []
  /// Blocks of words.
  public internal(set) var prose: [Prose] = []
  /// Languages that raw HTML marks.
  public internal(set) var languages: [LanguageTag] = []
}

/// Reads a text for rules about writing; linear.
public func readMarkdownSource(_ source: ComposedText) -> MarkdownSource {
  let bytes = source.bytes
  let read = readCommonMark(
    bytes,
    isKnownUTF8: source.isKnownUTF8,
    extensions: MarkdownDialect.gitHub.extensions
  )
  var reader = MarkdownSourceReader(bytes: bytes, read: read)
  for position in read.events.indices { reader.visit(position) }
  return reader.result
}
