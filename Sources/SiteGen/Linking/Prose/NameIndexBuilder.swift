import Diagnostics
import Markdown
import SiteModel

/// Gathers names and their meanings; linear in the names.
struct NameIndexBuilder {
  /// Names as texts set them, each once.
  struct Forms: Sendable {
    var words: [String] = []
    var positions: [String: Int] = [:]

    mutating func place(of words: String) -> Int {
      let words = frenchTypography(of: words)
      let key = WordBytes.folded(words)
      if let position = positions[key] { return position }
      positions[key] = self.words.count
      self.words.append(words)
      return self.words.count - 1
    }

    /// The place of words as their reader writes them, however spaces and apostrophes are set.
    func known(_ words: String) -> Int? { positions[WordBytes.folded(words)] }
  }

  let entities: [EntityID]
  let positions: [EntityID: Int]
  var forms = Forms()
  var familyNames: [Int: [Int]] = [:]
  var terms: [Int: NameIndex.Term] = [:]
  var sessions: [NameIndex.SessionNumber: Int] = [:]
  var termsByText: [EntityID: Set<Int>] = [:]
  var termsByPath: [String: Set<Int>] = [:]
  var seriesBySession: [EntityID: EntityID] = [:]

  private let items: [LoadedContent.Item]
  private var senses: [[NameIndex.Sense]] = []

  init(_ content: LoadedContent) {
    items = content.items
    entities = items.map(\.entity.id)
    positions = Dictionary(entities.enumerated().map { ($1, $0) }) { first, _ in first }
    readRelations()
  }

  private mutating func readRelations() {
    for (place, item) in items.enumerated() {
      for relation in item.entity.relations {
        guard let slug = Slug(relation.target.value) else { continue }
        let target = EntityID(relation.targetKind, slug)
        switch relation.name {
        case .partOf: seriesBySession[item.entity.id] = target
        case .uses:
          termsByText[target, default: []].insert(place)
          for path in positions[target].map({ items[$0].notes.paths }) ?? [] {
            termsByPath[path, default: []].insert(place)
          }
        default: break
        }
      }
    }
  }

  mutating func addForms() {
    for (place, item) in items.enumerated() {
      for naming in item.entity.namings {
        if case .acronym(let expansion) = naming.form {
          terms[place] = NameIndex.Term(
            expansion: expansion,
            organisation: organisation(of: item.entity)
          )
        }
      }
      for form in nameForms(of: item.entity) { add(form, of: place) }
    }
  }

  private func organisation(of term: any Entity) -> Int? {
    term.relations.lazy.filter { $0.name == .shortens }
      .compactMap { Slug($0.target.value).map { EntityID(.organisation, $0) } }
      .compactMap { positions[$0] }.first
  }

  private mutating func add(_ form: NameForm, of entity: Int) {
    let name = forms.place(of: form.words)
    if name == senses.count { senses.append([]) }
    if form.role == .numberInSeries {
      if let series = seriesBySession[entities[entity]] {
        sessions[NameIndex.SessionNumber(name: name, series: series)] = entity
      }
      if !senses[name].isEmpty { return }
    }
    if form.role == .familyName { familyNames[entity, default: []].append(name) }
    if senses[name].last?.entity != entity {
      senses[name].append(NameIndex.Sense(entity: entity, role: form.role))
    }
  }

  /// Acronyms of organisations and their terms are one meaning.
  func consolidatedSenses() -> [[NameIndex.Sense]] {
    senses.map { senses in
      guard senses.contains(where: { $0.role == .acronym }) else { return senses }
      var joined: [NameIndex.Sense] = []
      var explained: Set<Int> = []
      for sense in senses where sense.role == .acronym {
        let target = terms[sense.entity]?.organisation ?? sense.entity
        joined.append(NameIndex.Sense(entity: target, role: .acronym, term: sense.entity))
        explained.insert(target)
      }
      return joined + senses.filter { $0.role != .acronym && !explained.contains($0.entity) }
    }
  }

  /// Names of one word, as some text of the site may write them in small letters.
  func commonWords() -> CommonWords {
    CommonWords(
      senses.indices.compactMap { name in
        smallWord(forms.words[name], senses[name]).map { (word: $0, name: name) }
      }
    )
  }

  /// Family names that stand in the names of what is no person.
  func findWordsOfOthers() -> WordsOfOthers {
    WordsOfOthers(
      senses.indices.filter { senses[$0].contains { $0.role == .familyName } },
      in: senses.indices.filter { !senses[$0].contains { entities[$0.entity].kind == .person } },
      forms.words
    )
  }
}

/// How a text would write a name as a common word; nil for what is no single word, and where it
/// would write the same.
func smallWord(_ words: String, _ senses: [NameIndex.Sense]) -> String? {
  guard senses.contains(where: { $0.role == .word || $0.role == .familyName }) else { return nil }
  let small = words.lowercased()
  return small == words ? nil : small
}
