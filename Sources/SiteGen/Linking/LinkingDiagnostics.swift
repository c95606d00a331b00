public import Diagnostics

/// The rules of linking: relations, mentions, citations.
public enum LinkingDiagnostics {
  /// A record names an entity that does not exist.
  public static let unknownTarget = DiagnosticCode(
    "REL001",
    "unknown-target",
    rule: "A field that names an entity names one that exists.",
    remedy: "Correct the slug, or create the entity."
  )
  /// Two entities at one address.
  public static let addressTakenTwice = DiagnosticCode(
    "REL004",
    "address-taken-twice",
    rule: "Every page has an address of its own.",
    remedy: "Give one of the two another slug."
  )
  /// A correction of an identity that nobody speaks of.
  public static let uselessIdentity = DiagnosticCode(
    "REL007",
    "useless-identity-correction",
    rule: "`same-as` and `is: nobody` correct an identity that a seed or a text speaks of.",
    remedy: "Correct the slug, or remove the correction."
  )
  /// A text names an entity that does not exist.
  public static let unknownMention = DiagnosticCode(
    "MEN001",
    "unknown-mention",
    rule: "`[[slug]]` names an entity that exists.",
    remedy: "Correct the slug; `[[!words]]` prints words without a link."
  )
  /// A slug of several kinds.
  public static let ambiguousMention = DiagnosticCode(
    "MEN002",
    "ambiguous-mention",
    rule: "`[[slug]]` names one entity.",
    remedy: "Put the kind before the slug, as in `[[person:slug]]`."
  )
  /// A text cites a work that does not exist.
  public static let unknownCitation = DiagnosticCode(
    "CIT001",
    "unknown-work",
    rule: "`[@key]` cites a work of the bibliography.",
    remedy: "Correct the key, or add the work to the bibliography."
  )
  /// A citation in the running text under a style of notes.
  public static let citationOutsideNote = DiagnosticCode(
    "CIT002",
    "citation-outside-note",
    rule: "Under a style of notes, citations stand in notes.",
    remedy: "Put the citation into a note, `text[^1]` and `[^1]: [@key]`, or choose another style."
  )

  /// A person who would be his own co-author.
  public static let listedTwice = DiagnosticCode(
    "MET010",
    "person-listed-twice",
    rule: "A record lists a person once in each role.",
    remedy: "Remove the second entry, or name the other person that is meant."
  )

  /// All of them, in order.
  public static let all = [
    unknownTarget, addressTakenTwice, uselessIdentity, unknownMention, ambiguousMention,
    unknownCitation, citationOutsideNote, listedTwice,
  ]
}
