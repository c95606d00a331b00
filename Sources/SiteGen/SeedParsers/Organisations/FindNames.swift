import Markup

/// A place where a passage names an organisation beyond doubt.
struct FoundName: Hashable, Sendable {
  let tokens: Range<Int>
  /// Whether only an acronym stands there.
  let isAcronym: Bool
}

/// Finds the organisations that a passage names by grammar: the noun of a body, a place in a
/// function, or words that say what it is.
///
/// `commonWords` are those that stand in small letters somewhere, folded.
func findNames(in passage: NamingPassage, commonWords: WordBag) -> [FoundName] {
  var finder = NameFinder(passage, commonWords: commonWords)
  finder.findHeads()
  finder.findTails()
  finder.findFunctionParts()
  finder.findStated()
  finder.findJoined()
  return finder.found.sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }
}

private struct NameFinder {
  private let passage: NamingPassage
  private let tokens: [NamingToken]
  private let commonWords: WordBag
  private var taken: [Bool]
  private(set) var found: [FoundName] = []

  init(_ passage: NamingPassage, commonWords: WordBag) {
    self.passage = passage
    tokens = passage.tokens
    self.commonWords = commonWords
    taken = passage.isPerson
  }

  private mutating func take(_ range: Range<Int>) {
    guard !range.isEmpty, !taken[range].contains(true) else { return }
    for index in range { taken[index] = true }
    let isAlone = range.count == 1 && tokens[range.lowerBound].isAcronym
    found.append(FoundName(tokens: range, isAcronym: isAlone))
  }

  /// « Institut national de … ».
  mutating func findHeads() {
    var index = 0
    while index < tokens.count {
      if let range = NameExtent.ofName(in: passage, at: index), !taken[range].contains(true) {
        take(range)
        index = range.upperBound
      } else {
        index += 1
      }
    }
  }

  /// « Durand Université », « Durand Trust »: capitals before the noun of a body.
  mutating func findTails() {
    for index in tokens.indices where tokens[index].startsUpper && !taken[index] {
      guard OrganisationWords.tails.contains(tokens[index].lowercased), tokens[index].gap == " "
      else { continue }
      if index + 1 < tokens.count, tokens[index + 1].gap == " ", tokens[index + 1].startsUpper,
        !tokens[index + 1].isAcronym
      {
        continue
      }
      var start = index
      while start > 0, index - start < 4, isNameWord(start - 1), tokens[start].gap == " " {
        start -= 1
      }
      if start < index { take(start..<index + 1) }
    }
  }

  /// A capital that can belong to a name: no function word, no noun of a body, no role.
  private func isNameWord(_ index: Int) -> Bool {
    let token = tokens[index]
    return token.startsUpper && !taken[index] && !token.text.hasSuffix("'")
      && !FrenchWords.functionWords.contains(token.lowercased)
      && !FrenchWords.isRole(token.lowercased)
  }

  /// Capitals from a place on, an acronym among them; empty when none begins there.
  private func capitals(from start: Int) -> Range<Int> {
    var end = start
    while end < tokens.count, isNameWord(end) || (end > start && isNounAtEnd(end)),
      end == start || tokens[end].gap == " ", end - start < 5,
      !OrganisationWords.degrees.contains(tokens[end].text),
      !OrganisationWords.heads.contains(tokens[end].lowercased) || (end > start && isNounAtEnd(end))
    { end += 1 }
    return start..<end
  }

  /// « Durand Conseil », « Durand Partner »: a noun that ends the name, nothing follows it.
  private func isNounAtEnd(_ index: Int) -> Bool {
    guard tokens[index].startsUpper, !taken[index] else { return false }
    guard index + 1 < tokens.count, tokens[index + 1].isJoined else { return true }
    let next = tokens[index + 1]
    return !next.startsUpper && !["de", "du", "des", "d'"].contains(next.lowercased)
  }

  // MARK: Functions

  /// « sociologue, Durand Conseil, ABCD »: what stands between commas and holds capitals alone.
  mutating func findFunctionParts() {
    var start = 0
    while start < tokens.count {
      guard passage.isFunction[start] else {
        start += 1
        continue
      }
      var end = start + 1
      while end < tokens.count, passage.isFunction[end], !isDivider(tokens[end].gap) { end += 1 }
      let isFirst = start == 0 || !passage.isFunction[start - 1]
      if !isFirst || passage.isAffiliation { readPart(start..<end) }
      start = end
    }
    for index in tokens.indices where passage.isFunction[index] { readPlace(at: index) }
  }

