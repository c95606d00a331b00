import SiteModel

/// Where the event took place: what a line above the text says, or what follows « dans les locaux
/// de », « s’est tenue à », « a réuni cent personnes à ».
///
/// A house is better than a town: « à Lyon, à la Maison des Canuts ».
func findVenue(_ report: EventReport) -> TracedText? {
  if let place = report.place { return place }
  for (position, text) in report.paragraphs.enumerated() {
    let words = text.words
    for (index, word) in words.enumerated() where word.trailing.isEmpty || word.trailing == "," {
      if word.lowercased == "locaux" {
        if let venue = placeAfter(index, in: text, words: words, reach: 1) { return venue }
      } else if Gathering.held.contains(word.lowercased) {
        if let venue = placeAfter(index, in: text, words: words, reach: 16) { return venue }
      } else if position < 3, Gathering.gathers.contains(word.lowercased),
        let venue = placeAfter(index, in: text, words: words, reach: 16)
      {
        return venue
      }
    }
  }
  return nil
}

/// Verbs that say where people met.
private enum Gathering {
  static let held: WordSet = [
    "lieu", "tenu", "tenue", "tenus", "tenues", "déroulé", "déroulée", "déroulés", "déroulées",
  ]

  static let gathers: WordSet = [
    "réuni", "réunis", "réunie", "rassemblé", "attiré", "réunissait", "rassemblait", "organisé",
    "organisée", "organisés", "organisées", "retrouvés", "retrouvées", "donné",
  ]
}

/// Nouns that the name of a house begins with, in small letters or capitals.
let placeNouns: WordSet = [
  "abbaye", "académie", "amphi", "amphithéâtre", "archives", "atelier", "ateliers", "auditorium",
  "bibliothèque", "bourse", "campus", "centre", "chapelle", "château", "cinéma", "cité", "cloître",
  "collège", "conservatoire", "couvent", "école", "entrepôt", "espace", "faculté", "ferme", "fort",
  "gare", "halle", "halles", "hangar", "hôpital", "hôtel", "institut", "lycée", "mairie", "maison",
  "manufacture", "médiathèque", "moulin", "musée", "muséum", "opéra", "palais", "pavillon",
  "préfecture", "prieuré", "rotonde", "salle", "siège", "studio", "théâtre", "tour", "université",
  "usine", "villa",
]

/// The first house named within reach of a word in its sentence, else the first town.
private func placeAfter(
  _ index: Int,
  in text: TracedText,
  words: [SeedWord],
  reach: Int
) -> TracedText? {
  var town: TracedText?
  let ofHouse = ["de", "du", "des", "d'", "d’"]
  let isHouse = words[index].lowercased == "locaux"
  var next = index + 1
  while next < words.count, next - index <= reach {
    let before = words[next - 1]
    let marks = before.text.isEmpty ? before.leading : before.trailing
    if ".;:!?…»".unicodeScalars.contains(where: marks.unicodeScalars.contains) { break }
    let word = words[next].lowercased
    let isPreposition =
      isHouse ? ofHouse.contains(word) : ["à", "au", "aux", "dans", "chez"].contains(word)
    var head = isPreposition ? next + 1 : (isHouse && hasElision(words[next]) ? next : -1)
    next += 1
    guard head >= 0, isHouse || words[head - 1].trailing.isEmpty else { continue }
    while head < words.count, ["la", "le", "les"].contains(words[head].text) { head += 1 }
    guard head < words.count,
      let place = placeName(in: text, words: words, from: head, mustBeHouse: word == "dans")
    else { continue }
    if isHouse || word != "à" || head > next || hasElidedArticle(words[head])
      || isPlaceNoun(words[head])
    {
      return place
    }
    town = town ?? place
  }
  return town
}

private func hasElidedArticle(_ word: SeedWord) -> Bool {
  word.text.hasPrefix("l’") || word.text.hasPrefix("l'")
}

/// A word without « l’ » or « d’ » in small letters.
private func noun(_ word: SeedWord) -> String {
  behindElision(word.lowercased) ?? word.lowercased
}

func isPlaceNoun(_ word: SeedWord) -> Bool { placeNouns.contains(noun(word)) }

/// A name of a place with its complements: « Rotonde des locomotives de Lyon », « université de
/// Brest », « Bibliothèque nationale de France ».
private func placeName(
  in text: TracedText,
  words: [SeedWord],
  from start: Int,
  mustBeHouse: Bool
) -> TracedText? {
  let head = words[start]
  let isElided = hasElision(head) || hasElidedArticle(head)
  let headText = text[(head.core.lowerBound + (isElided ? 2 : 0))..<head.core.upperBound]
  guard let initial = headText.scalars.first?.scalar, head.leading.isEmpty,
    initial.isUpper || isPlaceNoun(head), isPlaceNoun(head) || !mustBeHouse,
    FrenchMonths.number(of: headText.string) == nil
  else { return nil }
  var last = start
  var index = start + 1
  while index < words.count, index - start < 14, words[index - 1].trailing.isEmpty,
    words[index].leading.isEmpty
  {
    let word = words[index]
    let isSmall = ["de", "du", "des", "la", "le", "les", "et", "à"].contains(word.text)
    let afterSmall = ["de", "du", "des", "la", "le", "les"].contains(words[index - 1].text)
    if word.startsUpper || hasElision(word) || (afterSmall && !isSmall)
      || (hasElidedArticle(word) && words[index - 1].text == "de")
      || (last == index - 1 && isAdjective(word.text))
    {
      last = index
    } else if !isSmall {
      break
    }
    index += 1
  }
  return text[
    headText.isEmpty
      ? 0..<0 : (head.core.lowerBound + (isElided ? 2 : 0))..<words[last].core.upperBound
  ]
}

/// « nationale », « supérieure », « culturel »: what may stand beside the noun of a house.
private func isAdjective(_ word: String) -> Bool {
  word.count > 5
    && [
      "al", "ale", "ales", "aux", "el", "elle", "elles", "ique", "iques", "aire", "aires", "ien",
      "ienne", "eur", "eure", "ieur", "ieure", "if", "ive", "ives", "aine", "ain",
    ].contains { word.hasSuffix($0) }
}
