import Diagnostics

/// Functions that point outside their sentence: « directeur de ce programme à la Fabrique ».
///
/// The printed words stay. Where the paragraph's title or the prose before the person names the
/// thing, the name follows it in square brackets; otherwise a note says so (`SED015`).
func resolveAnaphor(
  in function: TracedText,
  title: TracedText?,
  before: TracedText
) -> Diagnosed<TracedText> {
  guard let noun = pointingNoun(in: function) else { return Diagnosed(function) }
  let named = properName(after: noun.text, in: before) ?? titleName(title, namedIn: before)
  guard let named else {
    return Diagnosed(
      function,
      [
        Diagnostic(
          SeedDiagnostics.pointingFunction,
          .note,
          at: function.span,
          "\"\(function.string(in: noun.range))\" points outside this function"
        )
      ]
    )
  }
  var resolved = function[0..<noun.range.upperBound]
  resolved.append(" [", from: function.place(at: noun.range.upperBound - 1))
  resolved.append(named)
  resolved.append("]", from: function.place(at: noun.range.upperBound - 1))
  resolved.append(function[noun.range.upperBound..<function.count])
  return Diagnosed(resolved)
}

/// « ce programme »: a demonstrative with its noun.
private func pointingNoun(in function: TracedText) -> (range: Range<Int>, text: String)? {
  let words = function.words
  for (index, word) in words.enumerated().dropLast()
  where ["ce", "cet", "cette", "ces"].contains(word.lowercased) && word.trailing.isEmpty {
    let noun = words[index + 1]
    guard noun.text.unicodeScalars.first?.isLower == true else { continue }
    return (word.core.lowerBound..<noun.core.upperBound, noun.lowercased)
  }
  return nil
}

/// « le programme Alpha », « le programme « Alpha » »: the last proper name that follows the noun.
private func properName(after noun: String, in before: TracedText) -> TracedText? {
  let words = before.words.filter { !$0.text.isEmpty }
  for (index, word) in words.enumerated().reversed() where word.lowercased == noun {
    var last = index
    while last + 1 < words.count, words[last + 1].startsUpper,
      last == index || words[last].trailing.isEmpty,
      !".,;:!?".unicodeScalars.contains(where: words[last].trailing.unicodeScalars.contains)
    {
      last += 1
    }
    if last > index {
      return before[words[index + 1].core.lowerBound..<words[last].core.upperBound]
    }
  }
  return nil
}

/// The words of a title before its colon, where the prose names the same thing.
private func titleName(_ title: TracedText?, namedIn before: TracedText) -> TracedText? {
  guard let title else { return nil }
  let colon = title.firstRange(of: " : ") ?? title.firstRange(of: ": ")
  let head = title[0..<(colon?.lowerBound ?? title.count)].trimmed
  let isName = head.scalars.first?.scalar.isUpper == true && head.words.count <= 6
  return isName && before.firstRange(of: head.string) != nil ? head : nil
}
