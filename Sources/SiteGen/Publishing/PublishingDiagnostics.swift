public import Diagnostics

/// The rules of publishing (`PUB`), but for `PUB002` and `PUB010`, which linking tells.
public enum PublishingDiagnostics {
  /// A published text says something else than what was published.
  public static let textChanged = DiagnosticCode(
    "PUB001",
    "published-text-changed",
    rule: "A text that was published stays as it is, unless it declares what was changed and why.",
    remedy:
      "Take the change back, or declare it: `erratum:` (a fault mended) or `revision:` (another text) with `date`, `what` and `why`; then run `sitegen publish`.",
    explanation: """
      A text that somebody cites must say tomorrow what it says today. A declared change is told to
      readers on the page, and the earlier version stays at its own address. Declare it between the
      two lines `---` of the text, in words for readers:

      ```
      erratum:
        - date: 2027-04-02
          what: Le nom d’une autrice, mal orthographié dans la première section
          why: Faute de frappe
      ```
      """
  )
  /// A text that cannot be published for want of a field.
  public static let missingMetadata = DiagnosticCode(
    "PUB003",
    "missing-metadata",
    rule:
      "A text is published with title, number, date, authors, abstract, licence and language.",
    remedy: "Add the field to the front matter."
  )
  /// The registry cannot be read.
  public static let invalidRegistry = DiagnosticCode(
    "PUB004",
    "invalid-registry",
    rule: "`Content/issues/registry.yaml` is written by `sitegen publish` alone.",
    remedy: "Restore the file from your version control."
  )
  /// The text of a version is not what it was.
  public static let keptTextAltered = DiagnosticCode(
    "PUB005",
    "kept-text-altered",
    rule: "`Content/issues/published/` holds every version as it was published.",
    remedy: "Restore the file from your version control."
  )
  /// A change that is declared and was not made.
  public static let uselessAmendment = DiagnosticCode(
    "PUB006",
    "amendment-without-change",
    rule: "`revision:` and `erratum:` declare changes to the published text.",
    remedy: "Make the change, or remove the declaration."
  )
  /// A published text that readers no longer get.
  public static let publishedGone = DiagnosticCode(
    "PUB007",
    "published-text-gone",
    rule: "A text that was published stays on the site.",
    remedy: "Restore its file, without `status: draft`."
  )
  /// A declared change that the registry does not know yet.
  public static let amendmentNotRecorded = DiagnosticCode(
    "PUB008",
    "amendment-not-recorded",
    rule: "A declared change becomes a version when `sitegen publish` records it.",
    remedy: "Run `sitegen publish` with the number once the text is as you want it."
  )
  /// A recorded change that the text no longer declares.
  public static let amendmentLost = DiagnosticCode(
    "PUB009",
    "amendment-lost",
    rule: "A text keeps the declarations of all its recorded changes.",
    remedy: "Restore the entry under `revision:` or `erratum:` as the registry has it."
  )
  /// A file whose form does not let fields be written into it.
  public static let unwritableFile = DiagnosticCode(
    "PUB011",
    "publish-cannot-write",
    rule: "`sitegen publish` writes into files with one field a line.",
    remedy: "Put each field on lines of its own, or write the fields yourself."
  )
  /// A date that was asked for, of a text that has another.
  public static let dateGivenOtherwise = DiagnosticCode(
    "PUB012",
    "date-given-otherwise",
    rule: "`--date` is the date of a text that gives none itself.",
    remedy: "Leave `--date` out, or change the date in the text."
  )

  /// All of them, in order.
  public static let all = [
    textChanged, missingMetadata, invalidRegistry, keptTextAltered, uselessAmendment,
    publishedGone, amendmentNotRecorded, amendmentLost, unwritableFile, dateGivenOtherwise,
  ]
}
