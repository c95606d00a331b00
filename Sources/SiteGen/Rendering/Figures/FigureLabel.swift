import Diagnostics
import SiteModel

/// A label of a figure, cut into lines, and the box it needs; lengths in CSS pixels.
struct FigureLabel: Hashable, Sendable {
  /// Height of a line.
  static let lineHeight = 16
  /// Space around the text.
  static let padding = 6

  let lines: [String]
  /// The number of what is shown, which a line above the others says with the word for its kind.
  let number: String?
  let width: Int
  let height: Int

  /// Room for a word of a template and a number.
  private static let headingWidth = 84

  /// Cuts a text at its spaces into lines of at most `columns` letters where words allow it, at
  /// most `limit` lines; what is cut away is marked by an ellipsis.
  init(_ text: String, number: String? = nil, columns: Int, lines limit: Int) {
    var lines: [String] = []
    var length = 0
    // Scalars, not characters: what is measured are letters of a font.
    let words = text.unicodeScalars.split {
      $0.isASCII ? $0.value <= 0x20 : $0.properties.isWhitespace
    }
    for word in words {
      if !lines.isEmpty, length + 1 + word.count <= columns {
        lines[lines.count - 1] += " " + String(word)
        length += 1 + word.count
      } else if lines.count == limit {
        lines[limit - 1] += "…"
        break
      } else {
        lines.append(String(word))
        length = word.count
      }
    }
    self.lines = lines
    self.number = number
    let heading = number == nil ? 0 : FigureLabel.headingWidth
    let rows = lines.count + (number == nil ? 0 : 1)
    width = max(heading, lines.map(FigureLabel.width).max() ?? 0) + 2 * FigureLabel.padding
    height = rows * FigureLabel.lineHeight + 2 * FigureLabel.padding
  }

  /// The title of an entity, below its number if it has one.
  init(of entity: any Entity, columns: Int, lines limit: Int) {
    let number = entity.namings.first { $0.form == .number }?.words.value
    self.init(entity.title, number: number, columns: columns, lines: limit)
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
