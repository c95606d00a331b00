import Diagnostics

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
    if citations.isEmpty, mentions.isEmpty, links.isEmpty {
      return ContextSentences(citations: [], mentions: [], links: [])
    }
    var found = FoundSentences(in: self)
    var block = ContextBlock(of: buffer)
    eachLinkedEvent { event in
      switch event.kind {
      case .paragraph, .tableCell, .heading:
        if event.phase == .leave { block.close(limit: limit, into: &found) }
      case .citation:
        let index = Int(event.index)
        block.append(citation(index), orElse: event.text, marking: .citation(index))
      case .mention:
        let index = Int(event.index)
        switch event.phase {
        case .leaf:
          let label = mentions[index].label == nil ? mention(index) : nil
          block.append(label, orElse: event.text, marking: .mention(index))
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
      case .text, .code, .placeholder: block.append(event.text)
      case .softBreak, .lineBreak: block.appendSpace()
      default: break
      }
    }
    return found.sentences
  }
}

/// The sentences found so far.
private struct FoundSentences {
  var citations: [SentenceParts]
  var mentions: [SentenceParts]
  var links: [SentenceParts]
  private let document: [UInt8]
  /// The words that do not stand in the document as they are shown.
  private var others: [UInt8] = []

  init(in document: MarkdownDocument) {
    self.document = document.buffer
    citations = Array(repeating: SentenceParts(), count: document.citations.count)
    mentions = Array(repeating: SentenceParts(), count: document.mentions.count)
    links = Array(repeating: SentenceParts(), count: document.links.count)
  }

  /// Keeps words, with what stands for words before or behind that were cut.
  mutating func keep(_ before: String, _ words: ArraySlice<UInt8>, _ behind: String) -> ByteRange {
    let start = document.count + others.count
    others.append(contentsOf: before.utf8)
    others.append(contentsOf: words)
    others.append(contentsOf: behind.utf8)
    return ByteRange(start..<document.count + others.count)
  }

  var sentences: ContextSentences {
    // Sentences live long: they do not keep the room in which their words were gathered.
    let words = ContextWords(
      of: document,
      others: others.withUnsafeBufferPointer { Array($0) }
    )
    return ContextSentences(
      citations: citations.map { ContextSentence($0, of: words) },
      mentions: mentions.map { ContextSentence($0, of: words) },
      links: links.map { ContextSentence($0, of: words) }
    )
  }
}

/// The words of one block and what in them refers to something.
private struct ContextBlock {
  enum Reference {
    case citation(Int)
    case mention(Int)
    case link(Int)
  }

  /// From an offset on, the words of the block are those of the document, or others.
  private struct Piece {
    let start: Int
    var range: ByteRange
    let isOther: Bool

    /// How much further behind the words stand in the document; nil where they do not stand there.
    var shift: Int? { isOther ? nil : Int(range.start) - start }
  }

  /// The texts of the document.
  private let document: [UInt8]
  private var pieces: [Piece] = []
  /// The words of the pieces that do not stand in the document.
  private var others: [UInt8] = []
  /// How many bytes all pieces have.
  private var count = 0
  /// Offsets in the words of the block.
  private var marks: [(range: Range<Int>, reference: Reference)] = []
  private var openMark: (start: Int, reference: Reference)?
  /// The words of a block in which something refers, in valid UTF-8.
  private var text: [UInt8] = []

  init(of document: [UInt8]) { self.document = document }

  mutating func append(_ words: ByteRange) {
    count += words.range.count
    if let last = pieces.indices.last, !pieces[last].isOther, pieces[last].range.end == words.start
    {
      pieces[last].range.end = words.end
    } else {
      pieces.append(Piece(start: count - words.range.count, range: words, isOther: false))
    }
  }

  private mutating func append(other words: some Collection<UInt8>) {
    let range = ByteRange(others.count..<others.count + words.count)
    others.append(contentsOf: words)
    pieces.append(Piece(start: count, range: range, isOther: true))
    count += words.count
  }

  mutating func appendSpace() { append(other: CollectionOfOne(0x20)) }

  mutating func append(
    _ words: String?,
    orElse written: ByteRange,
    marking reference: Reference
  ) {
    let start = count
    if let words { append(other: words.utf8) } else { append(written) }
    marks.append((start..<count, reference))
  }

  mutating func open(_ reference: Reference) { openMark = (count, reference) }

  mutating func closeMark() {
    if let openMark { marks.append((openMark.start..<count, openMark.reference)) }
    openMark = nil
  }

