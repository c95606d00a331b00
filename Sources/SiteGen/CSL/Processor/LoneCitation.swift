/// A citation of one work with nothing around it, as every document prints it in which the work need
/// not be told from others: most citations are no more than that.
///
/// With a page, it is kept as a text that holds a mark in its place. Letters, digits and what joins
/// them are alike to everything that parts of a cite meet, so any page of those takes that place.
struct LoneCitation: Sendable {
  /// For private use (Unicode Standard, §23.5): no text should hold it.
  private static let mark = "\u{E000}"

  /// Without a locator.
  let content: [FormattedText]
  /// With the mark for a page; nil where pages are not printed as they stand.
  private let paged: [FormattedText]?

  init(_ cite: PreparedCite, paged: PreparedCite?, _ typesetter: Typesetter) {
    content = typesetter.lone(cite)
    self.paged = paged.flatMap { cite in
      // Where the page is printed, the only mark is its own and none of the work's.
      guard cite.output.first(where: { $0 == .locator }) != nil else { return nil }
      let marked = typesetter.lone(cite.located([.text(LoneCitation.mark)]))
      return marked.plainText.utf8.count(where: beginsMark) == 1 ? marked : nil
    }
  }

  /// The citation with a page; nil where it must be put together.
  func located(_ page: [Output]) -> [FormattedText]? {
    guard page.count == 1, case .text(let words)? = page.first, words.isPlainPage else {
      return nil
    }
    return paged?.replacingMark(by: words)
  }
}

extension Typesetter {
  fileprivate func lone(_ cite: PreparedCite) -> [FormattedText] {
    joinCites([
      RenderedCite(
        index: 0,
        cite: Cite(id: ""),
        context: CiteContext(),
        output: .tagged(.cite(0), [cite.output]),
        names: cite.names,
        year: cite.year
      )
    ])
  }
}

extension String {
  /// Whether there are only letters and digits of ASCII, hyphens and dashes, and any.
  fileprivate var isPlainPage: Bool {
    !isEmpty
      && unicodeScalars.allSatisfy { scalar in
        switch scalar {
        case "0"..."9", "a"..."z", "A"..."Z", "-", "–": true
        default: false
        }
      }
  }
}

extension [FormattedText] {
  /// The text, which holds one mark, with words in its place.
  fileprivate func replacingMark(by words: String) -> [FormattedText] {
    map { node in
      switch node {
      case .text(let text):
        guard let place = text.firstByte(where: beginsMark) else { return node }
        var filled = ""
        filled.reserveCapacity(text.utf8.count + words.utf8.count)
        filled += text[..<place]
        filled += words
        filled += text[text.unicodeScalars.index(after: place)...]
        return .text(filled)
      case .styled(let style, let children):
        return .styled(style, children.replacingMark(by: words))
      case .block(let block, let children):
        return .block(block, children.replacingMark(by: words))
      case .linked(let link, let children):
        return .linked(link, children.replacingMark(by: words))
      }
    }
  }
}

/// Whether a byte begins the mark, or some of its neighbours for private use.
private func beginsMark(_ byte: UInt8) -> Bool { byte == 0xEE }
