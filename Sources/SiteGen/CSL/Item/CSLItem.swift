/// One bibliographic item, with the variables of CSL 1.0.2 that the reference lists print.
///
/// Texts are empty, and lists empty, where a variable is absent.
public struct CSLItem: Hashable, Sendable {
  /// The citation key.
  public let id: String
  /// Item type (`book`, `article-journal`, `chapter`, `report`…).
  public let type: String
  /// Authors, in order.
  public let author: [CSLName]
  /// Editors, in order.
  public let editor: [CSLName]
  /// Year of `issued`; nil when the list prints none.
  public let issuedYear: Int?
  /// Letter that tells two works of one year apart, as printed.
  public let yearSuffix: String
  /// Variables whose value is text, by their CSL name (`title`, `container-title`, `page`…).
  public let texts: [String: String]

  /// Names of the text variables a reference may give.
  public static let textVariables = [
    "title", "container-title", "collection-title", "volume", "issue", "page", "publisher",
    "publisher-place", "number-of-pages", "number", "genre", "edition", "note", "DOI", "ISBN",
    "ISSN", "URL",
  ]

  /// Makes an item.
  public init(
    id: String,
    type: String,
    author: [CSLName],
    editor: [CSLName],
    issuedYear: Int?,
    yearSuffix: String,
    texts: [String: String]
  ) {
    self.id = id
    self.type = type
    self.author = author
    self.editor = editor
    self.issuedYear = issuedYear
    self.yearSuffix = yearSuffix
    self.texts = texts
  }

  /// The value of a text variable; empty when absent.
  public subscript(variable: String) -> String { texts[variable] ?? "" }
}
