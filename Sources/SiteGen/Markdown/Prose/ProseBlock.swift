/// The prose of one block: where names may be linked, and what is linked there already.
///
/// Markup leaves no trace in `text`; what is no prose (links, citations, code, mentions, calls of
/// notes) stands there as one NUL, over which no name reaches.
public struct ProseBlock: Hashable, Sendable {
  /// A mention that the author of the text, or of its draft, wrote.
  public struct Mention: Hashable, Sendable {
    /// Offset in the text of the block.
    public let offset: Int
    /// Its place among the mentions of the document.
    public let index: Int
  }

  /// The heading it stands under, counted from 1; 0 before the first, -1 in notes.
  public let section: Int
  /// The words, set in French.
  public internal(set) var text: [UInt8] = []
  /// Words that the author wants as they are (`[[!…]]`), in ascending order.
  public internal(set) var closed: [Range<Int>] = []
  /// Mentions in the order of the text.
  public internal(set) var mentions: [Mention] = []
  /// Range of the block in the source of the document.
  public let source: Range<Int>

  /// The event that opens the block.
  let opening: Int
  /// What each inline that holds others covers of the text, by the order of their openings.
  var containers: [Range<Int>] = []

  /// Whether a link over a range would neither cut emphasis nor reach out of it.
  ///
  /// Looks at the containers around the range alone: `cursor` is moved to the first that ends
  /// behind the start, so that ascending ranges are linear together.
  public func canHold(_ range: Range<Int>, from cursor: inout Int) -> Bool {
    while cursor < containers.count, containers[cursor].upperBound <= range.lowerBound {
      cursor += 1
    }
    var index = cursor
    while index < containers.count, containers[index].lowerBound < range.upperBound {
      let container = containers[index]
      let isOutside = container.upperBound <= range.lowerBound
      let isWithin =
        range.lowerBound <= container.lowerBound && container.upperBound <= range.upperBound
      let isAround =
        container.lowerBound <= range.lowerBound && range.upperBound <= container.upperBound
      guard isOutside || isWithin || isAround else { return false }
      index += 1
    }
    return true
  }
}

/// A name that linking found in a block.
public struct FoundName: Hashable, Sendable {
  /// Its place among those of its document.
  public let block: Int
  /// Range in the text of the block.
  public let range: Range<Int>
  /// What it leads to, and how.
  public let mention: MarkdownMention

  /// Makes a name.
  public init(block: Int, range: Range<Int>, mention: MarkdownMention) {
    self.block = block
    self.range = range
    self.mention = mention
  }
}
