/// Looks at the words around a name for the constructions that introduce a speaker.
struct IntroductionReader {
  let text: TracedText
  let words: [SeedWord]
  /// What the event's year leaves of the past: what happened long before it is history.
  private let oldestYear: Int
  private let utterances: UtteranceIndex
  private(set) var sentenceStart = 0

  init(text: TracedText, words: [SeedWord], year: Int? = nil) {
    self.text = text
    self.words = words
    oldestYear = (year ?? 2_000) - 12
    utterances = UtteranceIndex(words)
  }

  /// Keeps the start of the sentence up to date; called for every word passed.
  mutating func noteSentence(at index: Int) {
    guard index > 0 else {
      sentenceStart = 0
      return
    }
    let mark = punctuation(before: index)
    guard !mark.isEmpty else { return }
    // « l’exposition « Encres », NAME »: a title ends, the sentence goes on.
    if mark.hasSuffix("»") || mark.unicodeScalars.contains(where: endsSentenceSign) {
      sentenceStart = index
    }
  }

  /// The index after a run of capitals that is no name; a small word at its head goes alone.
  func endOfCapitals(from start: Int) -> Int {
    let word = words[start].lowercased
    // « D’après NAME », « L’ingénieure NAME »: what is elided is no part of the name either.
    let isElided =
      words[start].text.unicodeScalars.split(whereSeparator: \.isApostrophe).dropFirst().first?
      .first?.isLower == true
    if FrenchWords.functionWords.contains(word) || FrenchWords.isRole(word) || isElided {
      return start + 1
    }
    var end = start + 1
    while end < words.count, words[end].startsUpper, punctuation(before: end).isEmpty { end += 1 }
    return end
  }

  /// The person, if one of the constructions surrounds the name.
  ///
  /// `joined` is where the first of several names begins that « et » joins; they share a function
  /// in the plural.
  func introduction(
    of name: PersonName,
    words range: Range<Int>,
    joinedFrom joined: Int? = nil
  ) -> IntroducedPerson? {
    let function = function(after: range.upperBound)
    let shared = function.flatMap { $0.hasPluralRole ? joined : nil }
    let before = beforeArticle(shared ?? range.lowerBound, hasHonorific: name.isAddressed)
    let hasRole = function?.hasRole ?? false
    let isInvited = isInvited(range.lowerBound)
    let isTrusted = hasRole || name.isAddressed || isInvited || isBodied(name, function)
    func person(_ function: TracedText?) -> IntroducedPerson {
      IntroducedPerson(name: name, function: function)
    }
    if isTrusted, isAfterSpeechVerb(before) { return person(function?.apposition) }
    if isTrusted, let function, isBoundary(before) {
      if let verb = function.verb, lets(verb, name: range, function: function.text) {
        return person(function.text)
      }
      if function.opensQuotation { return person(function.text) }
    }
    if let role = roleBefore(range), lets(range.upperBound, name: range, function: role) {
      return person(role)
    }
    if let function, hasRole, isAscribed(before), mayBeAscribed(function, name: range) {
      return person(function.apposition)
    }
    if hasRole || name.isAddressed || name.given.words.contains(where: \.isGivenName),
      isPartOfEvent(before, name: range)
    {
      return person(hasRole ? function?.apposition : nil)
    }
    if let role = roleAfterCopula(range.upperBound),
      name.isAddressed
        ? utterances.follows(range.upperBound, sayingBy: words[range])
        : saysNext(range.upperBound, name: range)
    {
      return person(role)
    }
    return nil
  }

  /// « Anne Durand (Observatoire des dessertes) »: a common given name with a body in brackets.
  private func isBodied(_ name: PersonName, _ function: AttachedFunction?) -> Bool {
    guard let function, function.text.count < 100 else { return false }
    return isSurelyPerson(
      NamedPerson(name: name, function: function.text, topic: nil, source: name.name)
    ) && name.given.words.contains(where: \.isGivenName)
      && function.text.scalars.first?.isUpper == true
  }

  /// Whether « Invitée à conclure, » stands before: no function is needed to know a speaker by.
  private func isInvited(_ start: Int) -> Bool {
    guard start >= sentenceStart + 3, start - sentenceStart <= 8 else { return false }
    return ["invité", "invitée", "conviée", "convié", "appelée", "appelé"]
      .contains(words[sentenceStart].lowercased)
  }

  /// Whether a verb lets its subject speak: by itself, or because a quotation follows.
  ///
  /// A minister who « a lancé » something is only mentioned, and so is who built a bridge in 1886.
  private func lets(_ verb: Int, name: Range<Int>, function: TracedText) -> Bool {
    guard let phrase = readVerbPhrase(words, at: verb) else {
      return hasShapeOfVerb(words[verb].lowercased) && !words[verb].lowercased.hasSuffix("ait")
        && !isOfficial(function) && utterances.follows(verb, sayingBy: words[name])
    }
    let isQuoted = utterances.follows(verb, sayingBy: words[name])
    if phrase.isPerfect, phrase.meaning == .speech || ReportVerbs.ofEvents.contains(phrase.word),
      actsOnEvent(phrase.end) || phrase.word == "pris"
    {
      return !isOld(name.lowerBound, verb: phrase.end)
    }
    if phrase.isPerfect, givesFloor(phrase.end) { return true }
    if isAuthor(function) { return saysNext(verb, name: name) }
    if phrase.isPerfect || phrase.meaning != .speech {
      guard !isOld(name.lowerBound, verb: phrase.end) else { return false }
      if isOfficial(function), !isQuoted { return false }
    }
    return phrase.meaning == .speech || isQuoted
  }

