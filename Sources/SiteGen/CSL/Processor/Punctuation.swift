/// What becomes of two punctuation marks that meet where two parts of a cite are joined.
enum PunctuationMeeting {
  case keepBoth
  case dropRight
  case replaceLeft

  /// The outcome for a mark on the left and one on the right.
  init(_ left: Unicode.Scalar, _ right: Unicode.Scalar) {
    if left == right, PunctuationMeeting.isMark(left) {
      self = .dropRight
      return
    }
    switch (left, right) {
    case ("!", "."), ("!", ":"), ("?", "."), ("?", ":"), (":", "."), (";", "."), (";", ":"):
      self = .dropRight
    case (":", "!"), (":", "?"), (";", "!"), (";", "?"):
      self = .replaceLeft
    default:
      self = .keepBoth
    }
  }

  static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case ".", ",", ":", ";", "!", "?": true
    default: false
    }
  }
}
