import Diagnostics
import SiteModel

/// All names of a site, found in one pass, with what each may mean; made once, read by all texts.
struct NameIndex: Sendable {
  /// One meaning of a name.
  struct Sense: Hashable, Sendable {
    /// What it leads to, by its place in ``entities``.
    let entity: Int
    let role: NameRole
    /// The term of the glossary that explains the words.
    var term: Int?
  }

  /// What a term says of its acronym.
  struct Term: Sendable {
    let expansion: String?
    let organisation: Int?
  }

  /// In order of identity.
  let entities: [EntityID]
  /// By entity, the words that lead to it, which all its mentions share.
  let targets: [String]
  var automaton: NameAutomaton
  /// By name; none stands twice in a list, and a name that nothing bears any more has none.
  var senses: [[Sense]]
  /// By entity, the places of its family names among the names.
  var familyNames: [Int: [Int]]
  /// By entity.
  let terms: [Int: Term]
  /// Names that texts of the site also use as common words.
  private(set) var commonNames: Set<Int>
  /// How texts would write names as common words.
  var commonWords: CommonWords
  /// Family names that are words of other things' names.
  var wordsOfOthers: WordsOfOthers
  /// What the numbers of sessions mean, by name and series.
  let sessions: [SessionNumber: Int]
  /// Whether some entity says which texts use it, or is a term of the glossary.
  let hasTerms: Bool
  private let positions: [EntityID: Int]
  private let termsByText: [EntityID: Set<Int>]
  private let termsByPath: [String: Set<Int>]
  private let seriesBySession: [EntityID: EntityID]
  var forms: NameIndexBuilder.Forms

  struct SessionNumber: Hashable, Sendable {
    let name: Int
    let series: EntityID
  }

  /// The place of an entity among all; nil for what is none.
  func position(of id: EntityID) -> Int? { positions[id] }

  /// The place of a name among all, however its spaces and apostrophes are set.
  func name(_ words: String) -> Int? { forms.known(words) }

  /// The terms that the texts of an entity are known to use in their senses: those that say so of
  /// the entity itself, of its series, then of whatever is made from the same texts.
  func terms(usedBy item: LoadedContent.Item) -> [Set<Int>] {
    let id = item.entity.id
    let shared = item.notes.paths.reduce(into: Set<Int>()) { terms, path in
      terms.formUnion(termsByPath[path] ?? [])
    }
    let series = seriesBySession[id].flatMap { termsByText[$0] } ?? []
    return [termsByText[id] ?? [], series, shared].filter { !$0.isEmpty }
  }

  /// The series whose sessions a text may number.
  func series(of id: EntityID) -> EntityID? {
    id.kind == .series ? id : seriesBySession[id]
  }

  /// Gathers the names; which of them are common words, texts must still say.
  init(_ content: LoadedContent) {
    var builder = NameIndexBuilder(content)
    builder.addForms()
    automaton = NameAutomaton(builder.forms.words)
    entities = builder.entities
    targets = entities.map(\.description)
    positions = builder.positions
    senses = builder.consolidatedSenses()
    familyNames = builder.familyNames
    terms = builder.terms
    sessions = builder.sessions
    termsByText = builder.termsByText
    termsByPath = builder.termsByPath
    seriesBySession = builder.seriesBySession
    hasTerms = !termsByText.isEmpty || entities.contains { $0.kind == .term }
    forms = builder.forms
    commonNames = []
    commonWords = builder.commonWords()
    wordsOfOthers = builder.findWordsOfOthers()
  }

  /// The same names, of which the texts use these words as common ones.
  func withCommonWords(_ words: some Sequence<String>) -> NameIndex {
    var index = self
    index.commonNames = commonWords.names(of: words)
    return index
  }

  /// The words of some names, however their spaces and apostrophes are set.
  func words(of names: Set<Int>) -> Set<String> {
    Set(names.lazy.map { WordBytes.folded(forms.words[$0]) })
  }
}
