import Markup

/// Whether something besides two capitals says that an entry of a list names a person.
///
/// « Dassault Systèmes » and « Orange Healthcare » have the shape of a name, and a page for a firm
/// is the worst error. One of these is asked for: a courtesy title, a common given name, an
/// initial, a family in capitals beside a given name in small letters, a role or a degree in what
/// follows the name, or a body that is no department and thus employs somebody.
func isSurelyPerson(_ person: NamedPerson) -> Bool {
  let words = person.name.given.words
  if person.name.isAddressed || words.contains(where: \.isGivenName) { return true }
  if words.contains(where: { $0.text.unicodeScalars.count == 1 && $0.trailing.hasPrefix(".") }) {
    return true
  }
  if person.name.isRestored, person.name.given.count > 2 { return true }
  return person.function.map(saysWhatSomebodyIs) ?? false
}

/// « pédologue », « Chief clinical officer », « MD, PhD », « Université d’Oslo ».
private func saysWhatSomebodyIs(_ function: TracedText) -> Bool {
  let words = function.words.filter { !$0.text.isEmpty }
  guard let first = words.first else { return false }
  if FrenchWords.firmKinds.contains(first.lowercased) { return false }
  if words.prefix(8).contains(where: { isRoleOrDegree($0) }) || namesTrade(first) { return true }
  let head = behindElision(first.lowercased) ?? ""
  return FrenchWords.institutionWords.contains(head) && !FrenchWords.departments.contains(head)
    && !FrenchWords.firmWords.contains(head)
}

/// « pêcheur », « comtesse »: a noun in small letters that is not what a firm is said to be.
private func namesTrade(_ word: SeedWord) -> Bool {
  guard word.text.unicodeScalars.first?.isLower == true, word.text.count > 3 else { return false }
  return !FrenchWords.institutionWords.contains(word.lowercased)
    && !FrenchWords.functionWords.contains(word.lowercased) && !hasElision(word)
}

private func isRoleOrDegree(_ word: SeedWord) -> Bool {
  FrenchWords.degrees.contains(word.lowercased)
    || word.lowercased.split { $0 == "-" || $0 == "/" }.contains {
      FrenchWords.isRole(String($0))
    }
    || FrenchWords.isRole(word.lowercased)
}
