import Markup

/// How far the name reaches that begins with the noun of a body: « Institut national de … ».
///
/// Stops before what a name does not hold, and gives nothing where its end is a guess.
struct NameExtent {
  private enum Last { case head, adjective, noun, capital }

  private let passage: NamingPassage
  private var end: Int
  private var last = Last.head
  private var holdsComplement = false
  private var isUncertain = false

  private init(_ passage: NamingPassage, from start: Int) {
    self.passage = passage
    end = start + 1
  }

  /// The tokens of the name that begins at a token; nil when none does.
  static func ofName(in passage: NamingPassage, at start: Int) -> Range<Int>? {
    // Asked of every token of every text: none is copied that begins no name.
    let isType =
      passage.tokens[start].isAcronym
      && OrganisationWords.typeAcronyms.contains(passage.tokens[start].text)
    guard
      isType || OrganisationWords.places.contains(passage.tokens[start].lowercased)
        || (passage.tokens[start].startsUpper
          && OrganisationWords.heads.contains(passage.tokens[start].lowercased))
    else { return nil }
    let head = passage.tokens[start]
    if head.isAcronym, !isType { return nil }
    var extent = NameExtent(passage, from: start)
    if isType {
      extent.last = .adjective
      extent.readTypeComplement()
    } else if head.lowercased == "ministère" {
      extent.readMinistry()
    }
    while extent.step() {}
    guard extent.isNameFrom(start, isType: isType), !extent.isUncertain else { return nil }
    return start..<extent.end
  }

  private var next: NamingToken? { end < passage.tokens.count ? passage.tokens[end] : nil }

  private func token(_ offset: Int) -> NamingToken? {
    end + offset < passage.tokens.count ? passage.tokens[end + offset] : nil
  }

  /// Takes the next words into the name; false where it ends.
  private mutating func step() -> Bool {
    guard let word = next, end < passage.tokens.count, !passage.isPerson[end] else { return false }
    if word.gap == " - " || word.gap == " – " {
      guard last == .capital, word.isAcronym, passage.gap(after: end) != " - " else {
        return false
      }
      take(1, .capital)
      return true
    }
    guard word.isJoined else { return false }
    switch word.lowercased {
    case "de", "du", "des", "d'": return readOf()
    case "et": return readAnd()
    case "en", "pour", "sur": return readFor(word.lowercased)
    case "au", "aux", "à": return readAt()
    case "&": return readAmpersand()
    default: return readWord(word)
    }
  }

  private mutating func take(_ count: Int, _ kind: Last) {
    end += count
    last = kind
  }

  private mutating func readWord(_ word: NamingToken) -> Bool {
    if word.isNumber {
      guard last == .capital, word.text.utf8.count < 3 else { return false }
      take(1, .capital)
      return true
    }
    if word.startsUpper {
      if isHead(word), last != .head { return false }
      if word.isAcronym, last == .capital { return false }
      take(1, OrganisationWords.scopes.contains(word.lowercased) ? .adjective : .capital)
      return true
    }
    if last != .capital, OrganisationWords.isAdjective(word.lowercased) {
      take(1, .adjective)
      return true
    }
    if last == .head, word.lowercased != word.text || OrganisationWords.isField(word.text) {
      take(1, .noun)
      return true
    }
    // « Arts décoratifs »: a plural that agrees.
    if last == .capital, passage.tokens[end - 1].text.hasSuffix("s"), word.text.hasSuffix("s"),
      word.text.utf8.count > 4, !FrenchWords.functionWords.contains(word.lowercased),
      passage.tokens[end - 1].text.contains("-") || holdsComplement
    {
      take(1, .capital)
      return true
    }
    return false
  }

