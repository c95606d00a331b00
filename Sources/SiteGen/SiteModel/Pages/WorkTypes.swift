public import CSL
public import Templating

/// The types of CSL 1.0.2, for templates, which alone know what readers call them.
public enum WorkTypes {
  /// The types, in the order in which pages list them.
  public static let all = [
    "book", "chapter", "article-journal", "article", "article-magazine", "article-newspaper",
    "paper-conference", "thesis", "report", "review", "review-book", "entry",
    "entry-encyclopedia", "entry-dictionary", "collection", "periodical", "classic", "manuscript",
    "pamphlet", "speech", "interview", "personal_communication", "webpage", "post",
    "post-weblog", "dataset", "software", "legislation", "bill", "regulation", "legal_case",
    "hearing", "treaty", "patent", "standard", "broadcast", "motion_picture", "song",
    "musical_score", "performance", "graphic", "figure", "map", "event", "document",
  ]

  private static let known = Set(all)

  /// Whether CSL names a type.
  public static func isKnown(_ type: String) -> Bool { known.contains(type) }

  /// The type of a work as pages know it: `document` for any that CSL does not name.
  public static func type(of item: CSLItem) -> String {
    known.contains(item.type) ? item.type : "document"
  }

  /// A type for templates: a record whose one field, of the name of the type, is true.
  public static func value(of type: String) -> TemplateValue { .record([type: .flag(true)]) }

  /// The shape of such a record.
  public static let shape = RecordShape(
    Dictionary(uniqueKeysWithValues: all.map { ($0, .optional(.flag)) })
  )
}