  private func isDivider(_ gap: String) -> Bool {
    guard gap != " ", !gap.isEmpty else { return false }
    if gap.contains(where: ",;/()".contains) { return true }
    return gap.unicodeScalars.contains { $0 == "-" || $0 == "–" }
      && (gap.contains(" - ") || gap.contains(" – "))
  }

  private mutating func readPart(_ part: Range<Int>) {
    let own = part.filter { tokens[$0].lowercased != "et" }
    let isPair = own.count == 2 && part.count == 3
    if isPair, own.allSatisfy({ tokens[$0].isAcronym }) {
      for index in own { takeAcronym(at: index) }
      return
    }
    let run = capitals(from: part.lowerBound)
    // « Durand Conseil et … »: the part must end with the name, or go on as another clause.
    guard run.upperBound == part.upperBound || goesOn(at: run.upperBound) else { return }
    if run.count == 1 {
      takeSingle(run.lowerBound, inPart: true)
    } else if run.count > 1 {
      takeCapitals(run)
    }
  }

  private func goesOn(at index: Int) -> Bool {
    index < tokens.count && ["et", "où", "dont", "puis", "de"].contains(tokens[index].lowercased)
  }

  /// A word alone between commas: an acronym, a brand by its letters, or the label of a link.
  private mutating func takeSingle(_ index: Int, inPart: Bool) {
    let token = tokens[index]
    if token.isAcronym { return takeAcronym(at: index) }
    let inner = token.text.unicodeScalars.dropFirst()
    let isBrand = inner.contains(where: \.isUpper) && !token.text.contains("-")
    guard isBrand || passage.isLinked[index], !isCommon(token) else { return }
    take(index..<index + 1)
  }

  private mutating func takeAcronym(at index: Int) {
    let text = tokens[index].text
    guard text.utf8.count > 2, !OrganisationWords.degrees.contains(text) else { return }
    take(index..<index + 1)
  }

  /// Two capitals or more that are neither a person nor a place.
  private mutating func takeCapitals(_ run: Range<Int>) {
    let words = passage.words(run)
    if words.allSatisfy(hasAcronymShape) {
      for index in run { takeAcronym(at: index) }
      return
    }
    guard let first = words.first, let last = words.last,
      !FrenchWords.givenNames.contains(slugify(first)),
      !OrganisationWords.isPlace(words), !OrganisationWords.isCountry(last),
      !words.contains(where: OrganisationWords.degrees.contains),
      !OrganisationWords.isPlace([first]) || words.count > 2,
      !run.allSatisfy({ isCommon(tokens[$0]) })
    else { return }
    take(run)
  }

  /// « à l’ABCD », « du Durand Conseil », « chez Durand », « chargée de recherche ABCD ».
  private mutating func readPlace(at index: Int) {
    let token = tokens[index]
    guard token.startsUpper, !taken[index], index > 0, token.isJoined,
      passage.isFunction[index - 1]
    else { return }
    let before = tokens[index - 1].lowercased
    let isDefinite = ["au", "du", "l'", "la", "aux", "des"].contains(before)
    let isBare = ["à", "chez", "de", "d'"].contains(before)
    let run = capitals(from: index)
    guard !run.isEmpty else { return }
    if isDefinite || isBare {
      if token.isAcronym, run.count == 1 { return takeAcronym(at: index) }
      let isDative = isAfter("à", index - 1) && isDefinite
      let isLed = !isDative && !isAttributed(index) && isLedBy(role: index)
      if run.count > 1 {
        if isLed || before == "chez" || before == "à" || before == "au" { takeCapitals(run) }
      } else if isLed || before == "chez" || (before == "l'" && isAfter("à", index - 1)) {
        if !isCommon(token), !OrganisationWords.isPlace([token.text]) { take(run) }
      }
    } else if before == "recherche" || FrenchWords.isRole(before)
      || FrenchWords.postings.contains(before) || before == "junior"
    {
      if token.isAcronym {
        takeAcronym(at: index)
      } else if before == "recherche", run.count == 1, !isCommon(token),
        !OrganisationWords.isPlace([token.text])
      {
        take(run)
      } else if run.count > 1, FrenchWords.isRole(before) {
        takeCapitals(run)
      }
    }
  }

  /// « du Think tank »: a capital that only begins a noun.
  private func isAttributed(_ index: Int) -> Bool {
    guard index + 1 < tokens.count, tokens[index + 1].gap == " " else { return false }
    let next = tokens[index + 1]
    return !next.startsUpper && !FrenchWords.functionWords.contains(next.lowercased)
  }

  private func isAfter(_ word: String, _ index: Int) -> Bool {
    index > 0 && tokens[index - 1].lowercased == word
  }

