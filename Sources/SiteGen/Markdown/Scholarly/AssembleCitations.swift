import Diagnostics

extension DocumentAssembler {
  /// Appends what brackets cite, behind the text before them; false when they stay text that may
  /// hold other forms.
  mutating func appendBracket(
    _ form: CitationReader.Bracket,
    at open: Int,
    upTo end: Int,
    run: inout ScholarlyRun
  ) -> Bool {
    if case .locator = form { return false }
    // Escaped brackets are skipped whole: `\[@key]` is a way to write these letters.
    guard let opening = opening(at: open, upTo: end, in: run) else { return true }
    guard case .citation(let items) = form,
      let places = places(of: items, in: run, after: opening)
    else {
      if case .malformed = form {
        report(MarkdownDiagnostics.malformedCitation, "citation cannot be read", at: opening.place)
      }
      return true
    }
    appendText(run, upTo: open, continues: true)
    append(items, places, as: .bracketed, text: run.text)
    run.done = end
    return true
  }

  /// Appends a work that the running text names; gives the offset behind it, nil when `@` stays
  /// text.
  mutating func appendNarrative(
    at sign: Int,
    _ reader: CitationReader,
    run: inout ScholarlyRun,
    _ continuesBlock: Bool
  ) -> Int? {
    // In the text of a link, `@` is most often a name on some network.
    guard openLinks.isEmpty, let key = reader.key(at: sign) else { return nil }
    let isSuppressed = reader.isSuppressed(at: sign)
    var items = [
      CitationReader.Item(
        prefix: sign..<sign,
        at: sign,
        key: key.range,
        rest: key.end..<key.end,
        suppressesAuthor: isSuppressed
      )
    ]
    var end = key.end
    if let open = bracket(after: key.end, in: run.text),
      let (form, close) = reader.bracket(at: open),
      let (words, more) = following(form, at: open, in: run.text)
    {
      items[0].rest = words
      items += more
      end = close
    }
    if run.isInMixedBrackets(sign..<end, continuesBlock: continuesBlock) {
      report(
        MarkdownDiagnostics.malformedCitation,
        "citation cannot be read: its brackets hold markup",
        at: locator.findKey(run.text[sign..<key.end])?.range ?? block.range
      )
      return end
    }
    guard let places = places(of: items, in: run, after: nil) else { return end }
    appendText(run, upTo: isSuppressed ? sign - 1 : sign, continues: true)
    append(
      items,
      places,
      as: isSuppressed ? .bracketed : .narrative,
      text: run.text
    )
    run.done = end
    return end
  }

  /// The bracket that opens behind a key, at most one line end away; notes and mentions are none.
  private func bracket(after end: Int, in text: [UInt8]) -> Int? {
    var open = end
    while open < text.count, open < end + 2, text[open] == 0x20 || text[open] == 0x0A { open += 1 }
    guard open + 1 < text.count, text[open] == UInt8(ascii: "["),
      text[open + 1] != UInt8(ascii: "["), text[open + 1] != UInt8(ascii: "^")
    else { return nil }
    return open
  }

  /// Words behind a key in the running text, and the works that follow them.
  private func following(
    _ form: CitationReader.Bracket,
    at open: Int,
    in text: [UInt8]
  ) -> (words: Range<Int>, items: [CitationReader.Item])? {
    switch form {
    case .malformed: return nil
    case .citation(let items): return (open + 1..<open + 1, items)
    case .locator(let words, let items):
      // `@key […]` and `@key [ ]` say nothing of where.
      guard text[words].contains(where: { isWordEnd([$0]) && $0 > 0x2F }) else { return nil }
      return (words, items)
    }
  }

  /// The places of the keys in the source; nil when one of them is escaped there.
  private mutating func places(
    of items: [CitationReader.Item],
    in run: ScholarlyRun,
    after opening: BracketOpening?
  ) -> [Range<Int>]? {
    var places: [Range<Int>] = []
    for item in items {
      if let opening, item.at <= opening.offset + 2 {
        let place = run.place(of: item.key, in: opening)
        // A key in braces may hold spaces, where the search for the opening ends.
        let end = opening.isFound ? place.lowerBound + item.key.count : place.upperBound
        places.append(place.lowerBound..<min(end, block.range.upperBound))
        continue
      }
      guard let found = locator.findKey(run.text[item.at..<item.key.upperBound]) else {
        places.append(block.range)
        continue
      }
      if found.isEscaped { return nil }
      places.append(found.range.dropFirst(item.key.lowerBound - item.at))
    }
    return places
  }

  private mutating func append(
    _ items: [CitationReader.Item],
    _ places: [Range<Int>],
    as form: MarkdownCitation.Form,
    text: [UInt8]
  ) {
    let cites = zip(items, places).map { item, place in
      var rest = parseLocator(String(decoding: text[item.rest], as: UTF8.self))
      // Words in brackets of their own: `@key [passim]` prints "Doe (1999, passim)".
      let follows = item.rest.lowerBound > item.key.upperBound + 1
      if follows, rest.locator == nil, let first = rest.suffix.first, first.isLetter {
        rest.suffix = ", " + rest.suffix
      }
      return MarkdownCite(
        key: Spanned(
          String(decoding: text[item.key], as: UTF8.self),
          at: source.map.span(of: place)
        ),
        prefix: words(of: String(decoding: text[item.prefix], as: UTF8.self)),
        locator: rest.locator,
        suffix: words(of: rest.suffix),
        suppressesAuthor: item.suppressesAuthor
      )
    }
    let citation = MarkdownCitation(form: form, cites: cites, ordinal: index.nextCite)
    events.append(
      MarkdownEvent(
        kind: .citation,
        phase: .leaf,
        index: Int32(index.citations.count),
        text: store(citation.plainText.utf8)
      )
    )
    index.citations.append(citation)
    index.nextCite += cites.count
    typographer.passObject()
  }

  /// Words around a key, set in French, on one line and without spaces at their ends.
  private mutating func words(of text: String) -> String {
    if text.isEmpty { return "" }
    let words = text.split { $0 == " " || $0.isNewline }.joined(separator: " ")
    guard !words.isEmpty else { return "" }
    let set = typeset(Array(words.utf8)[...], continues: true)
    return self.text(of: set.range)
  }
}

extension MarkdownCitation {
  /// What a citation prints where nobody formats it: its keys, with all that stands around them.
  var plainText: String {
    var text = form == .narrative ? "" : "("
    for (place, cite) in cites.enumerated() {
      if place > 0 { text += "; " }
      if !cite.prefix.isEmpty { text += cite.prefix + " " }
      text += cite.unresolvedText
    }
    if form != .narrative { text += ")" }
    return text
  }
}

extension MarkdownCite {
  /// The key with what stands behind it.
  var unresolvedText: String {
    var text = key.value
    if let locator { text += ", " + locator.written }
    return text + spacedSuffix
  }

  /// The suffix as it follows a text: behind a space unless it opens with a mark.
  var spacedSuffix: String {
    guard let first = suffix.first else { return "" }
    return ",.;:)".contains(first) ? suffix : " \(suffix)"
  }
}
