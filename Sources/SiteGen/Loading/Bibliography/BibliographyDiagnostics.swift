public import Diagnostics

/// The rules of bibliographic files and of works that stand in several sources.
public enum BibliographyDiagnostics {
  /// A brace or quote that never closes.
  public static let unclosedEntry = DiagnosticCode(
    "CIT010",
    "unclosed-entry",
    rule: "Every brace, parenthesis and quote of a bibliographic file closes.",
    remedy: "Close it where the entry ends; what follows in the file was read as part of it."
  )
  /// A byte that the format does not allow there.
  public static let unexpectedText = DiagnosticCode(
    "CIT011",
    "unexpected-text-in-bibliography",
    rule: "A bibliographic file holds entries of its format and nothing between their fields.",
    remedy: "Look for a missing comma or brace shortly before the place shown."
  )
  /// Bytes that are no UTF-8.
  public static let wrongEncoding = DiagnosticCode(
    "CIT012",
    "bibliography-not-utf8",
    rule: "A bibliographic file is UTF-8.",
    remedy: "Export it again with the character encoding Unicode (UTF-8)."
  )
  /// An entry without key.
  public static let missingKey = DiagnosticCode(
    "CIT013",
    "work-without-key",
    rule: "Every work has a key to be cited by.",
    remedy: "Give the entry a key; until then it has one made of author, title and year."
  )
  /// A key of several entries.
  public static let duplicateKey = DiagnosticCode(
    "CIT014",
    "key-used-twice",
    rule: "A citation key is used by one entry of the bibliographic files.",
    remedy: "Delete the copies, or give other works keys of their own."
  )
  /// A field twice in one entry.
  public static let duplicateField = DiagnosticCode(
    "CIT015",
    "field-given-twice",
    rule: "An entry gives a field once; the first is taken.",
    remedy: "Delete one of the two."
  )
  /// An entry without type.
  public static let missingType = DiagnosticCode(
    "CIT016",
    "work-without-type",
    rule: "Every work has a type, such as book or article.",
    remedy: "Give the entry a type; until then it is shown as a document."
  )
  /// A type nobody knows.
  public static let unknownType = DiagnosticCode(
    "CIT017",
    "unknown-work-type",
    rule: "The type of a work is one that its format and CSL know.",
    remedy: "Choose a known type; until then the work is shown as a document."
  )
  /// An entry without title.
  public static let missingTitle = DiagnosticCode(
    "CIT018",
    "work-without-title",
    rule: "Every work has a title.",
    remedy: "Give the entry a title; until then its page is called by its key."
  )
  /// A field that cannot be kept.
  public static let unreadField = DiagnosticCode(
    "CIT019",
    "unread-bibliographic-field",
    rule: "Fields of a bibliographic file have a counterpart in CSL; others are left out.",
    remedy: "Nothing need be done, unless the field is misspelt."
  )
  /// An abbreviation nobody defines.
  public static let undefinedAbbreviation = DiagnosticCode(
    "CIT020",
    "undefined-abbreviation",
    rule: "An abbreviation in a `.bib` file is defined by a `@string`.",
    remedy: "Define it, or put the words between braces."
  )
  /// A parent that is not there.
  public static let undefinedParent = DiagnosticCode(
    "CIT021",
    "undefined-crossref",
    rule: "`crossref` and `xdata` name an entry of the same file.",
    remedy: "Correct the key, or add the entry."
  )
  /// A TeX command nobody knows.
  public static let unknownCommand = DiagnosticCode(
    "CIT022",
    "unknown-tex-command",
    rule: "TeX in a `.bib` file is accents, emphasis and quotes; other commands stay in the text.",
    remedy: "Replace the command by the characters it stands for."
  )
  /// A construct that CSL cannot hold.
  public static let unsupportedConstruct = DiagnosticCode(
    "CIT023",
    "unsupported-construct",
    rule: "Some constructs of BibLaTeX, such as `@set`, say what CSL cannot hold.",
    remedy: "Cite the entries one by one."
  )
  /// JSON that is none, or no list of items.
  public static let malformedJSON = DiagnosticCode(
    "CIT024",
    "malformed-csl-json",
    rule: "A `.json` file of `Content/bibliography/` is a CSL-JSON array of items.",
    remedy: "Export it again as CSL JSON."
  )
  /// One slug of two works.
  public static let sharedSlug = DiagnosticCode(
    "CIT025",
    "works-with-one-address",
    rule: "Keys of different works differ in more than capitals, accents and punctuation.",
    remedy: "Give one of the two works another key."
  )
  /// One work under several keys.
  public static let duplicateWork = DiagnosticCode(
    "CIT026",
    "work-given-twice",
    rule: "A work that stands in several sources under several keys is shown once.",
    remedy: "Nothing need be done: every key leads to it. Delete the copy to be rid of the message."
  )
  /// A date without year.
  public static let unreadDate = DiagnosticCode(
    "CIT027",
    "date-without-year",
    rule: "A work without a year of publication stands among the undated ones.",
    remedy: "Give a year; \"s.d.\" may stay where there is none."
  )
  /// A key that gives no address.
  public static let unusableKey = DiagnosticCode(
    "CIT028",
    "unusable-key",
    rule: "A citation key holds at least one Latin letter or digit.",
    remedy: "Give the work another key."
  )
  /// A file without entries.
  public static let emptyBibliography = DiagnosticCode(
    "CIT029",
    "empty-bibliography",
    rule: "A bibliographic file holds at least one entry.",
    remedy: "Export the file again in the format that its name tells, or delete it."
  )

  /// All of them, in order.
  public static let all = [
    unclosedEntry, unexpectedText, wrongEncoding, missingKey, duplicateKey, duplicateField,
    missingType, unknownType, missingTitle, unreadField, undefinedAbbreviation, undefinedParent,
    unknownCommand, unsupportedConstruct, malformedJSON, sharedSlug, duplicateWork, unreadDate,
    unusableKey, emptyBibliography,
  ]
}
