import Diagnostics
import Markup

extension DocumentAssembler {
  /// Reads a run of texts and line ends as one text, and splits it at its brackets.
  ///
  /// A line end becomes a byte of the text: HTML prints it alike, and a citation or a space
  /// before a mark may stand across it.
  mutating func assembleRun(_ run: ArraySlice<MarkdownEvent>, continuesBlock: Bool) {
    // Most texts stand alone and hold nothing that cites or names.
    if run.count == 1, let only = run.first, only.kind == .text,
      firstSign(in: read[only.text.range]) == nil
    {
      let text = typeset(read[only.text.range], continues: continuesBlock)
      if !text.isEmpty {
        events.append(MarkdownEvent(kind: .text, phase: .leaf, text: text))
      }
      return
    }
    if !gathered.isEmpty { gathered.removeAll(keepingCapacity: true) }
    for event in run {
      if event.kind == .softBreak { gathered.append(0x0A) }
      gathered.append(contentsOf: read[event.text.range])
    }
    let text = gathered
    var run = ScholarlyRun(text: text)
    let forms = BracketReader(text: text)
    let citations = CitationReader(text: text)
    var position = 0
    while let sign = firstSign(in: text[position...]) {
      position = sign + 1
      if text[sign] == UInt8(ascii: "@") {
        if let end = appendNarrative(at: sign, citations, run: &run, continuesBlock) {
          position = end
        }
      } else if let (form, end) = forms.form(at: sign) {
        guard let opening = opening(at: sign, upTo: end, in: run) else { continue }
        if appendForm(form, opening, run: &run, end: end) { position = end }
      } else if let (form, end) = citations.bracket(at: sign) {
        if appendBracket(form, at: sign, upTo: end, run: &run) { position = end }
      }
    }
    appendText(run, upTo: text.count, continues: continuesBlock)
  }

  /// Where brackets open in the source; nil when they are escaped there.
  mutating func opening(at open: Int, upTo end: Int, in run: ScholarlyRun) -> BracketOpening? {
    let found = locator.find(run.text[open..<min(end, run.openingEnd(at: open))])
    if found?.isEscaped == true { return nil }
    let place = found?.range ?? block.range
    return BracketOpening(offset: open, place: place, isFound: found != nil)
  }

  /// Appends what a form stands for, behind the text before it; false when it stays text.
  private mutating func appendForm(
    _ form: BracketForm,
    _ opening: BracketOpening,
    run: inout ScholarlyRun,
    end: Int
  ) -> Bool {
    let place = opening.place
    switch form {
    case .malformedMention:
      report(MarkdownDiagnostics.malformedMention, "mention cannot be read", at: place)
      return false
    case .undefinedNote(let label):
      let label = String(decoding: run.text[label], as: UTF8.self)
      report(MarkdownDiagnostics.undefinedNote, "undefined note \"\(label)\"", at: place)
      return false
    case .mention(let target, let label):
      appendText(run, upTo: opening.offset, continues: true)
      appendMention(target, label, opening, in: run)
    case .plain(let body):
      appendText(run, upTo: opening.offset, continues: true)
      let text = typeset(run.text[body], continues: true)
      events.append(
        MarkdownEvent(
          kind: .text,
          phase: .leaf,
          value: MarkdownEvent.neverLinked,
          text: text
        )
      )
    case .placeholder(let body):
      appendText(run, upTo: opening.offset, continues: true)
      let text = typeset(run.text[body], continues: true)
      let span = source.map.span(of: run.place(of: body, in: opening))
      index.placeholders.append(Spanned(self.text(of: text.range), at: span))
      events.append(MarkdownEvent(kind: .placeholder, phase: .leaf, text: text))
    }
    run.done = end
    return true
  }

  private mutating func appendMention(
    _ target: Range<Int>,
    _ label: Range<Int>?,
    _ opening: BracketOpening,
    in run: ScholarlyRun
  ) {
    let labelText = label.map { typeset(run.text[$0], continues: true) }
    let text = labelText ?? store(run.text[target])
    events.append(
      MarkdownEvent(
        kind: .mention,
        phase: .leaf,
        index: Int32(index.mentions.count),
        text: text
      )
    )
    let span = source.map.span(of: run.place(of: target, in: opening))
    let slug = String(decoding: run.text[target].map { $0 == 0x0A ? 0x20 : $0 }, as: UTF8.self)
    index.mentions.append(
      MarkdownMention(
        target: Spanned(slug, at: span),
        label: labelText.map { self.text(of: $0.range) }
      )
    )
    typographer.passObject()
  }

