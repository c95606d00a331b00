import Markup

extension IntroductionReader {
  /// Whether « …, explique », « a rappelé » or « comme le souligne » stands before, perhaps with an
  /// adverb.
  func isAfterSpeechVerb(_ start: Int) -> Bool {
    var index = start - 1
    var between: [SeedWord] = []
    while index >= 0, between.count <= 3 {
      guard words[index].trailing.isEmpty, punctuation(before: index + 1).isEmpty else {
        return false
      }
      let word = words[index].lowercased
      let verb = behindElision(word) ?? ""
      let adverbs = Array(between.reversed())
      if FrenchWords.speechVerbs.contains(verb) {
        return isInverted(at: index) && isAdverbial(adverbs)
      }
      if ReportVerbs.participles.contains(verb), index > 0, isAuxiliary(words[index - 1]) {
        return isInverted(at: index - 1) && isAdverbial(adverbs)
      }
      // « …», s’amuse NAME »: after a quotation and a comma only a verb can stand.
      if between.isEmpty, hasShapeOfVerb(verb), followsQuotation(index) { return true }
      if between.isEmpty, index > 0, isAuxiliary(words[index - 1]), followsQuotation(index - 1) {
        return true
      }
      between.append(words[index])
      index -= 1
    }
    return false
  }

  private func isAuxiliary(_ word: SeedWord) -> Bool {
    ["a", "l’a", "l'a", "ont", "l’ont", "l'ont"].contains(word.lowercased)
  }

  /// Whether a quotation and a comma end before a verb, its reflexive pronoun left aside.
  private func followsQuotation(_ verb: Int) -> Bool {
    let first = verb > 0 && words[verb - 1].lowercased == "se" ? verb - 1 : verb
    let mark = punctuation(before: first)
    return mark.hasSuffix(",") && (mark.contains("»") || mark.contains("”"))
  }

  private func isInverted(at verb: Int) -> Bool {
    guard verb > 0 else { return false }
    if !punctuation(before: verb).isEmpty { return true }
    let previous = words[verb - 1].lowercased
    if previous == "comme" { return true }
    // « Ce que nuance NAME ».
    if previous == "que", verb > 1, words[verb - 2].lowercased == "ce" { return true }
    return ["le", "la", "les", "nous"].contains(previous) && verb > 1
      && words[verb - 2].lowercased == "comme"
  }

  private func isAdverbial(_ words: [SeedWord]) -> Bool {
    guard let first = words.first, let last = words.last else { return true }
    let openings = [
      "avec", "pour", "à", "quant", "également", "aussi", "enfin", "encore", "ensuite", "alors",
      "ainsi", "de", "en",
    ]
    return (openings.contains(first.lowercased) || first.text.hasSuffix("ment"))
      && !FrenchWords.dangling.contains(last.lowercased)
  }

  /// Whether « Pour », « Selon » or « D’après » stands before, at the head of its clause.
  func isAscribed(_ start: Int) -> Bool {
    guard start > 0, words[start - 1].trailing.isEmpty, punctuation(before: start).isEmpty else {
      return false
    }
    guard ["pour", "selon", "d’après", "d'après"].contains(words[start - 1].lowercased) else {
      return false
    }
    return start == 1 || !punctuation(before: start - 1).isEmpty
      || ["mais", "et"].contains(words[start - 2].lowercased)
  }

  /// Whether the sentence gives the person a part of the event: « la journée, ouverte par NAME »,
  /// « il revenait à NAME de conclure », « NAME a conclu les débats ».
  func isPartOfEvent(_ start: Int, name range: Range<Int>) -> Bool {
    if let phrase = readVerbPhrase(words, at: range.upperBound), phrase.isPerfect,
      start == sentenceStart || !punctuation(before: start).isEmpty,
      ReportVerbs.ofEvents.contains(phrase.word), actsOnEvent(phrase.end)
    {
      return true
    }
    if function(after: range.upperBound)?.hasRole ?? false, isGathered(start) { return true }
    guard start > sentenceStart, punctuation(before: start).isEmpty else { return false }
    switch words[start - 1].lowercased {
    case "par": return isOpenedBy(start - 1) && !isOld(start, verb: range.upperBound)
    case "à", "au": return fallsTo(start - 1, name: range)
    default: return false
    }
  }

  /// « La table ronde a réuni NAME, function, et NAME, function »: whom a part of the event gathers.
  private func isGathered(_ start: Int) -> Bool {
    let low = max(sentenceStart, start - 60)
    guard
      let verb = (low..<start).first(where: { index in
        index > sentenceStart && ReportVerbs.gathering.contains(words[index].lowercased)
          && ["a", "ont"].contains(words[index - 1].lowercased)
      }), verb - sentenceStart <= 12
    else { return false }
    return words[sentenceStart..<verb].contains { word in
      let noun = behindElision(word.lowercased)
      return noun.map { ReportVerbs.eventNouns.contains($0) } ?? false
    }
  }

  /// Whether what a verb acts on is the event or a part of it.
  func actsOnEvent(_ start: Int) -> Bool {
    for index in start..<max(start, min(words.count, start + 4)) {
      let word = words[index].lowercased
      let noun = behindElision(word) ?? word
      if ReportVerbs.eventNouns.contains(noun) { return true }
      if !words[index].trailing.isEmpty { return false }
    }
    return false
  }

  /// « table ronde [était] animée par ».
  private func isOpenedBy(_ by: Int) -> Bool {
    guard by > sentenceStart else { return false }
    let participle = words[by - 1].lowercased
    let isOfEvent = ["", "e", "s", "es"].contains { ending in
      participle.hasSuffix(ending)
        && ReportVerbs.ofEvents.contains(String(participle.dropLast(ending.count)))
    }
    guard isOfEvent else { return false }
    return words[max(sentenceStart, by - 8)..<by].contains { word in
      let noun = behindElision(word.lowercased)
      return noun.map { ReportVerbs.eventNouns.contains($0) } ?? false
    }
  }

  /// « il revenait à NAME, function, de conclure », « la parole a été donnée à ».
  private func fallsTo(_ preposition: Int, name range: Range<Int>) -> Bool {
    let before = words[max(sentenceStart, preposition - 7)..<preposition]
    let givesFloor = before.contains { $0.lowercased == "parole" }
    guard before.contains(where: { ReportVerbs.falls.contains($0.lowercased) }) || givesFloor
    else { return false }
    if givesFloor { return true }
    for word in words[range.upperBound..<min(words.count, range.upperBound + 30)] {
      let infinitive = behindElision(word.lowercased)
      if infinitive.map({ ReportVerbs.infinitives.contains($0) }) ?? false { return true }
      if word.trailing.unicodeScalars.contains(where: isStop) { return false }
    }
    return false
  }
}
