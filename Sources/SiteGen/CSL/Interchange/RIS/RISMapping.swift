// Tables of data: the types and tags of RIS. Both the reader and the writer follow them.

enum RISTypes {
  /// CSL type and RIS type; of several rows with one RIS type the first is what it is read as.
  static let all: [(csl: String, ris: String)] = [
    ("article-journal", "JOUR"), ("article-magazine", "MGZN"), ("article-newspaper", "NEWS"),
    ("article", "INPR"), ("article", "UNPB"), ("manuscript", "MANSCPT"), ("book", "BOOK"),
    ("book", "EDBOOK"), ("book", "EBOOK"), ("book", "CONF"), ("book", "SER"), ("chapter", "CHAP"),
    ("chapter", "ECHAP"), ("paper-conference", "CPAPER"), ("thesis", "THES"), ("report", "RPRT"),
    ("report", "GOVDOC"), ("webpage", "ELEC"), ("webpage", "ICOMM"), ("webpage", "WEB"),
    ("post-weblog", "BLOG"), ("entry-encyclopedia", "ENCYC"), ("entry-dictionary", "DICT"),
    ("dataset", "DATA"), ("dataset", "DBASE"), ("dataset", "AGGR"), ("software", "COMP"),
    ("patent", "PAT"), ("standard", "STAND"), ("legislation", "STAT"), ("legislation", "LEGAL"),
    ("bill", "BILL"), ("bill", "UNBILL"), ("legal_case", "CASE"), ("hearing", "HEAR"),
    ("map", "MAP"), ("motion_picture", "MPCT"), ("motion_picture", "VIDEO"), ("song", "SOUND"),
    ("song", "MUSIC"), ("broadcast", "ADVS"), ("graphic", "ART"), ("figure", "FIGURE"),
    ("figure", "CHART"), ("figure", "EQUA"), ("graphic", "SLIDE"), ("pamphlet", "PAMP"),
    ("personal_communication", "PCOMM"), ("periodical", "JFULL"), ("article-journal", "EJOUR"),
    ("article-journal", "ABST"), ("classic", "CLSWK"), ("classic", "ANCIENT"),
    ("collection", "CTLG"), ("document", "GEN"), ("document", "GRNT"), ("regulation", "GOVDOC"),
    ("speech", "CPAPER"), ("review", "JOUR"), ("review-book", "JOUR"), ("entry", "ENCYC"),
    ("treaty", "LEGAL"), ("interview", "PCOMM"), ("post", "BLOG"), ("musical_score", "MUSIC"),
    ("performance", "ADVS"), ("event", "GEN"), ("document", "MULTI"), ("document", "HEBREW"),
  ]

  /// The RIS type written for each CSL type.
  static let risByCSL = Dictionary(
    all.map { ($0.csl, $0.ris) },
    uniquingKeysWith: { first, _ in first }
  )

  /// The CSL type of each RIS type.
  static let cslByRIS = Dictionary(
    all.map { ($0.ris, $0.csl) },
    uniquingKeysWith: { first, _ in first }
  )

  /// Types in a periodical, whose container is `JO` and whose number is an issue.
  static let articles: Set<String> = [
    "article-journal", "article-magazine", "article-newspaper", "article", "review", "review-book",
    "periodical",
  ]
}

/// The tags of one CSL variable.
struct RISTag {
  /// How the value is spelled.
  enum Form {
    case text
    /// Text that may go on in the next lines, kept as lines.
    case lines
    case names
    case date
    /// A tag for each keyword.
    case keywords
  }

  let variable: String
  let form: Form
  /// The tag that is written.
  let tag: String
  /// Tags read as this variable too.
  let also: [String]
  /// Whether the row is for types in a periodical, for others, or (nil) for all.
  let isForArticles: Bool?

  init(
    _ variable: String,
    _ form: Form,
    _ tag: String,
    also: [String] = [],
    isForArticles: Bool? = nil
  ) {
    self.variable = variable
    self.form = form
    self.tag = tag
    self.also = also
    self.isForArticles = isForArticles
  }
}

enum RISTags {
  /// The rows in the order in which tags are written.
  ///
  /// Pages (`SP`, `EP`), numbers (`SN`) and the year (`PY`) need more than a row.
  static let all: [RISTag] = [
    .init("author", .names, "AU", also: ["A1"]),
    .init("editor", .names, "ED", also: ["A2", "E1"]),
    .init("collection-editor", .names, "A3"),
    .init("translator", .names, "A4", also: ["TR"]),
    .init("title", .text, "TI", also: ["T1", "CT"]),
    .init("title", .text, "TI", also: ["BT"], isForArticles: false),
    .init("title-short", .text, "ST"),
    .init("original-title", .text, "OP"),
    .init("container-title", .text, "T2", also: ["JO", "JF"], isForArticles: true),
    .init("container-title", .text, "T2", also: ["BT", "JO", "JF"], isForArticles: false),
    .init("container-title-short", .text, "J2", also: ["JA", "J1"]),
    .init("collection-title", .text, "T3"),
    .init("reviewed-title", .text, "RI"),
    .init("issued", .date, "DA", also: ["PY", "Y1"]),
    .init("accessed", .date, "Y2"),
    .init("volume", .text, "VL", also: ["VO"]),
    .init("issue", .text, "IS", isForArticles: true),
    .init("collection-number", .text, "IS", isForArticles: false),
    .init("number-of-volumes", .text, "NV"),
    .init("number", .text, "M1"),
    .init("genre", .text, "M3"),
    .init("edition", .text, "ET"),
    .init("section", .text, "SE"),
    .init("publisher", .text, "PB"),
    .init("publisher-place", .text, "CY", also: ["PP"]),
    .init("archive_location", .text, "AV"),
    .init("call-number", .text, "CN"),
    .init("archive", .text, "DB"),
    .init("source", .text, "DP"),
    .init("language", .text, "LA"),
    .init("DOI", .text, "DO"),
    .init("URL", .text, "UR", also: ["LK", "L2"]),
    .init("keyword", .keywords, "KW"),
    .init("abstract", .lines, "AB", also: ["N2"]),
    .init("note", .lines, "N1"),
    .init("annote", .lines, "RN"),
  ]

  /// The places of the rows of each variable.
  private static let places = Dictionary(grouping: all.indices) { all[$0].variable }

  /// The rows of the variables that an item has, in the order of the table.
  static func rows(for item: CSLItem) -> [RISTag] {
    item.fields.keys.flatMap { places[$0] ?? [] }.sorted().map { all[$0] }
  }

  /// Tags that say nothing about the work: files, labels, translations of other programs.
  static let silent: Set<String> = [
    "L1", "L3", "L4", "RP", "AD", "TA", "TT", "AN", "U1", "U2", "U3", "U4", "U5", "LB", "DS",
  ]
}
