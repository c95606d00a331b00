/// A word of a text, with the punctuation that touches it set apart.
struct SeedWord: Hashable, Sendable {
  /// The run between two spaces.
  let range: Range<Int>
  /// The run without quotes, brackets and punctuation at its ends.
  let core: Range<Int>
  /// The core as text.
  let text: String
  /// The core in lower case.
  let lowercased: String
  /// Whether the core has no capital.
  let isSmall: Bool
  /// Whether the core is one capital and small letters behind it.
  let isCapitalised: Bool
  /// What stands before the core.
  let leading: String
  /// What stands after the core.
  let trailing: String

  var startsUpper: Bool { !isSmall && text.unicodeScalars.first?.isUpper == true }
}

/// What stands behind the last apostrophe of a word: `institut` of `l’institut`; nil where nothing
/// does.
func behindElision(_ word: String) -> String? {
  guard word.unicodeScalars.contains(where: { $0 == "'" || $0 == "’" }) else {
    return word.isEmpty ? nil : word
  }
  return word.split { $0 == "'" || $0 == "’" }.last.map(String.init)
}

extension TracedText {
  /// The words in order; runs of punctuation alone are words with an empty core.
  var words: [SeedWord] { wordRanges.map(word) }

  var firstWord: SeedWord? { firstWordRange.map(word) }
  var lastWord: SeedWord? { lastWordRange(within: count).map(word) }

  /// The word that is a run between two spaces.
  func word(_ range: Range<Int>) -> SeedWord {
    var low = range.lowerBound
    var high = range.upperBound
    while low < high, scalars[low].isOuterPunctuation { low += 1 }
    while high > low, scalars[high - 1].isOuterPunctuation { high -= 1 }
    var (capitals, small) = (0, 0)
    for index in low..<high {
      if scalars[index].isPlainSmallLetter {
        small += 1
      } else if scalars[index].isUpper {
        capitals += 1
      } else if scalars[index].isLetter, scalars[index].isLower {
        small += 1
      }
    }
    let text = string(in: low..<high)
    return SeedWord(
      range: range,
      core: low..<high,
      text: text,
      lowercased: capitals == 0 ? text : lowercased(in: low..<high),
      isSmall: capitals == 0,
      isCapitalised: capitals == 1 && small > 0 && capitals + small == high - low
        && scalars[low].isUpper,
      leading: low == range.lowerBound ? "" : string(in: range.lowerBound..<low),
      trailing: high == range.upperBound ? "" : string(in: high..<range.upperBound)
    )
  }

  /// The first words, at most so many.
  func words(first count: Int) -> [SeedWord] { wordRanges.prefix(count).map(word) }
}

extension TracedScalar {
  fileprivate var isOuterPunctuation: Bool {
    guard !isLetter else { return false }
    let scalar = scalar
    return switch scalar {
    case ",", ".", ";", ":", "!", "?", "…", "*", "–", "—": true
    default: scalar.isQuote || scalar.isBracket
    }
  }
}
