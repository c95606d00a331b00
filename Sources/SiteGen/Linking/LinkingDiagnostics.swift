public import Diagnostics

/// The rules of linking: relations, mentions, citations.
public enum LinkingDiagnostics {
  /// A record names an entity that does not exist.
  public static let unknownTarget = DiagnosticCode(
    "REL001",
    "unknown-target",
    rule: "A field that names an entity names one that exists.",
    remedy:
      "Write the name of its file without `.md`, or make the file: `sitegen new person \"Ada Lovelace\"`."
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
  /// A promised address that leads nowhere.
  public static let addressGone = DiagnosticCode(
    "REL012",
    "address-gone",
    rule: "An address of `Content/addresses.yaml` is that of a page, or leads to one.",
    remedy:
      "Write the old address under `former-addresses` in the record that stands for it now, or give it up: `sitegen addresses --retire ADDRESS`."
  )
  /// A former address at which a page stands.
  public static let formerAddressAlive = DiagnosticCode(
    "REL013",
    "former-address-alive",
    rule: "An address under `former-addresses` is that of no page.",
    remedy: "Remove the address, or give the page that stands there another slug."
  )
  /// A former address that two records claim.
  public static let formerAddressClaimedTwice = DiagnosticCode(
    "REL014",
    "former-address-claimed-twice",
    rule: "An address leads to one page.",
    remedy: "Keep the address in the record that stands for it now, and remove it from the other."
  )
  /// A former address that is no address of this site.
  public static let invalidFormerAddress = DiagnosticCode(
    "REL015",
    "invalid-former-address",
    rule:
      "An address under `former-addresses` begins with `/`, stays within the site and has no `?` and no `#`.",
    remedy: "Write it as `/old/path/`, without scheme and host."
  )
  /// Wholes that are parts of themselves.
  public static let partOfItself = DiagnosticCode(
    "REL016",
    "part-of-itself",
    rule: "Nothing is a part of itself, whether at once or through others.",
    remedy: "Correct one of the fields that say what is a part of what."
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
  /// A name that several entities bear.
  public static let homonym = DiagnosticCode(
    "MEN003",
    "homonym",
    rule: "A name becomes a link when one entity alone can be meant.",
    remedy:
      "Say which with `[[kind:slug|words]]`, or that none is with `[[!words]]` or `links: never`."
  )
  /// A veto that keeps nothing from being linked.
  public static let uselessVeto = DiagnosticCode(
    "MEN004",
    "useless-veto",
    rule:
      "`[[!words]]` and `links: never` keep words from being linked that would be links without them.",
    remedy: "Remove the veto, or write the words as the text prints them."
  )
  /// An alias that is another entity's name.
  public static let sharedAlias = DiagnosticCode(
    "MEN005",
    "shared-alias",
    rule: "An alias names one entity.",
    remedy: "Take the alias from the entity that is not meant by it."
  )
  /// Words to be linked that stand nowhere.
  public static let uselessAddition = DiagnosticCode(
    "MEN006",
    "useless-addition",
    rule: "`links: also` gives words that stand in the prose of the record's texts.",
    remedy: "Write the words as the text prints them, or remove them."
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

  /// A text leads to one that readers do not get yet.
  public static let leadsToDraft = DiagnosticCode(
    "PUB002",
    "leads-to-draft",
    rule: "A published text leads to no draft and to nothing of a later date.",
    remedy: "Publish what it leads to, or wait: the words become a link by themselves."
  )

  /// An earlier version that leads to something which is no longer there.
  public static let earlierVersionPoorer = DiagnosticCode(
    "PUB010",
    "earlier-version-poorer",
    rule: "What an earlier version cites or names stays on the site.",
    remedy: "Restore the record, or give it the old name as an alias."
  )

  /// All of them, in order.
  public static let all = [
    unknownTarget, addressTakenTwice, uselessIdentity, addressGone, formerAddressAlive,
    formerAddressClaimedTwice, invalidFormerAddress, partOfItself, unknownMention,
    ambiguousMention, homonym, uselessVeto, sharedAlias, uselessAddition, unknownCitation,
    citationOutsideNote, listedTwice, leadsToDraft, earlierVersionPoorer,
  ]
}
