/// Looks at the words around a name for the constructions that introduce a speaker.
struct IntroductionReader {
  let text: TracedText
  let words: [SeedWord]
  /// The last word that a quotation opens before; past it nobody is quoted any more.
  private let lastQuotation: Int
  private var sentenceStart = 0

  init(text: TracedText, words: [SeedWord]) {
    self.text = text
    self.words = words
    lastQuotation = words.lastIndex { $0.leading.contains("«") || $0.leading.contains("“") } ?? -1
  }

  /// Keeps the start of the sentence up to date; called for every word passed.
  mutating func noteSentence(at index: Int) {
    if index == 0 || punctuation(before: index).unicodeScalars.contains(where: isStop) {
      sentenceStart = index
    }
  }

  /// The index after a run of capitals that is no name; a small word at its head goes alone.
  func endOfCapitals(from start: Int) -> Int {
    let word = words[start].lowercased
    if FrenchWords.functionWords.contains(word) || FrenchWords.isRole(word) {
      return start + 1
    }
    var end = start + 1
    while end < words.count, words[end].startsUpper, punctuation(before: end).isEmpty { end += 1 }
    return end
  }

  /// The person, if one of the constructions surrounds the name.
  func introduction(of name: PersonName, words range: Range<Int>) -> IntroducedPerson? {
    let before = beforeArticle(range.lowerBound, hasHonorific: name.isAddressed)
    let function = functionAfter(range.upperBound)
    let hasRole = function.map { startsWithRole($0.text) } ?? false
    let isTrusted = hasRole || name.isAddressed || isInvited(range.lowerBound)
    if isTrusted, isAfterSpeechVerb(before) {
      return IntroducedPerson(name: name, function: function?.apposition)
    }
    if isTrusted, let function, let verb = function.verb, isBoundary(before), lets(verb) {
      return IntroducedPerson(name: name, function: function.text)
    }
    if let role = roleBefore(range), lets(range.upperBound) {
      return IntroducedPerson(name: name, function: role)
    }
    if name.isAddressed, let role = roleAfterCopula(range.upperBound),
      lastQuotation > range.upperBound
    {
      return IntroducedPerson(name: name, function: role)
    }
    return nil
  }

  /// Whether « Invitée à conclure, » stands before: no function is needed to know a speaker by.
  private func isInvited(_ start: Int) -> Bool {
    guard start >= sentenceStart + 3, start - sentenceStart <= 8 else { return false }
    return ["invité", "invitée", "conviée", "convié", "appelée", "appelé"]
      .contains(words[sentenceStart].lowercased)
  }

  /// Whether a verb lets its subject speak: by itself, or because a quotation follows.
  ///
  /// A minister who « a lancé » something is only mentioned.
  private func lets(_ verb: Int) -> Bool {
    FrenchWords.presentingVerbs.contains(words[verb].lowercased) || lastQuotation > verb
  }

  /// The index of the first word of « le Dr NAME », article included.
  private func beforeArticle(_ start: Int, hasHonorific: Bool) -> Int {
    guard hasHonorific, start > 0, ["le", "la", "Le", "La"].contains(words[start - 1].text),
      words[start - 1].trailing.isEmpty
    else { return start }
    return start - 1
  }

  private func isBoundary(_ start: Int) -> Bool {
    start == 0 || !punctuation(before: start).isEmpty
  }

  /// Whether « …, explique » or « comme le souligne » stands before, perhaps with an adverb.
  private func isAfterSpeechVerb(_ start: Int) -> Bool {
    var index = start - 1
    var between: [SeedWord] = []
    while index >= 0, between.count <= 3 {
      guard words[index].trailing.isEmpty, punctuation(before: index + 1).isEmpty else {
        return false
      }
      let verb =
        words[index].lowercased.split { $0 == "'" || $0 == "’" }.last.map(String.init) ?? ""
      if FrenchWords.speechVerbs.contains(verb) {
        return isInverted(at: index) && isAdverbial(Array(between.reversed()))
      }
      between.append(words[index])
      index -= 1
    }
    return false
  }

  private func isInverted(at verb: Int) -> Bool {
    guard verb > 0 else { return false }
    if !punctuation(before: verb).isEmpty { return true }
    let previous = words[verb - 1].lowercased
    if previous == "comme" { return true }
    return ["le", "la", "les", "nous"].contains(previous) && verb > 1
      && words[verb - 2].lowercased == "comme"
  }

