/// The quotation marks and the punctuation habit of a locale.
struct QuoteMarks: Sendable {
  var open = "“"
  var close = "”"
  var openInner = "‘"
  var closeInner = "’"
  var takesPunctuation = false

  init(locale: CSLLocale) {
    open = locale.term("open-quote") ?? open
    close = locale.term("close-quote") ?? close
    openInner = locale.term("open-inner-quote") ?? openInner
    closeInner = locale.term("close-inner-quote") ?? closeInner
    takesPunctuation = locale.punctuationInQuote ?? false
  }
}

/// Puts delimiters, affixes and quotes in place, settles punctuation where parts meet, and builds
/// the formatted text.
func flatten(_ output: Output, quotes: QuoteMarks) -> [FormattedText] {
  var flattening = Flattening(quotes: quotes)
  if !output.isEmpty { flattening.emit(output, font: Font(), depth: 0) }
  return flattening.build()
}

private struct Flattening {
  enum Piece {
    case text(String)
    case open(FormattedText.Style)
    case openBlock(FormattedText.Block)
    case openLink(FormattedText.Link)
    case close
    case closeQuote(String)
  }

  let quotes: QuoteMarks
  var pieces: [Piece] = []
  /// The last piece that prints something.
  var lastVisible: Int?

  init(quotes: QuoteMarks) {
    self.quotes = quotes
    // As many as most entries have.
    pieces.reserveCapacity(32)
  }

  /// Emits an output that is not empty.
  mutating func emit(_ output: Output, font: Font, depth: Int) {
    switch output {
    case .text(let text): add(text, isContent: true)
    case .span(let span):
      if let display = span.display {
        pieces.append(.openBlock(block(of: display)))
        lastVisible = nil
      }
      if case .cite(let index) = span.tag { pieces.append(.openLink(.cite(index))) }
      if !span.prefix.isEmpty { add(span.prefix) }
      emitContent(of: span, font: font, depth: depth)
      if !span.suffix.isEmpty { add(span.suffix) }
      if case .cite = span.tag { pieces.append(.close) }
      if let display = span.display { closeBlock(display) }
    }
  }

  /// Closes a block; a space at its end goes out of it, except in the margin.
  private mutating func closeBlock(_ display: Display) {
    var hadSpace = false
    if display != .leftMargin, let last = lastVisible, case .text(var text) = pieces[last],
      text.last == " "
    {
      text.removeLast()
      pieces[last] = .text(text)
      hadSpace = true
    }
    pieces.append(.close)
    lastVisible = nil
    if hadSpace { addRaw(" ") }
  }

  private func block(of display: Display) -> FormattedText.Block {
    switch display {
    case .block: .block
    case .leftMargin: .leftMargin
    case .rightInline: .rightInline
    case .indent: .indent
    }
  }

  private mutating func emitContent(of span: OutputSpan, font: Font, depth: Int) {
    var inner = font
    if span.quotes { addRaw(depth % 2 == 0 ? quotes.open : quotes.openInner) }
    let opened = openFonts(of: span, in: &inner)
    var isFirst = true
    for child in span.children where !child.isEmpty {
      if !isFirst, !span.delimiter.isEmpty { add(span.delimiter) }
      isFirst = false
      emit(child, font: inner, depth: span.quotes ? depth + 1 : depth)
    }
    for _ in 0..<opened { pieces.append(.close) }
    if span.quotes { addCloseQuote(depth % 2 == 0 ? quotes.close : quotes.closeInner) }
  }

