// Tables of data: what BibTeX and BibLaTeX call the types and variables of CSL. Both the reader and
// the writer follow them, so that a mapping exists once.

/// The entry types of one CSL type.
struct BibTeXType {
  let csl: String
  /// The type written for BibLaTeX.
  let bibLaTeX: String
  /// The type written for classic BibTeX.
  let bibTeX: String
  /// Types read as this one too.
  let also: [String]
  let family: BibTeXFamily

  init(
    _ csl: String,
    _ bibLaTeX: String,
    _ bibTeX: String,
    _ family: BibTeXFamily,
    also: [String] = []
  ) {
    self.csl = csl
    self.bibLaTeX = bibLaTeX
    self.bibTeX = bibTeX
    self.family = family
    self.also = also
  }
}

/// What fields such as `number` mean depends on these families of types.
enum BibTeXFamily {
  /// In a periodical.
  case article
  /// In a book.
  case part
  /// Published for itself.
  case whole
  /// Published under a number of its own: reports, patents, laws.
  case numbered
  /// Submitted to a school.
  case thesis
}

enum BibTeXTypes {
  /// The first type of a name is what the name means when read without `entrysubtype`.
  static let all: [BibTeXType] = [
    .init("document", "misc", "misc", .whole),
    .init("article-journal", "article", "article", .article, also: ["suppperiodical"]),
    .init("article-magazine", "article", "article", .article),
    .init("article-newspaper", "article", "article", .article),
    .init("article", "unpublished", "unpublished", .article),
    .init(
      "book",
      "book",
      "book",
      .whole,
      also: ["mvbook", "collection", "mvcollection", "reference", "mvreference", "manual"]
        + ["proceedings", "mvproceedings"]
    ),
    .init(
      "chapter",
      "incollection",
      "incollection",
      .part,
      also: ["inbook", "bookinbook", "suppbook", "suppcollection"]
    ),
    .init("paper-conference", "inproceedings", "inproceedings", .part, also: ["conference"]),
    .init("entry-encyclopedia", "inreference", "incollection", .part),
    .init("entry-dictionary", "inreference", "incollection", .part),
    .init("entry", "inreference", "incollection", .part),
    .init("thesis", "thesis", "phdthesis", .thesis, also: ["mastersthesis"]),
    .init("report", "report", "techreport", .numbered),
    .init("webpage", "online", "misc", .whole, also: ["www", "electronic", "webpage"]),
    .init("post-weblog", "online", "misc", .whole),
    .init("post", "online", "misc", .whole),
    .init("manuscript", "unpublished", "unpublished", .whole),
    .init("speech", "unpublished", "unpublished", .whole),
    .init("pamphlet", "booklet", "booklet", .whole),
    .init("periodical", "periodical", "misc", .whole),
    .init("dataset", "dataset", "misc", .whole, also: ["data"]),
    .init("software", "software", "misc", .whole),
    .init("patent", "patent", "misc", .numbered),
    .init("standard", "standard", "misc", .numbered),
    .init("legislation", "legislation", "misc", .numbered),
    .init("bill", "legislation", "misc", .numbered),
    .init("regulation", "legislation", "misc", .numbered),
    .init("legal_case", "jurisdiction", "misc", .numbered),
    .init("hearing", "legal", "misc", .numbered),
    .init("treaty", "legal", "misc", .numbered, also: ["commentary"]),
    .init("personal_communication", "letter", "misc", .whole),
    .init("interview", "misc", "misc", .whole),
    .init("motion_picture", "movie", "misc", .whole, also: ["video"]),
    .init("broadcast", "video", "misc", .whole),
    .init("song", "audio", "misc", .whole, also: ["music"]),
    .init("musical_score", "music", "misc", .whole),
    .init("graphic", "artwork", "misc", .whole, also: ["image"]),
    .init("figure", "image", "misc", .whole),
    .init("map", "misc", "misc", .whole),
    .init("performance", "performance", "misc", .whole),
    .init("event", "misc", "misc", .whole),
    .init("review", "review", "article", .article),
    .init("review-book", "review", "article", .article),
    .init("collection", "misc", "misc", .whole),
    .init("classic", "misc", "misc", .whole),
  ]

  /// The types by their CSL names.
  static let byCSL = Dictionary(all.map { ($0.csl, $0) }, uniquingKeysWith: { first, _ in first })

  /// The type an entry type is read as; of two rows, the name the first one claims in `also`, or
  /// else writes.
  static let byName: [String: BibTeXType] = {
    var types: [String: BibTeXType] = [:]
    for names in [\BibTeXType.alsoNames, \.bibLaTeXNames, \.bibTeXNames] {
      for type in all {
        for name in type[keyPath: names] where types[name] == nil { types[name] = type }
      }
    }
    types["unpublished"] = byCSL["manuscript"]
    return types
  }()

  /// Words of `entrysubtype` in use that are not CSL's.
  static let subtypes = [
    "magazine": "article-magazine", "newspaper": "article-newspaper", "blog": "post-weblog",
  ]
}