  private func isAdverbial(_ words: [SeedWord]) -> Bool {
    guard let first = words.first, let last = words.last else { return true }
    let openings: Set<String> = [
      "avec", "pour", "à", "quant", "également", "aussi", "enfin", "encore", "ensuite", "alors",
      "ainsi", "de", "en",
    ]
    return (openings.contains(first.lowercased) || first.text.hasSuffix("ment"))
      && !FrenchWords.dangling.contains(last.lowercased)
  }

  private struct Function {
    let text: TracedText
    /// The same up to the first comma after which no other function stands: « Anne Durand,
    /// géologue, l’eau monte ».
    let apposition: TracedText
    /// The verb that follows the second comma, if one does.
    let verb: Int?
  }

  /// What stands between the comma after a name and the verb or the end of the sentence.
  private func functionAfter(_ end: Int) -> Function? {
    guard end < words.count, words[end - 1].trailing.hasPrefix(",") else { return nil }
    var last = end
    var appositionEnd: Int?
    var verb: Int?
    while last < words.count, last - end < 40 {
      let next = last + 1
      guard next < words.count else { break }
      let mark = punctuation(before: next)
      if mark.unicodeScalars.contains(where: { isStop($0) || "«:;–".unicodeScalars.contains($0) }) {
        break
      }
      if mark.hasSuffix(",") {
        let word = words[next].lowercased
        if FrenchWords.presentingVerbs.contains(word) || FrenchWords.auxiliaries.contains(word) {
          verb = next
          break
        }
        if ["qui", "dont", "lors", "mais", "avant"].contains(word) { break }
        if appositionEnd == nil, !words[next].startsUpper, !FrenchWords.isRole(word) {
          appositionEnd = last
        }
      }
      last = next
    }
    while last > end, words[last].text.isEmpty { last -= 1 }
    let function = passage(from: end, through: last)
    guard !function.isEmpty, last - end < 39 else { return nil }
    let apposition = appositionEnd.map { passage(from: end, through: $0) } ?? function
    return Function(text: function, apposition: apposition, verb: verb)
  }

  private func passage(from first: Int, through last: Int) -> TracedText {
    text[words[first].range.lowerBound..<words[last].range.upperBound]
      .trimmed { ",.;:!?…»”".unicodeScalars.contains($0) }
  }

  private func startsWithRole(_ function: TracedText) -> Bool {
    guard let first = function.words.first else { return false }
    return FrenchWords.isRole(first.lowercased)
  }

  /// « Directrice de la Fabrique, NAME souligne »: the role that begins the sentence.
  private func roleBefore(_ range: Range<Int>) -> TracedText? {
    let start = sentenceStart
    guard start < range.lowerBound, range.lowerBound - start <= 40,
      FrenchWords.isRole(words[start].lowercased), words[start].startsUpper,
      words[range.lowerBound - 1].trailing.hasSuffix(","), range.upperBound < words.count,
      words[range.upperBound - 1].trailing.isEmpty
    else { return nil }
    let next = words[range.upperBound]
    guard next.leading.isEmpty, let initial = next.text.unicodeScalars.first, initial.isLower,
      !FrenchWords.dangling.contains(next.lowercased)
    else { return nil }
    return text[words[start].core.lowerBound..<words[range.lowerBound - 1].range.upperBound]
      .trimmed { $0 == "," }
  }

  /// The role in « Le Pr NAME est [le] directeur de… ».
  private func roleAfterCopula(_ end: Int) -> TracedText? {
    guard end + 1 < words.count, words[end - 1].trailing.isEmpty, words[end].text == "est" else {
      return nil
    }
    var first = end + 1
    if ["le", "la"].contains(words[first].text) { first += 1 }
    guard first < words.count, FrenchWords.isRole(words[first].lowercased) else {
      return nil
    }
    var last = first
    while last + 1 < words.count, punctuation(before: last + 1).isEmpty {
      guard last - first < 40 else { return nil }
      last += 1
    }
    return text[words[first].core.lowerBound..<words[last].core.upperBound]
  }

  /// The signs between a word and the one before it; signs that stand alone are words without core.
  private func punctuation(before index: Int) -> String {
    guard index < words.count else { return "" }
    var signs = words[index].leading
    var previous = index - 1
    // Where signs stand in a row, the last of them tell.
    while previous >= 0, words[previous].text.isEmpty, index - previous <= 8 {
      signs = words[previous].leading + signs
      previous -= 1
    }
    return previous >= 0 ? words[previous].trailing + signs : signs
  }

  private func isStop(_ scalar: Unicode.Scalar) -> Bool {
    ".!?…»".unicodeScalars.contains(scalar)
  }
}