  /// Whether « directrice », « présidente de X et de » stand before a complement.
  private func isLedBy(role index: Int) -> Bool {
    var place = index - 1
    while place >= 0, index - place < 12, passage.isFunction[place] {
      if OrganisationWords.leaders.contains(tokens[place].lowercased) { return true }
      if tokens[place + 1].gap.contains(",") { return false }
      place -= 1
    }
    return false
  }

  /// A word that names no body by itself: it stands in small letters elsewhere.
  private func isCommon(_ token: NamingToken) -> Bool {
    let folded = slugify(token.text)
    return commonWords.contains(folded) || OrganisationWords.fields.contains(folded)
      || OrganisationWords.commonNouns.contains(folded)
  }

  // MARK: Prose

  /// « la start-up Durand », « Durand, un laboratoire qui … », « avis de la ABCD ».
  mutating func findStated() {
    for index in tokens.indices where tokens[index].startsUpper && !taken[index] && index > 0 {
      let before = tokens[index - 1]
      guard tokens[index].isJoined else {
        continue
      }
      if !before.startsUpper, OrganisationWords.descriptors.contains(before.lowercased) {
        takeDescribed(capitals(from: index))
      } else if isStated(at: index) {
        let run = capitals(from: index)
        if run.count == 1 { takeStated(index) } else { takeCapitals(run) }
      } else if hasApposition(capitals(from: index)) {
        takeDescribed(capitals(from: index))
      }
    }
  }

  private mutating func takeDescribed(_ run: Range<Int>) {
    guard let first = run.first, !run.allSatisfy({ isCommon(tokens[$0]) }),
      !OrganisationWords.isPlace(passage.words(run)),
      !FrenchWords.givenNames.contains(slugify(tokens[first].text))
    else { return }
    take(run)
  }

  private mutating func takeStated(_ index: Int) {
    if tokens[index].isAcronym { return takeAcronym(at: index) }
    guard !isCommon(tokens[index]), !OrganisationWords.isPlace([tokens[index].text]) else { return }
    take(index..<index + 1)
  }

  /// After « les agents de », « un avis de », « créé par », « au sein de ».
  private func isStated(at index: Int) -> Bool {
    var place = index - 1
    if ["la", "le", "l'"].contains(tokens[place].lowercased) { place -= 1 }
    guard place > 0 else { return false }
    let preposition = tokens[place].lowercased
    var noun = place - 1
    if preposition == "par" {
      // « créé en 2018 par ».
      if noun > 1, tokens[noun].isNumber, tokens[noun - 1].lowercased == "en" { noun -= 2 }
      return OrganisationWords.deeds.contains { tokens[noun].lowercased.hasPrefix($0) }
    }
    guard ["de", "du", "d'"].contains(preposition) else { return false }
    if tokens[noun].lowercased == "sein", isAfter("au", noun) {
      return capitals(from: index).count > 1 || tokens[index].isAcronym
    }
    // « les avis 12 et 13 de ».
    while noun > 0, tokens[noun].isNumber || tokens[noun].lowercased == "et" { noun -= 1 }
    let word = tokens[noun].lowercased
    if OrganisationWords.acts.contains(word) { return tokens[index].isAcronym }
    return OrganisationWords.workers.contains(word) && place < index - 1
  }

  /// « Durand, un consortium créé … ».
  private func hasApposition(_ run: Range<Int>) -> Bool {
    let end = run.upperBound
    guard end + 1 < tokens.count, tokens[end].gap == ", ",
      ["un", "une"].contains(tokens[end].lowercased)
    else { return false }
    return (end + 1...min(end + 3, tokens.count - 1)).contains { index in
      tokens[index].isJoined && !tokens[index].startsUpper
        && OrganisationWords.descriptors.contains(tokens[index].lowercased)
    }
  }

  /// Acronyms joined to an organisation by a stroke, « et » or a comma in a bracket.
  mutating func findJoined() {
    for index in tokens.indices where !taken[index] && tokens[index].isAcronym {
      let gap = tokens[index].gap
      let after = passage.gap(after: index)
      var left = index - 1
      var isJoined = gap == "/" || gap == " / "
      if gap == " (" || gap == ", " {
        isJoined = (gap == ", " && after.hasPrefix(")")) || (gap == " (" && after.hasPrefix(")"))
      } else if tokens[index].isJoined, left >= 0 {
        if ["le", "la", "l'"].contains(tokens[left].lowercased) { left -= 1 }
        if left > 0, tokens[left].lowercased == "et" {
          isJoined = true
          left -= 1
        }
      }
      if isJoined, left >= 0, isFoundName(endingAt: left) { takeAcronym(at: index) }
    }
  }

  private func isFoundName(endingAt index: Int) -> Bool {
    taken[index] && !passage.isPerson[index]
  }
}
