/// A name of a list of references: `Durand A.-M.`.
struct ReferenceName: Hashable, Sendable {
  let family: TracedText
  /// Initials or given names as printed; a body has none.
  var given: TracedText?
}

/// In what order a list prints the parts of a name.
enum NameOrder: Hashable, Sendable {
  /// « Durand A. », « Durand, A. ».
  case familyFirst
  /// « Durand, Anne ».
  case familyComma
  /// « A. Durand », « Anne Durand ».
  case givenFirst
}

/// What the names of an entry did: they wrote it unless a mark behind them says otherwise.
enum ReferenceRole: Hashable, Sendable {
  case author
  case editor
  case translator
}

/// Names read from a place on.
struct ReadNames: Sendable {
  var names: [ReferenceName] = []
  /// Where the names, their marks and the punctuation behind them end.
  var end: Int
  var role = ReferenceRole.author
  /// Whether initials, capitals or a known given name show each name to be a person's.
  var isCertain = true
  /// Whether words that are no person's name stand behind the names.
  var isMixed = false
}

/// The words by which a mark says what names did: `(dir.)`, `(Eds.)`, `éd.`.
enum RoleMarks {
  private static let editors: WordSet = [
    "ed", "eds", "dir", "dirs", "coord", "coords", "hrsg", "hg", "org", "orgs", "editor",
    "editors", "editeur", "editeurs", "editrice", "editrices", "directeur", "directrice",
    "directeurs", "directrices", "coordinateur", "coordinatrice", "coordinateurs", "comp",
    "sous la dir", "sous la direction", "sous la dir. de", "sous la direction de", "dir. publ",
    "sld", "ss dir", "a cura di", "coordonne par",
  ]
  private static let translators: WordSet = [
    "trad", "trads", "trans", "traducteur", "traductrice", "traducteurs", "translator",
    "translators", "tr",
  ]

  /// What a mark without its brackets says; `éd. et trad.` has editors.
  static func role(_ entry: EntryText, _ range: Range<Int>) -> ReferenceRole? {
    let trimmed = entry.trim(range, of: ".,")
    guard (2...30).contains(trimmed.count) else { return nil }
    let words = String(decoding: entry.folded[trimmed], as: UTF8.self)
    let first = words.split { " .&".contains($0) }.first.map(String.init) ?? words
    var isPair: Bool {
      words.contains(" et ") || words.contains("&") || words.contains(" and ")
    }
    if editors.contains(words) || (editors.contains(first) && isPair) { return .editor }
    if translators.contains(words) || (translators.contains(first) && isPair) { return .translator }
    return nil
  }
}
