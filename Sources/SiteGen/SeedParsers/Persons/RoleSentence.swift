/// A sentence with its words, asked for the functions that stand at its places.
struct RoleSentence {
  typealias Passage = (text: TracedText, end: Int)

  let text: TracedText
  let words: [SeedWord]

  init(_ text: TracedText) {
    self.text = text
    words = text.words
  }

  /// « (épidémiologiste et sociologue) » after a name.
  func bracketedRole(at index: Int) -> Passage? {
    guard index < words.count, words[index].leading == "(", isRole(index) else { return nil }
    var last = index
    while last < words.count, !words[last].trailing.hasPrefix(")") {
      guard last - index < 20, words[last].trailing.isEmpty || words[last].trailing == "," else {
        return nil
      }
      last += 1
    }
    guard last < words.count else { return nil }
    return (text[words[index].core.lowerBound..<words[last].core.upperBound], last + 1)
  }

  /// The index after « (née en 1971) », which says nothing of what somebody is.
  func afterBracket(_ start: Int) -> Int {
    guard start < words.count, words[start].leading.hasPrefix("("), !isRole(start) else {
      return start
    }
    let end = min(words.count, start + 12)
    let close = (start..<end).first { words[$0].trailing.hasPrefix(")") }
    return close.map { $0 + 1 } ?? start
  }

  /// « , sociologue, » after a name that the sentence goes on to speak of.
  func closedApposition(at start: Int) -> Passage? {
    guard start > 0, start < words.count, words[start - 1].trailing.hasSuffix(","), isRole(start)
    else { return nil }
    var last = start
    var depth = 0
    while last < words.count {
      depth += bracketDepth(last)
      let next = last + 1
      if depth <= 0, words[last].trailing.hasSuffix(","), next >= words.count || !isRole(next) {
        break
      }
      last = next
    }
    guard last < words.count, last - start < 30 else { return nil }
    return (passage(start, through: last), last + 1)
  }

  /// « , directrice de… » to the end of the clause.
  func apposition(at start: Int) -> Passage? {
    guard start > 0, start < words.count, words[start - 1].trailing.hasSuffix(","), isRole(start)
    else { return nil }
    return clause(from: start)
  }

  /// « est [également] directrice de… », « est, depuis 2018, directrice de… »; « était » says what
  /// somebody is only where the sentence begins with the name.
  func predicate(at start: Int, ofName isName: Bool = false) -> Passage? {
    guard start < words.count,
      words[start].text == "est" || (isName && ["était", "fut"].contains(words[start].text))
    else { return nil }
    var index = start + 1
    while index < words.count, FrenchWords.copulaAdverbs.contains(words[index].lowercased) {
      index += 1
    }
    if let role = roleAfterTime(index) { index = role }
    if index + 1 < words.count, ["le", "la", "un", "une"].contains(words[index].text) {
      index += 1
    }
    guard index < words.count else { return nil }
    let isPosted =
      words[index].text == "en" && index + 1 < words.count
      && FrenchWords.postings.contains(words[index + 1].lowercased)
    guard isPosted || isRole(index) else { return nil }
    return clause(from: index, beforePurpose: isPosted)
  }

  /// « et, depuis 2018, rédactrice en chef », « puis conservatrice »: what the same verb says after
  /// a word of time.
  func furtherRole(at start: Int) -> Passage? {
    guard start + 1 < words.count, ["et", "puis"].contains(words[start].text) else { return nil }
    var index = start + 1
    while index < words.count, FrenchWords.copulaAdverbs.contains(words[index].lowercased) {
      index += 1
    }
    if let role = roleAfterTime(index) { index = role }
    if words[start].trailing == "," {
      // « et, à ce titre, responsable de ».
      let end = min(words.count, start + 8)
      let close = (start + 1..<end).first { words[$0].trailing == "," }
      if let close, close + 1 < words.count, isRole(close + 1) { index = close + 1 }
    }
    guard index < words.count, isRole(index) else { return nil }
    return clause(from: index)
  }

  /// The role after « depuis 2018 », with the commas around it or without; nil without words of time.
  private func roleAfterTime(_ start: Int) -> Int? {
    guard start < words.count, FrenchWords.timeOpenings.contains(words[start].lowercased) else {
      return nil
    }
    // « en délégation », « à Brest »: without a year these say nothing of time.
    let isTime =
      words[start].lowercased == "depuis"
      || words[start..<min(words.count, start + 4)].contains { word in
        word.text.unicodeScalars.first?.isDigit == true
      }
    guard isTime, start + 1 < words.count else { return nil }
    return (start + 1..<min(words.count, start + 8)).first { index in
      let before = words[index - 1].trailing
      return (before.isEmpty || before == ",") && isRole(index)
    }
  }

  /// « préside [désormais] la Société… »: a charge, with the verb that says it.
  func charge(at start: Int) -> Passage? {
    guard start + 1 < words.count, FrenchWords.chargeVerbs.contains(words[start].lowercased),
      words[start].trailing.isEmpty || words[start].trailing == ","
    else { return nil }
    var index = start + 1
    while index + 1 < words.count, FrenchWords.copulaAdverbs.contains(words[index].lowercased) {
      index += 1
    }
    // « dirige depuis 2012 le », « codirige avec Luc Petit le ».
    if ["depuis", "avec"].contains(words[index].lowercased) || words[start].trailing == "," {
      let end = min(words.count, index + 7)
      index = (index..<end).first { isArticle(words[$0]) } ?? index
    }
    guard isArticle(words[index]) else { return nil }
    return clause(from: start, after: index)
  }