  /// « de la Recherche », « d’études européennes ».
  private mutating func readOf() -> Bool {
    let length = prepositionLength()
    guard let noun = token(length), noun.isJoined else { return false }
    if noun.startsUpper {
      if isHead(noun), last == .capital { return false }
      if noun.isAcronym, last == .capital { return false }
      if passage.isPerson[end + length] { return false }
      take(length + 1, .capital)
      holdsComplement = true
      return true
    }
    guard last != .capital, isPlainNoun(noun) else { return false }
    take(length + 1, .noun)
    holdsComplement = true
    return true
  }

  private mutating func readAnd() -> Bool {
    guard let word = token(1), word.isJoined else { return false }
    if ["de", "du", "des", "d'"].contains(word.lowercased) {
      let length = prepositionLength(from: 1)
      guard holdsComplement, let noun = token(1 + length), noun.isJoined, !isHead(noun),
        !noun.isAcronym, noun.startsUpper || (last != .capital && isPlainNoun(noun))
      else { return false }
      take(length + 2, noun.startsUpper ? .capital : .noun)
      return true
    }
    if ["le", "la", "les", "l'", "un", "une"].contains(word.lowercased) { return false }
    if word.startsUpper {
      if word.isAcronym || isHead(word) { return false }
      let previous = passage.tokens[end - 1]
      if OrganisationWords.isField(word.text) || isSameGivenName(previous, word)
        || (OrganisationWords.isAdjective(word.lowercased)
          && OrganisationWords.isAdjective(previous.lowercased))
      {
        take(2, .capital)
        return true
      }
      // « l’Institut Durand et Martin »: one body or two, the grammar does not say.
      isUncertain = last == .capital && !FrenchWords.givenNames.contains(slugify(word.text))
      return false
    }
    let isParallel =
      (last == .adjective && OrganisationWords.isAdjective(word.lowercased))
      || (last != .capital && OrganisationWords.isField(word.text))
    guard isParallel else { return false }
    take(2, last == .adjective ? .adjective : .noun)
    return true
  }

  /// « en santé », « pour la Recherche », « sur les Liens sociaux ».
  private mutating func readFor(_ preposition: String) -> Bool {
    let hasArticle = token(1).map { ["la", "le", "les", "l'"].contains($0.lowercased) } ?? false
    guard let noun = token(hasArticle ? 2 : 1), noun.isJoined else { return false }
    let previous = slugify(passage.tokens[end - 1].text)
    let fits =
      preposition == "sur"
      ? noun.startsUpper
        && ["recherche", "recherches", "etudes", "observatoire"].contains(previous)
      : OrganisationWords.isField(noun.text) && (noun.startsUpper || last != .capital)
    guard fits else { return false }
    take(hasArticle ? 3 : 2, noun.startsUpper ? .capital : .noun)
    holdsComplement = true
    return true
  }

  /// « Délégation ministérielle au numérique ».
  private mutating func readAt() -> Bool {
    let head = passage.tokens[end - 1]
    let takesDative = last == .adjective || OrganisationWords.heads.contains(head.lowercased)
    let length = token(1).map { ["la", "l'"].contains($0.lowercased) } ?? false ? 2 : 1
    guard takesDative, !holdsComplement, let noun = token(length), noun.isJoined,
      !noun.startsUpper, isPlainNoun(noun), OrganisationWords.isField(noun.text)
    else { return false }
    take(length + 1, .noun)
    holdsComplement = true
    return true
  }

  private mutating func readAmpersand() -> Bool {
    guard let word = token(1), word.isJoined, word.startsUpper else { return false }
    take(2, .capital)
    return true
  }

  /// « ministère de la santé et de la prévention », also without a capital.
  private mutating func readMinistry() {
    var length = 0
    while true {
      let isFirst = length == 0
      guard let link = token(length), link.isJoined else { break }
      let start = isFirst ? length : (link.lowercased == "et" ? length + 1 : -1)
      guard start >= 0, let word = token(start),
        ["de", "du", "des", "d'"].contains(word.lowercased)
      else { break }
      let preposition = prepositionLength(from: start)
      guard let noun = token(start + preposition), noun.isJoined,
        noun.startsUpper || isPlainNoun(noun), !isHead(noun)
      else { break }
      length = start + preposition + 1
      while let adjective = token(length), adjective.isJoined, !adjective.startsUpper,
        OrganisationWords.isAdjective(adjective.lowercased)
      { length += 1 }
    }
    if length > 0 {
      take(length, .capital)
      holdsComplement = true
    }
  }

