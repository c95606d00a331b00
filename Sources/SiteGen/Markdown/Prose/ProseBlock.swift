/// The prose of a document: where names may be linked, and what is linked there already; read once
/// for whoever looks for names in it and writes them.
///
/// All offsets are those of `text`, so that a document of many blocks is a few lists.
public struct DocumentProse: Sendable {
  /// A mention that the author of the text, or of its draft, wrote.
  public struct Mention: Hashable, Sendable {
    /// Where it stands.
    public let offset: Int
    /// Its place among the mentions of the document.
    public let index: Int
  }

  /// The words of all blocks, set in French, with a NUL behind each block.
  ///
  /// Markup leaves no trace; what is no prose (links, citations, code, mentions, calls of notes)
  /// stands there as one NUL as well: no name reaches over any.
  public internal(set) var text: [UInt8] = []
  /// Every paragraph and cell, in the order of the events; headings hold no prose.
  public internal(set) var blocks: [ProseBlock] = []
  /// Words that the author wants as they are (`[[!…]]`), in ascending order.
  public internal(set) var closed: [Range<Int>] = []
  /// Mentions in the order of the text.
  public internal(set) var mentions: [Mention] = []

  /// What each inline that holds others covers of the text, by the order of their openings.
  var containers: [Range<Int>] = []
  /// For each event that prose stands in (texts, and what holds them) where it begins in the text;
  /// -1 for all others.
  var offsets: [Int32]

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

/// One block of the prose of a document.
public struct ProseBlock: Hashable, Sendable {
  /// The heading it stands under, counted from 1; 0 before the first, -1 in notes.
  public let section: Int
  /// Range of the block in the source of the document.
  public let source: Range<Int>
  /// Its words in the text of the prose.
  public internal(set) var range: Range<Int>
  /// Which of the closed words stand in it.
  public internal(set) var closed: Range<Int>
  /// Which of the mentions stand in it.
  public internal(set) var mentions: Range<Int>
}

/// A name that linking found in a document.
public struct FoundName: Hashable, Sendable {
  /// Range in the text of the prose.
  public let range: Range<Int>
  /// What it leads to, and how.
  public let mention: MarkdownMention

  /// Makes a name.
  public init(range: Range<Int>, mention: MarkdownMention) {
    self.range = range
    self.mention = mention
  }
}
