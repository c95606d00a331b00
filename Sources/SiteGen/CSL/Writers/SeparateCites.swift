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
    pieces.reserveCapacity(count)
    for node in self {
      switch node {
      case .text, .linked(.address, _): pieces.append([node], of: nil)
      case .linked(.cite(let index), let children): pieces.append(children, of: index)
      case .styled(let style, let children):
        for piece in children.separatingCites() {
          pieces.append([.styled(style, piece.content)], of: piece.cite)
        }
      case .block(let block, let children):
        for piece in children.separatingCites() {
          pieces.append([.block(block, piece.content)], of: piece.cite)
        }
      }
    }
    return pieces
  }
}

extension [CitationPiece] {
  /// Adds text of a cite to the last piece where that is of the same cite.
  fileprivate mutating func append(_ content: [FormattedText], of cite: Int?) {
    if let last = indices.last, self[last].cite == cite {
      self[last].content += content
    } else {
      append(CitationPiece(cite: cite, content: content))
    }
  }
}