extension BibTeXType {
  fileprivate var alsoNames: [String] { also }
  fileprivate var bibLaTeXNames: [String] { [bibLaTeX] }
  fileprivate var bibTeXNames: [String] { [bibTeX] }
}

/// The field of one CSL variable.
struct BibTeXField {
  /// How the value is spelled.
  enum Form {
    /// Text where braces protect case.
    case title
    /// Text where braces mean nothing.
    case text
    /// Text that TeX does not read: addresses and identifiers.
    case verbatim
    case pages
    case names
    case date
    case language
    case genre
  }

  let variable: String
  let form: Form
  /// The field of BibLaTeX; nil when only classic BibTeX has one.
  let bibLaTeX: String?
  /// The field of classic BibTeX; nil when it has none.
  let bibTeX: String?
  /// The families whose entries the field is written for; empty means all.
  let families: [BibTeXFamily]

  init(
    _ variable: String,
    _ form: Form,
    _ bibLaTeX: String?,
    _ bibTeX: String?,
    also: [String] = [],
    _ families: BibTeXFamily...
  ) {
    self.variable = variable
    self.form = form
    self.bibLaTeX = bibLaTeX
    self.bibTeX = bibTeX
    self.families = families
    names = [bibLaTeX, bibTeX == bibLaTeX ? nil : bibTeX].compactMap { $0 } + also
  }

  /// Every field read as this variable, in order of preference.
  let names: [String]
}

enum BibTeXFields {
  /// The rows in the order in which fields are written.
  static let all: [BibTeXField] = [
    .init("author", .names, "author", "author"),
    .init("editor", .names, "editor", "editor"),
    .init("translator", .names, "translator", "translator"),
    .init("container-author", .names, "bookauthor", nil),
    .init("title", .title, "title", "title"),
    .init("title-short", .title, "shorttitle", "shorttitle"),
    .init("original-title", .title, "origtitle", nil),
    .init("reviewed-title", .title, "reviewedtitle", nil),
    .init("container-title", .title, "journaltitle", "journal", .article),
    .init(
      "container-title",
      .title,
      "booktitle",
      "booktitle",
      .part,
      .whole,
      .numbered,
      .thesis
    ),
    .init("container-title-short", .title, "shortjournal", nil, also: ["journal-iso"]),
    .init("volume-title", .title, "volumetitle", nil),
    .init("collection-title", .title, "series", "series"),
    .init("event-title", .title, "eventtitle", nil, also: ["event"]),
    .init("event-place", .text, "venue", nil),
    .init("event-date", .date, "eventdate", nil),
    .init("issued", .date, "date", nil),
    .init("original-date", .date, "origdate", nil),
    .init("genre", .genre, "type", "type"),
    .init("edition", .text, "edition", "edition"),
    .init("version", .text, "version", nil),
    .init("volume", .text, "volume", "volume"),
    .init("number-of-volumes", .text, "volumes", nil),
    .init("part-number", .text, "part", nil),
    .init("issue", .text, "number", "number", .article),
    .init("collection-number", .text, "number", "number", .part, .whole),
    .init("number", .text, "number", "number", .numbered, .thesis),
    .init("number", .text, "eid", nil, .article, .part, .whole),
    .init("issue", .text, "issue", nil, .part, .whole, .numbered, .thesis),
    .init("chapter-number", .text, "chapter", "chapter"),
    .init("page", .pages, "pages", "pages"),
    .init("number-of-pages", .text, "pagetotal", nil),
    .init("publisher", .text, "institution", "institution", .numbered),
    .init("publisher", .text, "institution", "school", .thesis),
    .init(
      "publisher",
      .text,
      "publisher",
      "publisher",
      also: ["organization", "institution", "school"],
      .article,
      .part,
      .whole
    ),
    .init("publisher-place", .text, "location", "address"),
    .init("original-publisher", .text, "origpublisher", nil),
    .init("original-publisher-place", .text, "origlocation", nil),
    .init("medium", .text, "howpublished", "howpublished"),
    .init("status", .text, "pubstate", nil),
    .init("call-number", .text, "library", nil, also: ["lccn", "call-number"]),
    .init("language", .language, "langid", "language", also: ["hyphenation"]),
    .init("ISBN", .verbatim, "isbn", "isbn"),
    .init("ISSN", .verbatim, "issn", "issn"),
    .init("PMID", .verbatim, "pmid", nil),
    .init("PMCID", .verbatim, "pmcid", nil),
    .init("DOI", .verbatim, "doi", "doi"),
    .init("URL", .verbatim, "url", "url"),
    .init("accessed", .date, "urldate", nil, also: ["lastchecked", "lastaccessed", "lastvisited"]),
    .init("keyword", .text, "keywords", "keywords", also: ["keyword"]),
    .init("abstract", .text, "abstract", "abstract"),
    .init("note", .text, "note", "note", also: ["addendum"]),
    .init("annote", .text, "annotation", "annote"),
  ]

