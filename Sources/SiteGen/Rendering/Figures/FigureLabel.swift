/// A label of a figure, cut into lines, and the box it needs; lengths in CSS pixels.
struct FigureLabel: Hashable, Sendable {
  /// Height of a line.
  static let lineHeight = 16
  /// Space around the text.
  static let padding = 6

  let lines: [String]
  let width: Int
  let height: Int

  /// Cuts a text at its spaces into lines of at most `columns` letters where words allow it, at
  /// most `limit` lines; what is cut away is marked by an ellipsis.
  init(_ text: String, columns: Int, lines limit: Int) {
    var lines: [String] = []
    for word in text.split(whereSeparator: \.isWhitespace) {
      if let last = lines.last, last.count + 1 + word.count <= columns {
        lines[lines.count - 1] = "\(last) \(word)"
      } else if lines.count == limit {
        lines[limit - 1] += "…"
        break
      } else {
        lines.append(String(word))
      }
    }
    self.lines = lines
    width = (lines.map(FigureLabel.width).max() ?? 0) + 2 * FigureLabel.padding
    height = lines.count * FigureLabel.lineHeight + 2 * FigureLabel.padding
  }

  /// Width of a text in a sans serif of 13 pixels, on the safe side: no font is at hand when the
  /// site is built.
  static func width(of text: String) -> Int {
    let tenths = text.unicodeScalars.reduce(0) { sum, scalar in
      switch scalar {
      case "i", "j", "l", "t", "f", "r", "I", ".", ",", ":", ";", "'", "’", "-", " ": sum + 45
      case "m", "w", "M", "W", "—", "…": sum + 120
      case "A"..."Z": sum + 95
      case _ where !scalar.isASCII && scalar.properties.isUppercase: sum + 95
      default: sum + 78
      }
    }
    return (tenths + 9) / 10
  }
}
