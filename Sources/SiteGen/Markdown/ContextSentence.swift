/// The sentence in which a text cites or names something, in three parts without markup.
public struct ContextSentence: Hashable, Sendable {
  /// What stands before; opens with `…` where the sentence is cut.
  public let before: String
  /// The words that cite or name.
  public let marked: String
  /// What stands behind; ends in `…` where the sentence is cut.
  public let after: String

  /// Makes a sentence.
  public init(before: String, marked: String, after: String) {
    self.before = before
    self.marked = marked
    self.after = after
  }
}

/// The sentences around everything that a document refers to.
public struct ContextSentences: Hashable, Sendable {
  /// One for each citation of the document, in its order.
  public fileprivate(set) var citations: [ContextSentence]
  /// One for each mention of the document, in its order.
  public fileprivate(set) var mentions: [ContextSentence]
  /// One for each ordinary link or image of the document, in the order of its links.
  public fileprivate(set) var links: [ContextSentence]
}

extension MarkdownDocument {
  /// The sentence around each citation, each mention and each ordinary link; linear.
  ///
  /// - Parameters:
  ///   - limit: how many Unicode scalars at most are kept on either side.
  ///   - citation: what the page prints for a citation that its source does not print, by its
  ///     place among the citations.
  ///   - mention: what the page prints for a mention without a label of its own, by its place
  ///     among the mentions.
  /// - Returns: the sentences, empty for what stands outside of paragraphs and cells, and for
  ///   images.
  public func contextSentences(
    limit: Int,
    citation: (Int) -> String?,
    mention: (Int) -> String? = { _ in nil }
  ) -> ContextSentences {
    let empty = ContextSentence(before: "", marked: "", after: "")
    var sentences = ContextSentences(
      citations: Array(repeating: empty, count: citations.count),
      mentions: Array(repeating: empty, count: mentions.count),
      links: Array(repeating: empty, count: links.count)
    )
    var block = ContextBlock()
    for event in events {
      switch event.kind {
      case .paragraph, .tableCell, .heading:
        if event.phase == .leave { block.close(limit: limit, into: &sentences) }
      case .citation:
        let index = Int(event.index)
        block.append(citation(index) ?? text(of: event), marking: .citation(index))
      case .mention:
        let index = Int(event.index)
        switch event.phase {
        case .leaf:
          let label = mentions[index].label == nil ? mention(index) : nil
          block.append(label ?? text(of: event), marking: .mention(index))
        case .enter: block.open(.mention(index))
        case .leave: block.closeMark()
        }
      case .printedCitation, .link:
        if event.phase == .enter {
          let index = Int(event.index)
          block.open(event.kind == .link ? .link(index) : .citation(index))
        } else if event.phase == .leave {
          block.closeMark()
        }
      case .text, .code, .placeholder: block.append(text(of: event))
      case .softBreak, .lineBreak: block.append(" ")
      default: break
      }
    }
    return sentences
  }

  private func text(of event: MarkdownEvent) -> String {
    String(decoding: buffer[event.text.range], as: UTF8.self)
  }
}

/// The words of one block and what in them refers to something.
private struct ContextBlock {
  enum Reference {
    case citation(Int)
    case mention(Int)
    case link(Int)
  }

  private var scalars: [Unicode.Scalar] = []
  private var marks: [(range: Range<Int>, reference: Reference)] = []
  private var openMark: (start: Int, reference: Reference)?

  mutating func append(_ text: String, marking reference: Reference? = nil) {
    let start = scalars.count
    for scalar in text.unicodeScalars { scalars.append(scalar == "\n" ? " " : scalar) }
    if let reference { marks.append((start..<scalars.count, reference)) }
  }

  mutating func open(_ reference: Reference) { openMark = (scalars.count, reference) }

  mutating func closeMark() {
    if let openMark { marks.append((openMark.start..<scalars.count, openMark.reference)) }
    openMark = nil
  }

  /// Writes the sentences of the block, and begins the next block.
  mutating func close(limit: Int, into sentences: inout ContextSentences) {
    if !marks.isEmpty {
      let ends = sentenceEnds(of: scalars)
      var next = 0
      for mark in marks.sorted(by: { $0.range.lowerBound < $1.range.lowerBound }) {
        while next < ends.count, ends[next] <= mark.range.lowerBound { next += 1 }
        let start = next == 0 ? 0 : ends[next - 1]
        // A full stop inside the marked words ends no sentence around them.
        let end = ends[next...].first { $0 >= mark.range.upperBound } ?? scalars.count
        let sentence = ContextSentence(
          before: keepEnd(of: scalars[start..<mark.range.lowerBound], limit),
          marked: keepStart(of: scalars[mark.range], limit),
          after: keepStart(of: scalars[mark.range.upperBound..<end], limit)
        )
        switch mark.reference {
        case .citation(let index): sentences.citations[index] = sentence
        case .mention(let index): sentences.mentions[index] = sentence
        case .link(let index): sentences.links[index] = sentence
        }
      }
    }
    self = ContextBlock()
  }
}

/// The first scalars up to a limit, cut after a whole word; spaces at the outer end go.
private func keepStart(of text: ArraySlice<Unicode.Scalar>, _ limit: Int) -> String {
  var slice = text
  while let last = slice.last, last.properties.isWhitespace { slice.removeLast() }
  guard slice.count > limit else { return string(slice) }
  slice = slice.prefix(limit)
  if let space = slice.lastIndex(where: { $0.properties.isWhitespace }) { slice = slice[..<space] }
  return string(slice) + "…"
}

/// The last scalars up to a limit, cut before a whole word; spaces at the outer end go.
private func keepEnd(of text: ArraySlice<Unicode.Scalar>, _ limit: Int) -> String {
  var slice = text
  while let first = slice.first, first.properties.isWhitespace { slice.removeFirst() }
  guard slice.count > limit else { return string(slice) }
  slice = slice.suffix(limit)
  if let space = slice.firstIndex(where: { $0.properties.isWhitespace }) {
    slice = slice[(space + 1)...]
  }
  return "…" + string(slice)
}

private func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
  var text = ""
  text.unicodeScalars.append(contentsOf: scalars)
  return text
}
