/// A piece of a formatted citation: one cite, or what stands between cites.
public struct CitationPiece: Hashable, Sendable {
  /// The place of the cite in its citation, from 0; nil between cites.
  public var cite: Int?
  /// The text.
  public var content: [FormattedText]
}

extension [FormattedText] {
  /// The text cut where cites begin and end, fonts repeated in every piece.
  public func separatingCites() -> [CitationPiece] {
    var pieces: [CitationPiece] = []
    for piece in flatMap(\.citationPieces) {
      if let last = pieces.indices.last, pieces[last].cite == piece.cite {
        pieces[last].content += piece.content
      } else {
        pieces.append(piece)
      }
    }
    return pieces
  }
}

extension FormattedText {
  fileprivate var citationPieces: [CitationPiece] {
    switch self {
    case .text, .linked(.address, _): [CitationPiece(cite: nil, content: [self])]
    case .linked(.cite(let index), let children): [CitationPiece(cite: index, content: children)]
    case .styled(let style, let children):
      children.separatingCites().map { piece in
        CitationPiece(cite: piece.cite, content: [.styled(style, piece.content)])
      }
    case .block(let block, let children):
      children.separatingCites().map { piece in
        CitationPiece(cite: piece.cite, content: [.block(block, piece.content)])
      }
    }
  }
}
