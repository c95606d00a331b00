import Markup

/// Whether a word has the shape of a given name or of a part of a family.
func isNamePart(_ word: SeedWord, after previous: SeedWord?, setting: NameSetting) -> Bool {
  if word.isSmall { return false }
  // Most names are a capital and small letters.
  if word.isCapitalised { return true }
  if isShortened(word) { return true }
  let scalars = Array(word.text.unicodeScalars)
  guard scalars.count > 1, !(setting == .prose && isCapitalWord(word.text)),
    scalars.contains(where: \.isUpper)
  else {
    // « PUJOL I SERRA »: a particle among capitals.
    return setting == .list && ["I", "Y", "E"].contains(word.text) && word.trailing.isEmpty
      && previous.map { isCapitalWord($0.text) } ?? false
  }
  let mayGoOnSmall = previous.map(isEastAsianFamily) ?? false
  for (index, part) in word.text.unicodeScalars.split(whereSeparator: {
    $0 == "-" || $0.isApostrophe
  }).enumerated() {
    guard let initial = part.first, part.allSatisfy(\.isLetter) else { return false }
    let isElision = part.count == 1 && "dlDLO".unicodeScalars.contains(initial)
    guard
      initial.isUpper || isElision || FrenchWords.particles.contains(String(part))
        || (mayGoOnSmall && index > 0)
    else { return false }
    if setting == .prose, part.count > 1, isCapitalWord(String(part)) { return false }
    guard hasCapitalsOfName(part) else { return false }
  }
  return true
}

/// « RéseauPlus » is a brand, « McArthur » and « DiMaggio » are not.
private func hasCapitalsOfName(_ part: Substring.UnicodeScalarView) -> Bool {
  guard let inner = part.dropFirst().firstIndex(where: \.isUpper) else { return true }
  if isCapitalWord(String(part)) { return true }
  let head = String(part[..<inner])
  return part[inner...].dropFirst().allSatisfy { !$0.isUpper }
    && ["Mc", "Mac", "Di", "De", "Fitz", "Van", "Von"].contains(head)
}

/// Whether a word is a given name cut short to initials.
func isShortened(_ word: SeedWord) -> Bool {
  guard word.trailing.hasPrefix(".") else { return false }
  if ["Ch", "Fr", "Ph", "Th"].contains(word.text) { return true }
  let letters = word.text.unicodeScalars.split { $0 == "." || $0 == "-" }
  return !letters.isEmpty && letters.allSatisfy { $0.count == 1 && $0.allSatisfy(\.isUpper) }
    && word.text.unicodeScalars.count <= 6
}

/// Whether a word is a small one that stands inside names.
func isParticle(_ word: SeedWord) -> Bool {
  FrenchWords.particles.contains(word.text) && word.trailing.isEmpty
}