  /// Opens the fonts of a span and tells how many; markup in its own font flips to normal.
  private mutating func openFonts(of span: OutputSpan, in font: inout Font) -> Int {
    let start = pieces.count
    if let align = span.font.align, align != (font.align ?? .baseline) {
      pieces.append(.open(align.style))
      font.align = align
    }
    if let decoration = span.font.decoration,
      decoration != (font.decoration ?? TextDecoration.none)
    {
      pieces.append(.open(decoration == .underline ? .underline : .noDecoration))
      font.decoration = decoration
    }
    let flips = span.isMarkup
    if let weight = span.font.weight.map({ flips && $0 == font.weight ? .normal : $0 }),
      weight != (font.weight ?? .normal)
    {
      pieces.append(.open(weight.style))
      font.weight = weight
    }
    if let variant = span.font.variant.map({ flips && $0 == font.variant ? .normal : $0 }),
      variant != (font.variant ?? .normal)
    {
      pieces.append(.open(variant == .smallCaps ? .smallCaps : .normalVariant))
      font.variant = variant
    }
    if let style = span.font.style.map({ flips && $0 == font.style ? .normal : $0 }),
      style != (font.style ?? .normal)
    {
      pieces.append(.open(style.style))
      font.style = style
    }
    return pieces.count - start
  }

  private mutating func addRaw(_ text: String) {
    guard !text.isEmpty else { return }
    pieces.append(.text(text))
    lastVisible = pieces.count - 1
  }

  private mutating func addCloseQuote(_ text: String) {
    pieces.append(.closeQuote(text))
    lastVisible = pieces.count - 1
  }

  /// Adds text after settling its first mark with what stands before.
  private mutating func add(_ text: String, isContent: Bool = false) {
    guard let byte = text.utf8.first else { return }
    let mayMeet = byte == UInt8(ascii: " ") || PunctuationMeeting.isMark(Unicode.Scalar(byte))
    guard mayMeet, let last = lastVisible else { return addRaw(text) }
    let first = Unicode.Scalar(byte)
    var text = text
    if PunctuationMeeting.isMark(first) {
      if case .closeQuote = pieces[last] {
        if settleAcrossQuote(first, at: last, isContent: isContent) {
          text.unicodeScalars.removeFirst()
        }
      } else if let left = lastScalar(of: pieces[last]) {
        switch PunctuationMeeting(left, first) {
        case .keepBoth: break
        case .dropRight: text.unicodeScalars.removeFirst()
        case .replaceLeft:
          replaceAtQuote(first, at: last)
          text.unicodeScalars.removeFirst()
        }
      }
    }
    if text.unicodeScalars.first == " ", let end = lastVisible,
      let left = lastScalar(of: pieces[end]), left == " " || left == "\u{A0}" && text == " "
    {
      text.unicodeScalars.removeFirst()
    }
    addRaw(text)
  }

  /// Puts a mark in the place of another; where that stood alone after quotes, inside them.
  private mutating func replaceAtQuote(_ mark: Unicode.Scalar, at index: Int) {
    if index > 0, case .closeQuote = pieces[index - 1], case .text(let text) = pieces[index],
      text.unicodeScalars.count == 1, quotes.takesPunctuation
    {
      pieces[index] = .text("")
      _ = settleAcrossQuote(mark, at: index - 1, isContent: false)
      lastVisible = index - 1
    } else {
      replaceLastScalar(at: index, with: mark)
    }
  }

  /// Moves a mark into the quotes before it, or drops it; tells whether it is gone.
  private mutating func settleAcrossQuote(
    _ mark: Unicode.Scalar,
    at quote: Int,
    isContent: Bool
  ) -> Bool {
    var inner = quote - 1
    while inner >= 0 {
      if case .text = pieces[inner] { break }
      inner -= 1
    }
    guard inner >= 0, let left = lastScalar(of: pieces[inner]) else { return false }
    let meeting = PunctuationMeeting(left, mark)
    let moves =
      !isContent && quotes.takesPunctuation
      && (mark == "." || mark == "," || mark == "!" || mark == "?")
    if moves {
      switch meeting {
      case .dropRight: break
      case .replaceLeft: replaceLastScalar(at: inner, with: mark)
      case .keepBoth:
        if case .text(let text) = pieces[inner] { pieces[inner] = .text(text + String(mark)) }
      }
      return true
    }
    return meeting == .dropRight && (left == "!" || left == "?" || quotes.takesPunctuation)
  }