  /// The places of the rows of each variable.
  private static let places = Dictionary(grouping: all.indices) { all[$0].variable }

  /// The rows of the variables that an item has, in the order of the table.
  static func rows(for item: CSLItem) -> [BibTeXField] {
    item.fields.keys.flatMap { places[$0] ?? [] }.sorted().map { all[$0] }
  }

  /// Name variables without field of their own, which BibLaTeX writes as editors of a type.
  static let editorRoles: [String] = [
    "collection-editor", "compiler", "composer", "contributor", "curator", "director",
    "editorial-director", "editor-translator", "executive-producer", "guest", "host", "illustrator",
    "interviewer", "narrator", "organizer", "original-author", "performer", "producer", "recipient",
    "reviewed-author", "script-writer", "series-creator", "chair",
  ]

  static let editorRoleNames = Set(editorRoles)

  /// The fields that hold them, each with the field for the type.
  static let editorFields = [
    ("editora", "editoratype"), ("editorb", "editorbtype"), ("editorc", "editorctype"),
  ]

  /// Fields of programs and of the format itself that say nothing about the work.
  static let silent: Set<String> = [
    "file", "timestamp", "owner", "groups", "creationdate", "modificationdate", "comment",
    "date-added", "date-modified", "bdsk-url-1", "bdsk-url-2", "bdsk-file-1", "bdsk-file-2",
    "username", "biburl", "bibsource", "mendeley-tags", "mendeley-groups", "citekey", "ids",
    "entryset", "options", "sortkey", "sortname", "sortyear", "sorttitle", "presort", "xref",
    "related", "relatedtype", "relatedstring", "crossref", "xdata", "entrysubtype", "editortype",
    "priority", "ranking", "readstatus", "relevance", "qualityassured", "printed", "urldatetype",
    "langidopts", "keywords-de", "label", "shorthand", "execute", "pagination", "bookpagination",
    "eprinttype", "archiveprefix", "eprintclass", "primaryclass", "key", "numpages", "copyright",
  ]

  /// What a field of the parent is called in a child of another type (biblatex manual, appendix B).
  static func inheritedName(_ name: String, parent: String, child: String) -> String? {
    let partTypes: Set<String> = [
      "inbook", "incollection", "inproceedings", "conference", "inreference", "bookinbook",
      "suppbook", "suppcollection",
    ]
    switch name {
    case "crossref", "xdata", "xref", "ids", "entryset", "shorttitle", "sorttitle", "label", "key",
      "shorthand", "keywords", "langid", "options", "entrysubtype":
      return nil
    case "title", "subtitle", "titleaddon":
      if partTypes.contains(child) { return "book" + name }
      if child == "article" || child == "suppperiodical" { return "journal" + name }
      return name
    case "author" where partTypes.contains(child) && child != "incollection":
      return parent == "book" || parent == "mvbook" ? "bookauthor" : name
    default: return name
    }
  }

  /// Names of languages that babel and CSL know by different words.
  static let languages: [(babel: String, code: String)] = [
    ("french", "fr"), ("english", "en"), ("german", "de"), ("italian", "it"), ("spanish", "es"),
    ("portuguese", "pt"), ("latin", "la"), ("greek", "el"), ("russian", "ru"), ("dutch", "nl"),
    ("polish", "pl"), ("czech", "cs"), ("swedish", "sv"), ("danish", "da"), ("norwegian", "no"),
    ("finnish", "fi"), ("hungarian", "hu"), ("romanian", "ro"), ("turkish", "tr"),
    ("catalan", "ca"), ("basque", "eu"), ("breton", "br"), ("arabic", "ar"), ("hebrew", "he"),
    ("japanese", "ja"), ("chinese", "zh"), ("british", "en-GB"), ("american", "en-US"),
    ("canadien", "fr-CA"), ("austrian", "de-AT"), ("brazilian", "pt-BR"), ("mexican", "es-MX"),
    ("francais", "fr"), ("frenchb", "fr"), ("français", "fr"), ("acadian", "fr-CA"),
    ("ngerman", "de"), ("naustrian", "de-AT"), ("ukenglish", "en-GB"), ("usenglish", "en-US"),
    ("portuges", "pt"), ("brazil", "pt-BR"), ("magyar", "hu"),
  ]

  /// Keys of `type` that BibLaTeX translates.
  static let genres: [(key: String, genre: String)] = [
    ("phdthesis", "PhD thesis"), ("mathesis", "Master’s thesis"),
    ("bathesis", "Bachelor’s thesis"), ("candthesis", "Candidate thesis"),
    ("techreport", "Technical report"), ("resreport", "Research report"),
    ("patentfr", "French patent"), ("patentde", "German patent"), ("patenteu", "European patent"),
    ("patentuk", "British patent"), ("patentus", "U.S. patent"),
  ]
}
