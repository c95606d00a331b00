public import CSL
public import Markdown

/// What the citations of a text print, in pieces of HTML.
///
/// All stand in one list, for a large site has tens of thousands and each is short.
public struct PrintedCitations: Hashable, Sendable {
  private struct Piece: Hashable {
    /// The cite that it prints, by its place in the citation; nil for what stands around cites.
    let cite: UInt32?
    /// Where its HTML ends; it begins where that of the piece before ended.
    let end: UInt32
  }

  private let html: [UInt8]
  private let pieces: [Piece]
  /// By citation, how many pieces there are up to its end.
  private let ends: [UInt32]

  /// Writes what a style makes of the citations of a text.
  ///
  /// - Parameters:
  ///   - contents: of each citation; empty where the style prints nothing.
  ///   - citations: in the same order. One that belongs to the sentence and names a single work is
  ///     one piece; of others, each work is.
  public init(_ contents: [[FormattedText]], of citations: [MarkdownCitation]) {
    var (html, pieces, ends) = ([UInt8](), [Piece](), [UInt32]())
    func append(_ content: [FormattedText], of cite: Int?) {
      appendHTML(content, around: { _ in ("", "") }, to: &html)
      pieces.append(Piece(cite: cite.map { UInt32($0) }, end: UInt32(html.count)))
    }
    for (content, citation) in zip(contents, citations) {
      if citation.form == .narrative, citation.cites.count == 1, !content.isEmpty {
        append(content, of: 0)
      } else {
        for piece in content.separatingCites() { append(piece.content, of: piece.cite) }
      }
      ends.append(UInt32(pieces.count))
    }
    // None keeps the room in which it has grown.
    self.html = html.withUnsafeBufferPointer { Array($0) }
    self.pieces = pieces.withUnsafeBufferPointer { Array($0) }
    self.ends = ends.withUnsafeBufferPointer { Array($0) }
  }

  /// The pieces of a citation, by its place in the text from 0; nil where nothing is printed.
  public func parts(of citation: Int) -> [CitationPart]? {
    let first = citation == 0 ? 0 : Int(ends[citation - 1])
    let range = first..<Int(ends[citation])
    if range.isEmpty { return nil }
    return range.map { place in
      let start = place == 0 ? 0 : Int(pieces[place - 1].end)
      let text = String(decoding: html[start..<Int(pieces[place].end)], as: UTF8.self)
      return pieces[place].cite.map { .cite(Int($0), html: text) } ?? .html(text)
    }
  }
}