  // MARK: Texts

  mutating func appendText(_ run: ScholarlyRun, upTo end: Int, continues: Bool) {
    guard run.done < end else { return }
    let text = typeset(run.text[run.done..<end], continues: continues)
    guard !text.isEmpty else { return }
    events.append(MarkdownEvent(kind: .text, phase: .leaf, text: text))
  }

  mutating func typeset(_ text: ArraySlice<UInt8>, continues: Bool) -> ByteRange {
    let start = buffer.count
    text.withUnsafeBufferPointer {
      typographer.append($0, continuesBlock: continues, to: &buffer)
    }
    return ByteRange(start..<buffer.count)
  }

  mutating func store(_ text: some Collection<UInt8>) -> ByteRange {
    let start = buffer.count
    buffer.append(contentsOf: text)
    return ByteRange(start..<buffer.count)
  }

  mutating func report(_ code: DiagnosticCode, _ summary: String, at place: Range<Int>) {
    let span = source.map.span(of: place)
    index.diagnostics.append(Diagnostic(code, .warning, at: span, summary))
  }
}

/// Where something may begin that cites or names.
private func firstSign(in text: ArraySlice<UInt8>) -> Int? {
  text.withUnsafeBufferPointer { bytes in
    let sign = bytes.position(of: UInt8(ascii: "["), or: UInt8(ascii: "@"), from: 0)
    return sign < bytes.count ? text.startIndex + sign : nil
  }
}

/// Brackets that open in a run, and their place in the source.
struct BracketOpening {
  /// Offset in the text of the run.
  let offset: Int
  /// Range of what was looked for, or of the block when it was not found.
  let place: Range<Int>
  let isFound: Bool
}

/// A run of text between two inlines of another kind.
struct ScholarlyRun {
  let text: [UInt8]
  /// Offset up to which the text has become events.
  var done = 0
  /// Hardly any run is asked for them.
  private lazy var unmatched = UnmatchedBrackets(in: text)

  init(text: [UInt8]) { self.text = text }

  /// Whether a range stands inside brackets that open before or close behind the run, so that
  /// something other than text stands between them.
  mutating func isInMixedBrackets(_ range: Range<Int>, continuesBlock: Bool) -> Bool {
    if let close = unmatched.firstClose, range.upperBound <= close { return true }
    if let open = unmatched.lastOpen, continuesBlock, open < range.lowerBound { return true }
    return false
  }

  /// The end of what is looked for in the source when brackets open here: no more than one line
  /// of it, since a line end inside may be followed by the marks of a quote or a list.
  func openingEnd(at open: Int) -> Int {
    let isMention = text[open + 1] == UInt8(ascii: "[")
    var end = open + 2
    while end < text.count {
      switch text[end] {
      case 0x0A, UInt8(ascii: "|"), UInt8(ascii: "["): return end
      case UInt8(ascii: "]"): return text[open + 1] == UInt8(ascii: "^") ? end + 1 : end
      case 0x20, UInt8(ascii: ","), UInt8(ascii: ";"):
        if !isMention { return end }
        end += 1
      default: end += 1
      }
    }
    return end
  }

  /// The place in the source of what stands inside brackets; that of the block when the
  /// brackets were not found.
  func place(of inside: Range<Int>, in opening: BracketOpening) -> Range<Int> {
    guard opening.isFound else { return opening.place }
    let start = opening.place.lowerBound + inside.lowerBound - opening.offset
    let extra = openingEnd(at: opening.offset) - inside.upperBound
    let end = opening.place.upperBound - max(0, extra)
    return start < end ? start..<end : opening.place
  }
}

/// The brackets of a run that it does not close or did not open.
private struct UnmatchedBrackets {
  /// Offset of the first `]` that closes what opened before the run.
  let firstClose: Int?
  /// Offset of the last `[` that the run does not close.
  let lastOpen: Int?

  init(in text: [UInt8]) {
    var open: [Int] = []
    var firstClose: Int?
    for position in text.indices {
      if text[position] == UInt8(ascii: "[") { open.append(position) }
      guard text[position] == UInt8(ascii: "]"), open.popLast() == nil else { continue }
      if firstClose == nil { firstClose = position }
    }
    self.firstClose = firstClose
    lastOpen = open.last
  }
}
