import Diagnostics

/// Says of a function that it points outside its sentence: « directeur de ce programme » (`SED015`).
///
/// The printed words stay, for the source is never corrected; where the paragraph's title or the
/// prose before the person names the thing, the note names it, so that an editor can.
func findAnaphor(
  in function: TracedText,
  title: TracedText?,
  before: TracedText
) -> Diagnostic? {
  guard let noun = pointingNoun(in: function) else { return nil }
  let named = properName(after: noun.text, in: before) ?? titleName(title, namedIn: before)
  let meaning = named.map { "; the text before names \"\($0.string)\"" } ?? ""
  return Diagnostic(
    SeedDiagnostics.pointingFunction,
    .note,
    at: function.span,
    "\"\(function[noun.range].string)\" points outside this function\(meaning)"
  )
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
  let isName = head.scalars.first?.isUpper == true && head.words.count <= 6
  return isName && before.firstRange(of: head.string) != nil ? head : nil
}