  /// Writes the sentences of the block, and begins the next block.
  mutating func close(limit: Int, into found: inout FoundSentences) {
    // Nothing refers in most blocks, whose words nobody need put together.
    if !marks.isEmpty {
      putTogether()
      write(limit: limit, into: &found)
      marks.removeAll(keepingCapacity: true)
    }
    if !others.isEmpty { others.removeAll(keepingCapacity: true) }
    pieces.removeAll(keepingCapacity: true)
    count = 0
    openMark = nil
  }

  private mutating func putTogether() {
    text.removeAll(keepingCapacity: true)
    text.reserveCapacity(count)
    for piece in pieces {
      text.append(contentsOf: (piece.isOther ? others : document)[piece.range.range])
    }
    replaceLineEnds(in: &text)
  }

  private mutating func write(limit: Int, into found: inout FoundSentences) {
    let ends = sentenceEnds(of: text, upTo: marks.lazy.map(\.range.upperBound).max() ?? 0)
    var next = 0
    marks.sort { $0.range.lowerBound < $1.range.lowerBound }
    for mark in marks {
      while next < ends.count, ends[next] <= mark.range.lowerBound { next += 1 }
      let start = next == 0 ? 0 : ends[next - 1]
      // A full stop inside the marked words ends no sentence around them.
      let end = ends[next...].first { $0 >= mark.range.upperBound } ?? text.count
      let sentence = SentenceParts(
        before: keepEnd(start..<mark.range.lowerBound, limit, into: &found),
        marked: keepStart(mark.range, limit, into: &found),
        after: keepStart(mark.range.upperBound..<end, limit, into: &found)
      )
      switch mark.reference {
      case .citation(let index): found.citations[index] = sentence
      case .mention(let index): found.mentions[index] = sentence
      case .link(let index): found.links[index] = sentence
      }
    }
  }

  private func keepStart(
    _ range: Range<Int>,
    _ limit: Int,
    into found: inout FoundSentences
  ) -> ByteRange {
    let words = firstWords(of: text, in: range, limit)
    return words.isCut ? found.keep("", text[words.range], "…") : keep(words.range, into: &found)
  }

  private func keepEnd(
    _ range: Range<Int>,
    _ limit: Int,
    into found: inout FoundSentences
  ) -> ByteRange {
    let words = lastWords(of: text, in: range, limit)
    return words.isCut ? found.keep("…", text[words.range], "") : keep(words.range, into: &found)
  }

  /// Where words stand in the document, or else among the others.
  private func keep(_ range: Range<Int>, into found: inout FoundSentences) -> ByteRange {
    if range.isEmpty { return ByteRange() }
    let next = pieces.partitioningIndex { $0.start > range.lowerBound }
    guard next > 0, let shift = pieces[next - 1].shift,
      next == pieces.count || range.upperBound <= pieces[next].start
    else { return found.keep("", text[range], "") }
    return ByteRange(range.lowerBound + shift..<range.upperBound + shift)
  }
}

/// Words that are kept, and whether others are missing.
private typealias KeptWords = (range: Range<Int>, isCut: Bool)

/// The first scalars up to a limit, cut after a whole word; spaces at the outer end go.
private func firstWords(of text: [UInt8], in range: Range<Int>, _ limit: Int) -> KeptWords {
  var end = range.upperBound
  while let space = space(before: end, in: text, from: range.lowerBound) { end = space }
  // No text has more scalars than bytes.
  guard end - range.lowerBound > limit else { return (range.lowerBound..<end, false) }
  var cut = range.lowerBound
  var left = limit
  while cut < end {
    if !isContinuation(text[cut]) {
      if left == 0 { break }
      left -= 1
    }
    cut += 1
  }
  guard cut < end else { return (range.lowerBound..<end, false) }
  var word = cut
  while word > range.lowerBound {
    if let space = space(before: word, in: text, from: range.lowerBound) {
      return (range.lowerBound..<space, true)
    }
    word = startOfScalar(in: text[range.lowerBound..<word])
  }
  return (range.lowerBound..<cut, true)
}

/// The last scalars up to a limit, cut before a whole word; spaces at the outer end go.
private func lastWords(of text: [UInt8], in range: Range<Int>, _ limit: Int) -> KeptWords {
  var start = range.lowerBound
  while let word = end(ofSpaceAt: start, in: text, upTo: range.upperBound) { start = word }
  guard range.upperBound - start > limit else { return (start..<range.upperBound, false) }
  var cut = range.upperBound
  var left = limit
  while left > 0, cut > start {
    cut -= 1
    if !isContinuation(text[cut]) { left -= 1 }
  }
  guard cut > start else { return (start..<range.upperBound, false) }
  var word = cut
  while word < range.upperBound {
    if let behind = end(ofSpaceAt: word, in: text, upTo: range.upperBound) {
      return (behind..<range.upperBound, true)
    }
    word += UTF8.width(scalar(in: text, at: word))
  }
  return (cut..<range.upperBound, true)
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
