public import Diagnostics

/// The rules of loading: configuration (`CFG`) and identities (`FLD004`, `REL002`, `REL003`).
public enum LoadingDiagnostics {
  /// No `Content/site.yaml`.
  public static let missingConfiguration = DiagnosticCode(
    "CFG001",
    "missing-configuration",
    rule: "`Content/site.yaml` says what the site is.",
    remedy: "Create Content/site.yaml with title, description, base-url, language and publisher."
  )
  /// A base URL that is no URL.
  public static let invalidBaseURL = DiagnosticCode(
    "CFG002",
    "invalid-base-url",
    rule: "The base URL is an absolute http or https address without query or fragment.",
    remedy: "Write an address such as https://revue.example.org/collection."
  )
  /// A file of no kind.
  public static let unknownFolder = DiagnosticCode(
    "CFG003",
    "unknown-content-folder",
    rule: "A content file stands in the folder of its kind.",
    remedy: "Move the file to the folder of its kind."
  )
  /// A file that looks like content and is none by its name.
  public static let unreadFile = DiagnosticCode(
    "CFG005",
    "unread-content-file",
    rule: "Content files end in `.md` or `.yaml`, in small letters.",
    remedy: "Rename the file; a file to be published as it is stands in Content/assets/."
  )
  /// A weight given to a rule that does not exist, or a weight that does not exist.
  public static let invalidSeverity = DiagnosticCode(
    "CFG004",
    "invalid-severity",
    rule: "`severities` gives rules by their code one of the weights error, warning, note, off.",
    remedy: "Write a line such as `MET001: warning`; docs/diagnostics.md lists the codes."
  )
  /// A slug that is no slug.
  public static let invalidSlug = DiagnosticCode(
    "FLD004",
    "invalid-slug",
    rule: "An address is made of lower-case ASCII letters, digits, single hyphens and `/`.",
    remedy: "Rename the file, or give it a valid `slug`."
  )
  /// One identity in two files.
  public static let duplicateIdentity = DiagnosticCode(
    "REL002",
    "duplicate-identity",
    rule: "An entity is described by one file of `Content/`.",
    remedy: "Merge the two files, or give one of them another slug."
  )
  /// Two seeds with a text for one entity.
  public static let secondText = DiagnosticCode(
    "REL003",
    "second-text",
    rule: "An entity has one text; the first seed that gives one is taken.",
    remedy: "Write the text you want in a file of Content/, which wins over both."
  )

  /// An editor's field that says what the seed says.
  public static let uselessCorrection = DiagnosticCode(
    "REL005",
    "useless-correction",
    rule: "A field of `Content/` that corrects a seed says something else than the seed.",
    remedy: "Remove the field: the seed is read correctly."
  )
  /// An editor's field that replaces a seed's.
  public static let correction = DiagnosticCode(
    "REL006",
    "correction",
    rule: "A field of `Content/` takes the place of what seeds say; `build --verbose` lists them.",
    remedy: "Nothing needs mending; hold the two against each other when you proofread."
  )
  /// A date out of its series.
  public static let doubtfulDate = DiagnosticCode(
    "REL008",
    "doubtful-date",
    rule: "The sessions of a series follow one another in time, none more than a year apart.",
    remedy:
      "Give the true `date` in a file of `Content/`; to keep the printed one, import the text."
  )
  /// Two texts that say different things.
  public static let contradiction = DiagnosticCode(
    "REL009",
    "texts-contradict",
    rule: "Texts that speak of one entity say the same of its date, title, number and place.",
    remedy: "Write the true value in a file of `Content/`."
  )
  /// One identity for two.
  public static let claimedTwice = DiagnosticCode(
    "REL010",
    "identity-claimed-twice",
    rule: "`same-as` names an identity that has no file of its own and is no other's.",
    remedy: "Join the two files, or correct the slug."
  )
  /// Two spellings of a name.
  public static let otherSpelling = DiagnosticCode(
    "REL011",
    "name-spelt-otherwise",
    rule: "Texts spell the name of a person in one way.",
    remedy: "Write the true spelling in a file of `Content/`."
  )

  /// An alias of two.
  public static let sharedAlias = DiagnosticCode(
    "REL017",
    "alias-claimed-twice",
    rule: "An alias names one entity of its kind; one that names two leads to neither.",
    remedy: "Remove it from one of the two records, or write it more fully in both."
  )
  /// A line of the recorded addresses that records none.
  public static let invalidRecordedAddress = DiagnosticCode(
    "REL018",
    "invalid-recorded-address",
    rule: "A line of `Content/addresses.yaml` is an address and what stands there.",
    remedy: "Write it as `/axes/valeur/: axis:valeur`, or run `sitegen addresses --update`."
  )

  /// All of them, in order.
  public static let all = [
    missingConfiguration, invalidBaseURL, unknownFolder, unreadFile, invalidSeverity, invalidSlug,
    duplicateIdentity, secondText, uselessCorrection, correction, doubtfulDate, contradiction,
    claimedTwice, otherSpelling, sharedAlias, invalidRecordedAddress,
  ]
}
