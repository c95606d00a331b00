/// A part of what an entry says besides who and when.
enum EntryPart: Sendable {
  case text(TextPart)
  case item(ReferenceItem)
  /// « in », « dans »: the work stands in another.
  case containerMark
  /// People of whom the words say what they did: « éd. par X », « trad. de X ».
  case people([ReferenceName], ReferenceRole)
  /// « (dir.) » behind names that stand before it.
  case role(ReferenceRole)
  /// What the work calls itself: « thèse de doctorat ».
  case genre(Range<Int>, WorkGenre?)
  case collection(Range<Int>)

  var text: TextPart? { if case .text(let text) = self { text } else { nil } }
  var item: ReferenceItem? { if case .item(let item) = self { item } else { nil } }
}

/// Words without a form of their own: a title, a publisher, a place.
struct TextPart: Sendable {
  enum Form: Hashable, Sendable {
    case plain
    case quoted
    case emphasised
  }

  /// What divides it from the words before it.
  enum Mark: Hashable, Sendable {
    case none
    case comma
    case stop
    case colon
  }

  let range: Range<Int>
  let form: Form
  let mark: Mark
}

/// The kinds of works that name themselves.
enum WorkGenre: Hashable, Sendable {
  case thesis
  case report
  case webpage
  case conference
  case other

  private static let openings: [(words: [String], genre: WorkGenre)] = [
    (
      [
        "these", "doctorat", "memoire de master", "memoire de maitrise", "memoire de dea",
        "memoire de m1", "memoire de m2", "memoire de licence", "memoire de recherche",
        "memoire de fin", "memoire de diplome", "memoire inedit", "habilitation a",
        "hdr", "ph.d", "phd", "doctoral", "master's", "m.a. thesis", "master thesis",
        "travail de fin", "dissertation", "thesis", "unpublished phd", "dossier d'habilitation",
      ], .thesis
    ),
    (
      [
        "rapport", "document de travail", "documents de travail", "working paper", "note de",
        "research report", "technical report", "discussion paper", "cahier de recherche",
        "policy brief", "livre blanc", "report", "white paper", "occasional paper", "wp",
      ], .report
    ),
    (
      [
        "page web", "page internet", "site web", "site internet", "billet", "blog",
        "carnet de recherche",
        "article en ligne", "notice en ligne", "webpage", "web page", "website", "blog post",
      ], .webpage
    ),
    (
      [
        "communication", "conference", "intervention au", "intervention a", "paper presented",
        "poster", "paper given", "presentation", "seminaire",
      ], .conference
    ),
    (
      [
        "manuscrit", "film", "documentaire", "podcast", "emission", "carte", "base de donnees",
        "jeu de donnees", "logiciel", "exposition", "catalogue d'exposition", "entretien",
        "compte rendu", "compte-rendu", "recension", "video", "brochure", "dataset", "inedit",
        "numero special", "dossier special",
      ], .other
    ),
  ]

  /// The genre that words begin to name.
  static func of(_ entry: EntryText, _ range: Range<Int>) -> WorkGenre? {
    var cursor = FoldedCursor(entry, range)
    return openings.first { cursor.takeAny($0.words) }?.genre
  }
}