  /// « a donné la parole à »: who does so leads the event.
  private func givesFloor(_ start: Int) -> Bool {
    words[start..<max(start, min(words.count, start + 3))].contains { $0.lowercased == "parole" }
  }

  /// « Jean Martin, écrivain, »: without a body they are cited as often as they are there.
  private func isAuthor(_ function: TracedText) -> Bool {
    let words = function.words
    return words.count <= 2
      && words.first.map { ReportVerbs.authors.contains($0.lowercased) } ?? false
  }

  private func isOfficial(_ function: TracedText) -> Bool {
    let words = function.words
    let text = words.prefix(2).map(\.lowercased)
    return text.contains { ReportVerbs.officials.contains($0) }
      || words.contains { $0.text == "République" } && text.first?.hasPrefix("président") == true
  }

  /// Whether the words around a verb tell of a time long before the event.
  func isOld(_ start: Int, verb: Int) -> Bool {
    var end = verb
    while end < words.count, end - verb < 25 {
      let marks = words[end].text.isEmpty ? words[end].leading : words[end].trailing
      // What is said may be old, the saying of it is not.
      if words[end].leading.contains("«") || words[end].lowercased.hasPrefix("qu") { break }
      end += 1
      if marks.unicodeScalars.contains(where: isStop) { break }
    }
    let low = max(sentenceStart, start - 12)
    return words[min(low, start)..<start].contains { isOldTime($0) }
      || words[min(verb, end)..<end].contains { isOldTime($0) }
  }

  private func isOldTime(_ word: SeedWord) -> Bool {
    if ["siècle", "jadis", "naguère", "autrefois", "voici"].contains(word.lowercased) {
      return true
    }
    guard word.text.utf8.count == 4, let year = Int(word.text) else { return false }
    return (1_000..<oldestYear).contains(year)
  }

  /// The index of the first word of « le Dr NAME », article included.
  private func beforeArticle(_ start: Int, hasHonorific: Bool) -> Int {
    guard hasHonorific, start > 0, ["le", "la", "Le", "La"].contains(words[start - 1].text),
      words[start - 1].trailing.isEmpty
    else { return start }
    return start - 1
  }

  /// Whether a clause may begin at a word: after a sign, after « , et », after the first adverb.
  private func isBoundary(_ start: Int) -> Bool {
    if start == 0 || !punctuation(before: start).isEmpty { return true }
    let joins = ["et", "mais", "puis", "enfin", "ensuite", "quand", "lorsque", "alors", "tandis"]
    let before = words[start - 1].lowercased
    if joins.contains(before) {
      return start - 1 == sentenceStart || !punctuation(before: start - 1).isEmpty
    }
    return before == "que" && start > 1
      && ["tandis", "alors"].contains(words[start - 2].lowercased)
      && !punctuation(before: start - 2).isEmpty
  }

  /// The role that begins the sentence: « Directrice de la Fabrique, NAME souligne », « Le directeur
  /// du port, NAME, souligne ».
  private func roleBefore(_ range: Range<Int>) -> TracedText? {
    var start = sentenceStart
    guard start < range.lowerBound, range.lowerBound - start <= 40,
      punctuation(before: range.lowerBound).hasSuffix(","), range.upperBound < words.count
    else { return nil }
    let isArticled = ["Le", "La"].contains(words[start].text) && start + 1 < range.lowerBound
    if isArticled { start += 1 }
    let marks = words[range.upperBound - 1].trailing
    guard FrenchWords.isRole(words[start].lowercased), isArticled || words[start].startsUpper,
      isArticled ? marks == "," : marks.isEmpty
    else { return nil }
    let next = words[range.upperBound]
    guard next.leading.isEmpty, let initial = next.text.unicodeScalars.first, initial.isLower,
      !FrenchWords.dangling.contains(next.lowercased)
        || readVerbPhrase(words, at: range.upperBound) != nil
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

  /// Whether the next sentence is something said.
  private func saysNext(_ start: Int, name: Range<Int>) -> Bool {
    var end = start
    while end < words.count, end - start < 60 {
      end += 1
      let mark = punctuation(before: end)
      if mark.unicodeScalars.contains(where: { ".!?…".unicodeScalars.contains($0) }) { break }
    }
    guard end < words.count, punctuation(before: end).contains("«") else { return false }
    return utterances.follows(start, sayingBy: words[name])
  }

  /// Whether « Pour NAME (function) » may be a speaker's view: no more can be said of who is read.
  private func mayBeAscribed(_ function: AttachedFunction, name: Range<Int>) -> Bool {
    guard !isOld(name.lowerBound, verb: name.upperBound) else { return false }
    if utterances.follows(name.upperBound, sayingBy: words[name]) { return true }
    let namesBody = function.apposition.words.dropFirst().contains(where: \.startsUpper)
    return namesBody && !isOfficial(function.text)
  }

  /// The signs between a word and the one before it; signs that stand alone are words without core.
  func punctuation(before index: Int) -> String {
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

  private func endsSentenceSign(_ scalar: Unicode.Scalar) -> Bool {
    ".!?…".unicodeScalars.contains(scalar)
  }

  func isStop(_ scalar: Unicode.Scalar) -> Bool {
    ".!?…»".unicodeScalars.contains(scalar)
  }
}