  /// « CHU de Lyon », « ARS Grand Est ».
  private mutating func readTypeComplement() {
    guard let word = next, word.isJoined, !passage.isPerson[end] else { return }
    if ["de", "du", "des", "d'"].contains(word.lowercased) {
      let length = prepositionLength()
      if let noun = token(length), noun.isJoined, noun.startsUpper { take(length + 1, .capital) }
    } else if word.startsUpper, !word.isAcronym {
      take(1, .capital)
    }
    holdsComplement = last == .capital
  }

  /// The tokens of « de », « de la », « du », « d’ » that begin at an offset.
  private func prepositionLength(from offset: Int = 0) -> Int {
    guard token(offset)?.lowercased == "de", let article = token(offset + 1) else { return 1 }
    return ["la", "l'"].contains(article.lowercased) ? 2 : 1
  }

  private func isHead(_ word: NamingToken) -> Bool {
    OrganisationWords.heads.contains(word.lowercased)
      && !OrganisationWords.isField(word.lowercased)
  }

  private func isPlainNoun(_ word: NamingToken) -> Bool {
    !word.startsUpper && !word.isNumber && word.text.utf8.count > 2
      && !FrenchWords.functionWords.contains(word.lowercased)
  }

  private func isSameGivenName(_ left: NamingToken, _ right: NamingToken) -> Bool {
    FrenchWords.givenNames.contains(slugify(left.text))
      && FrenchWords.givenNames.contains(slugify(right.text))
  }

  /// Whether what was read names one body and not a sort of bodies.
  private func isNameFrom(_ start: Int, isType: Bool) -> Bool {
    guard end > start + 1 else { return false }
    let words = passage.tokens[start + 1..<end]
    if isType { return words.last?.startsUpper ?? false }
    let head = passage.tokens[start]
    if head.lowercased == "ministère" { return holdsComplement }
    // All of them begin so.
    if slugify(head.text).hasPrefix("union"),
      OrganisationWords.polities.contains(nameKey([head.text] + words.map(\.text)))
    {
      return false
    }
    if words.contains(where: \.startsUpper) { return isProper(head, Array(words)) }
    guard head.startsUpper else { return false }
    let isOpening = start == 0 || passage.tokens[start].gap.contains(where: ".!?:•".contains)
    if head.lowercased == "chaire" { return !isOpening }
    if OrganisationWords.learned.contains(head.lowercased), !isOpening, holdsComplement,
      ["la", "l'"].contains(passage.tokens[start - 1].lowercased),
      words.last.map({ OrganisationWords.isField($0.text) }) ?? false
    {
      return true
    }
    return words.contains { OrganisationWords.scopes.contains($0.lowercased) }
      && !isIndefinite(before: start)
  }

  /// A capital in the name; one that stands in small letters needs it at once.
  private func isProper(_ head: NamingToken, _ words: [NamingToken]) -> Bool {
    guard let first = words.first else { return false }
    if head.startsUpper { return true }
    if first.startsUpper { return !first.isAcronym || head.lowercased == "université" }
    guard let capital = words.first(where: \.startsUpper) else { return false }
    let before = words.prefix { !$0.startsUpper }
    return !OrganisationWords.heads.contains(capital.lowercased)
      && before.allSatisfy {
        ["de", "du", "des", "d'", "la", "l'"].contains($0.lowercased)
          || OrganisationWords.isAdjective($0.lowercased)
      }
  }

  private func isIndefinite(before start: Int) -> Bool {
    start > 0 && ["un", "une"].contains(passage.tokens[start - 1].lowercased)
  }
}