  private func lastScalar(of piece: Piece) -> Unicode.Scalar? {
    switch piece {
    case .text(let text), .closeQuote(let text): text.unicodeScalars.last
    case .open, .openBlock, .openLink, .close: nil
    }
  }

  private mutating func replaceLastScalar(at index: Int, with scalar: Unicode.Scalar) {
    guard case .text(var text) = pieces[index], !text.isEmpty else { return }
    text.unicodeScalars.removeLast()
    text.unicodeScalars.append(scalar)
    pieces[index] = .text(text)
  }

  func build() -> [FormattedText] {
    var index = 0
    return buildList(from: &index)
  }

  /// Appends text, raised characters as superscript of plain ones.
  private func appendText(_ text: String, to nodes: inout [FormattedText], _ pending: inout String)
  {
    guard !text.isPlainASCII else {
      pending += text
      return
    }
    let text = fixingGuillemets(text)
    guard text.unicodeScalars.contains(where: { SuperscriptTable.plainText(of: $0) != nil }) else {
      pending += text
      return
    }
    var start = text.startIndex
    for index in text.unicodeScalars.indices {
      let scalar = text.unicodeScalars[index]
      guard let raised = SuperscriptTable.plainText(of: scalar) else { continue }
      pending += text[start..<index]
      start = text.unicodeScalars.index(after: index)
      flush(&pending, to: &nodes)
      nodes.append(.styled(.superscript, [.text(raised)]))
    }
    pending += text[start...]
  }

  private func flush(_ pending: inout String, to nodes: inout [FormattedText]) {
    guard !pending.isEmpty else { return }
    nodes.append(.text(pending))
    pending = ""
  }

  /// Spaces inside guillemets do not break.
  private func fixingGuillemets(_ text: String) -> String {
    // Both begin with the byte C2.
    guard text.containsByte(where: { $0 == 0xC2 }),
      text.unicodeScalars.contains(where: { $0 == "«" || $0 == "»" })
    else { return text }
    var scalars: [Unicode.Scalar] = []
    for scalar in text.unicodeScalars {
      if scalar == "»", scalars.last == " " { scalars[scalars.count - 1] = "\u{202F}" }
      scalars.append(scalar == " " && scalars.last == "«" ? "\u{202F}" : scalar)
    }
    var result = ""
    result.unicodeScalars.append(contentsOf: scalars)
    return result
  }

  private func buildList(from index: inout Int) -> [FormattedText] {
    var nodes: [FormattedText] = []
    // Texts that follow one another are one node, joined once.
    var pending = ""
    while index < pieces.count {
      let piece = pieces[index]
      index += 1
      switch piece {
      case .text(let text), .closeQuote(let text): appendText(text, to: &nodes, &pending)
      case .open(let style):
        flush(&pending, to: &nodes)
        nodes.append(.styled(style, buildList(from: &index)))
      case .openBlock(let block):
        flush(&pending, to: &nodes)
        nodes.append(.block(block, buildList(from: &index)))
      case .openLink(let link):
        flush(&pending, to: &nodes)
        nodes.append(.linked(link, buildList(from: &index)))
      case .close:
        flush(&pending, to: &nodes)
        return nodes
      }
    }
    flush(&pending, to: &nodes)
    return nodes
  }
}

extension FontStyle {
  fileprivate var style: FormattedText.Style {
    switch self {
    case .normal: .uprightStyle
    case .italic: .italic
    case .oblique: .oblique
    }
  }
}

extension FontWeight {
  fileprivate var style: FormattedText.Style {
    switch self {
    case .normal: .normalWeight
    case .bold: .bold
    case .light: .light
    }
  }
}

extension VerticalAlign {
  fileprivate var style: FormattedText.Style {
    switch self {
    case .baseline: .baseline
    case .superscript: .superscript
    case .subscript: .subscript
    }
  }
}