  /// The charge that a later verb of the sentence says of the same subject: « …, et préside X ».
  func laterCharge(from start: Int) -> Passage? {
    var index = start
    while index < words.count {
      let word = words[index].lowercased
      let marks = words[index].trailing
      if FrenchWords.personPronouns.contains(word) || marks.contains(";")
        || ["qui", "que", "dont", "où"].contains(word)
      {
        return nil
      }
      let isJoined = index > 0 && (words[index - 1].text == "et" || marks == ",")
      if index > start, isJoined, let charge = charge(at: index) { return charge }
      index += 1
    }
    return nil
  }

  private func isArticle(_ word: SeedWord) -> Bool {
    let object = word.lowercased
    return ["le", "la", "les", "un", "une"].contains(object) || object.hasPrefix("l'")
      || object.hasPrefix("l’")
  }

  /// The index after « depuis 2019 », where a further role may stand.
  func afterTime(_ start: Int) -> Int {
    guard start < words.count, words[start].text == "depuis" else { return start }
    let end = min(words.count, start + 5)
    return (start + 1..<max(start + 1, end)).first { words[$0].text == "et" } ?? start
  }

  /// « assure la direction de… »: an office, named by its noun, with the verb that it needs.
  func office(at start: Int) -> Passage? {
    guard start + 1 < words.count, ["assure", "exerce", "occupe"].contains(words[start].text)
    else { return nil }
    var index = start + 1
    if ["le", "la", "les"].contains(words[index].text) { index += 1 }
    guard index < words.count else { return nil }
    var noun = words[index].lowercased
    for article in ["l'", "l’"] where noun.hasPrefix(article) { noun = String(noun.dropFirst(2)) }
    guard FrenchWords.offices.contains(noun) else { return nil }
    var last = index
    while last + 1 < words.count, words[last].trailing.isEmpty { last += 1 }
    return (text[words[start].core.lowerBound..<words[last].core.upperBound], last + 1)
  }

  /// « Membre de…, elle », « Également professeure à… »: a function without a verb.
  func openingRole() -> Passage? {
    var start = 0
    while start < words.count, FrenchWords.copulaAdverbs.contains(words[start].lowercased) {
      start += 1
    }
    guard start < words.count, isRole(start), start > 0 || words[start].startsUpper else {
      return nil
    }
    var last = start
    var depth = 0
    while last + 1 < words.count {
      depth += bracketDepth(last)
      let next = words[last + 1].lowercased
      if depth <= 0 {
        if FrenchWords.personPronouns.contains(next) { break }
        if words[last].trailing.hasSuffix(","), !isRole(last + 1), next != "et" { break }
      }
      last += 1
    }
    return (passage(start, through: last), last + 1)
  }

  /// From a word to the end of the sentence, to a word of time, or to a new clause.
  private func clause(
    from start: Int,
    after first: Int? = nil,
    beforePurpose: Bool = false
  ) -> Passage {
    var last = first ?? start
    var depth = 0
    while last + 1 < words.count {
      depth += bracketDepth(last)
      if depth <= 0, endsClause(last) || (beforePurpose && words[last + 1].text == "pour") { break }
      last += 1
    }
    return (passage(start, through: last), last + 1)
  }

  /// Whether what a word belongs to ends with it.
  private func endsClause(_ last: Int) -> Bool {
    let next = words[last + 1]
    let second = last + 2 < words.count ? words[last + 2] : nil
    if next.text == "depuis" || next.text.hasPrefix("jusqu") { return true }
    if next.text == "et", let second {
      if ["a", "est", "ne"].contains(second.text)
        || FrenchWords.chargeVerbs.contains(second.lowercased)
      {
        return true
      }
      if next.trailing == "," || roleAfterTime(last + 2) != nil {
        return true
      }
    }
    guard ",;".unicodeScalars.contains(where: words[last].trailing.unicodeScalars.contains) else {
      return false
    }
    return FrenchWords.clauseOpenings.contains(next.lowercased)
      || FrenchWords.chargeVerbs.contains(next.lowercased)
      || (next.text == "et"
        && second.map {
          FrenchWords.clauseOpenings.contains($0.lowercased)
        } ?? false)
  }

  /// The words without the punctuation at their end; a closing bracket stays with its opening one.
  private func passage(_ first: Int, through last: Int) -> TracedText {
    text[words[first].core.lowerBound..<words[last].range.upperBound]
      .trimmed { ",.;:!?…".unicodeScalars.contains($0) }
  }

  private func bracketDepth(_ index: Int) -> Int {
    words[index].leading.unicodeScalars.count { $0 == "(" }
      - words[index].trailing.unicodeScalars.count { $0 == ")" }
  }

  /// A function that begins here; who wrote something is no function.
  private func isRole(_ index: Int) -> Bool {
    let word = words[index].lowercased
    return FrenchWords.isRole(word) && !["auteur", "autrice", "co-auteur"].contains(word)
  }
}
