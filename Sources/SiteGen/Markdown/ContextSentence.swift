import Markup

/// The sentence in which a text cites or names something, in three parts without markup.
///
/// Most parts stand in the text as they are shown, and become texts of their own only when a page asks
/// for them: a large site has tens of thousands.
public struct ContextSentence: Equatable, Sendable {
  let words: ContextWords
  private let parts: SentenceParts

  init(_ parts: SentenceParts, of words: ContextWords) {
    (self.parts, self.words) = (parts, words)
  }

  /// What stands before; opens with `…` where the sentence is cut.
  public var before: String { words.text(in: parts.before) }

  /// The words that cite or name.
  public var marked: String { words.text(in: parts.marked) }

  /// What stands behind; ends in `…` where the sentence is cut.
  public var after: String { words.text(in: parts.after) }

  /// Whether no words cite or name: they stand outside of paragraphs and cells, or are an image.
  public var marksNothing: Bool { parts.marked.isEmpty }

  /// Whether both say the same, wherever it stands.
  public static func == (left: ContextSentence, right: ContextSentence) -> Bool {
    left.before == right.before && left.marked == right.marked && left.after == right.after
  }
}

/// The sentences around everything that a document refers to.
public struct ContextSentences: Equatable, Sendable {
  /// One for each citation of the document, in its order.
  public let citations: [ContextSentence]
  /// One for each mention of the document, in its order.
  public let mentions: [ContextSentence]
  /// One for each ordinary link or image of the document, in the order of its links.
  public let links: [ContextSentence]
}

/// Where the words of a sentence are.
struct SentenceParts {
  var before = ByteRange()
  var marked = ByteRange()
  var after = ByteRange()
}

/// The words of all sentences of a document.
final class ContextWords: Sendable {
  /// The texts of the document; lines may end in them.
  private let document: [UInt8]
  /// What stands nowhere there as it is shown; its offsets follow those of the document.
  let others: [UInt8]

  init(of document: [UInt8], others: [UInt8]) { (self.document, self.others) = (document, others) }

  /// A part of a sentence, on one line.
  func text(in range: ByteRange) -> String {
    if range.isEmpty { return "" }
    let start = Int(range.start) - document.count
    if start >= 0 {
      return String(decoding: others[start...].prefix(Int(range.length)), as: UTF8.self)
    }
    let words = document[range.range]
    let hasLineEnd = words.withUnsafeBufferPointer { $0.position(of: 0x0A, from: 0) < $0.count }
    guard hasLineEnd else { return String(decoding: words, as: UTF8.self) }
    var line = Array(words)
    replaceLineEnds(in: &line)
    return String(decoding: line, as: UTF8.self)
  }
}
