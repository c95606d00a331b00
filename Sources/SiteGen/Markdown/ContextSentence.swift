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
    if citations.isEmpty, mentions.isEmpty, links.isEmpty { return sentences }
    var block = ContextBlock()
    eachLinkedEvent { event in
      switch event.kind {
      case .paragraph, .tableCell, .heading:
        if event.phase == .leave { block.close(limit: limit, into: &sentences) }
      case .citation:
        let index = Int(event.index)
        block.append(citation(index), orElse: text(of: event), marking: .citation(index))
      case .mention:
        let index = Int(event.index)
        switch event.phase {
        case .leaf:
          let label = mentions[index].label == nil ? mention(index) : nil
          block.append(label, orElse: text(of: event), marking: .mention(index))
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
      case .softBreak, .lineBreak: block.appendSpace()
      default: break
      }
    }
    return sentences
  }

  private func text(of event: MarkdownEvent) -> ArraySlice<UInt8> { buffer[event.text.range] }
}

/// The words of one block and what in them refers to something.
private struct ContextBlock {
  enum Reference {
    case citation(Int)
    case mention(Int)
    case link(Int)
  }

  /// Valid UTF-8; ranges of marks are offsets in it.
  private var text: [UInt8] = []
  private var marks: [(range: Range<Int>, reference: Reference)] = []
  private var openMark: (start: Int, reference: Reference)?

  mutating func append(_ words: ArraySlice<UInt8>) { text.append(contentsOf: words) }

  mutating func appendSpace() { text.append(0x20) }

  mutating func append(
    _ words: String?,
    orElse written: ArraySlice<UInt8>,
    marking reference: Reference
  ) {
    let start = text.count
    if let words { text.append(contentsOf: words.utf8) } else { append(written) }
    marks.append((start..<text.count, reference))
  }

  mutating func open(_ reference: Reference) { openMark = (text.count, reference) }

  mutating func closeMark() {
    if let openMark { marks.append((openMark.start..<text.count, openMark.reference)) }
    openMark = nil
  }

  /// Writes the sentences of the block, and begins the next block.
  mutating func close(limit: Int, into sentences: inout ContextSentences) {
    if !marks.isEmpty { write(limit: limit, into: &sentences) }
    text.removeAll(keepingCapacity: true)
    marks.removeAll(keepingCapacity: true)
    openMark = nil
  }

  private mutating func write(limit: Int, into sentences: inout ContextSentences) {
    replaceLineEnds(in: &text)
    let ends = sentenceEnds(of: text, upTo: marks.map { $0.range.upperBound }.max() ?? 0)
    var next = 0
    for mark in marks.sorted(by: { $0.range.lowerBound < $1.range.lowerBound }) {
      while next < ends.count, ends[next] <= mark.range.lowerBound { next += 1 }
      let start = next == 0 ? 0 : ends[next - 1]
      // A full stop inside the marked words ends no sentence around them.
      let end = ends[next...].first { $0 >= mark.range.upperBound } ?? text.count
      let sentence = ContextSentence(
        before: keepEnd(of: text, in: start..<mark.range.lowerBound, limit),
        marked: keepStart(of: text, in: mark.range, limit),
        after: keepStart(of: text, in: mark.range.upperBound..<end, limit)
      )
      switch mark.reference {
      case .citation(let index): sentences.citations[index] = sentence
      case .mention(let index): sentences.mentions[index] = sentence
      case .link(let index): sentences.links[index] = sentence
      }
    }
  }
}

/// The first scalars up to a limit, cut after a whole word; spaces at the outer end go.
private func keepStart(of text: [UInt8], in range: Range<Int>, _ limit: Int) -> String {
  var end = range.upperBound
  while let space = space(before: end, in: text, from: range.lowerBound) { end = space }
  // No text has more scalars than bytes.
  guard end - range.lowerBound > limit else { return string(text[range.lowerBound..<end]) }
  var cut = range.lowerBound
  var left = limit
  while cut < end {
    if !isContinuation(text[cut]) {
      if left == 0 { break }
      left -= 1
    }
    cut += 1
  }
  guard cut < end else { return string(text[range.lowerBound..<end]) }
  var word = cut
  while word > range.lowerBound {
    if let space = space(before: word, in: text, from: range.lowerBound) {
      return string(text[range.lowerBound..<space]) + "…"
    }
    word = startOfScalar(in: text[range.lowerBound..<word])
  }
  return string(text[range.lowerBound..<cut]) + "…"
}

/// The last scalars up to a limit, cut before a whole word; spaces at the outer end go.
private func keepEnd(of text: [UInt8], in range: Range<Int>, _ limit: Int) -> String {
  var start = range.lowerBound
  while let word = end(ofSpaceAt: start, in: text, upTo: range.upperBound) { start = word }
  guard range.upperBound - start > limit else { return string(text[start..<range.upperBound]) }
  var cut = range.upperBound
  var left = limit
  while left > 0, cut > start {
    cut -= 1
    if !isContinuation(text[cut]) { left -= 1 }
  }
  guard cut > start else { return string(text[start..<range.upperBound]) }
  var word = cut
  while word < range.upperBound {
    if let behind = end(ofSpaceAt: word, in: text, upTo: range.upperBound) {
      return "…" + string(text[behind..<range.upperBound])
    }
    word += UTF8.width(scalar(in: text, at: word))
  }
  return "…" + string(text[cut..<range.upperBound])
}

/// The offset of a space that ends at an offset; nil where none does.
private func space(before end: Int, in text: [UInt8], from start: Int) -> Int? {
  guard end > start else { return nil }
  let position = startOfScalar(in: text[start..<end])
  return scalar(in: text, at: position).isSpace ? position : nil
}

/// The offset behind a space that begins at an offset; nil where none does.
private func end(ofSpaceAt start: Int, in text: [UInt8], upTo end: Int) -> Int? {
  guard start < end else { return nil }
  let scalar = scalar(in: text, at: start)
  return scalar.isSpace ? start + UTF8.width(scalar) : nil
}

private func string(_ bytes: ArraySlice<UInt8>) -> String { String(decoding: bytes, as: UTF8.self) }
