import Diagnostics
import Markdown
import SiteModel

/// When a name that stands in a text names its entity.
enum NameRole: Hashable, Sendable {
  /// Wherever it stands.
  case name
  /// One word that is a name in full; where texts of the site use it as a common word, only behind
  /// a longer name.
  case word
  /// Behind a full name of the person, or a courtesy title.
  case familyName
  /// Where it is not said to be something else's.
  case numberOfAxis
  /// Within the texts of its series.
  case numberInSeries
  /// Where the collection is spoken of.
  case numberInCollection
  /// An acronym of the glossary, in the sense that the text uses.
  case acronym
}

/// A form of a name as the automaton looks for it.
struct NameForm {
  let words: String
  let role: NameRole
  /// Where the record has it, when it is an alias.
  let alias: SourceSpan?

  init(_ words: String, _ role: NameRole, alias: SourceSpan? = nil) {
    self.words = words
    self.role = role
    self.alias = alias
  }
}

/// Every form by which texts may name an entity.
func nameForms(of entity: any Entity) -> [NameForm] {
  let kind = entity.id.kind
  let number = entity.namings.first { $0.form == .number }?.words.value
  return entity.namings.flatMap { naming -> [NameForm] in
    let words = naming.words.value
    guard
      words.unicodeScalars.contains(where: { $0.properties.isAlphabetic })
        || naming.form == .number
    else { return [] }
    switch naming.form {
    case .name: return nameVariants(of: words, kind, alias: nil)
    case .alias: return nameVariants(of: words, kind, alias: naming.words.span)
    case .familyName:
      let name = FamilyName(words, in: entity.title)
      return name.forms.map { NameForm($0, .familyName) }
        + (name.capitals.map { [NameForm($0, .name)] } ?? [])
    case .acronym: return [NameForm(words, .acronym)]
    case .number: return numberForms(words, kind)
    case .title:
      return kind == .axis ? axisForms(words, number: number) : titleForms(words, kind)
    }
  }
}

/// A name, with its first letter as sentences begin, and with its hyphens as other hands set them.
private func nameVariants(
  of name: String,
  _ kind: EntityKind,
  alias: SourceSpan?
) -> [NameForm] {
  let isWord = !name.contains { $0.isWhitespace }
  if kind == .person, isWord { return [NameForm(name, .familyName)] }
  var forms = [name]
  if name.first?.isLowercase ?? false { forms.append(capitalised(name)) }
  // Of a hyphen or a dash (0xE2 begins it) all the forms are made.
  if kind == .organisation, name.utf8.contains(where: { $0 == UInt8(ascii: "-") || $0 == 0xE2 }) {
    for hyphen in [" - ", " – "] where name.contains(hyphen) {
      forms.append(name.replacing(hyphen, with: "-"))
    }
    if name.contains("-"), !name.contains(" - ") {
      forms.append(name.replacing("-", with: " - "))
      forms.append(name.replacing("-", with: " – "))
    }
  }
  let isAcronym = !name.contains { $0.isLowercase }
  let role: NameRole = isWord && !isAcronym ? .word : .name
  return forms.enumerated().map { NameForm($1, role, alias: $0 == 0 ? alias : nil) }
}

private func numberForms(_ number: String, _ kind: EntityKind) -> [NameForm] {
  func forms(_ nouns: [String], _ role: NameRole) -> [NameForm] {
    (nouns + nouns.map(capitalised)).map { NameForm("\($0) \(number)", role) }
  }
  switch kind {
  case .axis: return forms(FrenchNames.axisNouns, .numberOfAxis)
  case .session: return forms(FrenchNames.sessionNouns, .numberInSeries)
  case .issue: return forms(FrenchNames.issueNouns, .numberInCollection)
  default: return []
  }
}

private func axisForms(_ title: String, number: String?) -> [NameForm] {
  let nouns = FrenchNames.axisNouns + FrenchNames.axisNouns.map(capitalised)
  let heads = nouns + (number.map { number in nouns.map { "\($0) \(number)" } } ?? [])
  let titles = [title, "« \(title) »"]
  let quoted = wordCount(of: title) > 1 ? [NameForm("« \(title) »", .name)] : []
  return quoted + heads.flatMap { head in titles.map { NameForm("\(head) \($0)", .name) } }
}

/// A title between quotation marks; one of several words that only an event bears also without.
private func titleForms(_ title: String, _ kind: EntityKind) -> [NameForm] {
  let count = wordCount(of: title)
  var forms = count > 1 ? [NameForm("« \(title) »", .name)] : []
  if kind == .event, count > 2 { forms.append(NameForm(title, .name)) }
  return forms
}

private func wordCount(of text: String) -> Int {
  text.unicodeScalars.split { $0.isASCII ? $0.value <= 0x20 : $0.properties.isWhitespace }.count {
    word in
    word.contains { $0.properties.isAlphabetic || $0.properties.numericType != nil }
  }
}

func capitalised(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }
