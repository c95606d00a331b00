public import Diagnostics

/// The rules of seeds (`SED`): their manifest, and what a parser could not place.
public enum SeedDiagnostics {
  /// A text of the manifest that is not there.
  public static let missingText = DiagnosticCode(
    "SED001",
    "missing-seed",
    rule: "Every text that `seeds/seeds.yaml` lists stands in `seeds/`.",
    remedy: "Correct the name of the file, or take the text out of the list."
  )
  /// A text that the manifest does not know.
  public static let unlistedText = DiagnosticCode(
    "SED002",
    "unlisted-seed",
    rule: "Every text of `seeds/` is listed in `seeds/seeds.yaml`.",
    remedy: "Add a record with its file and its kind."
  )
  /// A kind nobody parses.
  public static let unknownKind = DiagnosticCode(
    "SED003",
    "unknown-seed-kind",
    rule: "A seed is of one of the kinds that have a parser.",
    remedy: "Write one of the kinds named."
  )
  /// One file twice in the manifest.
  public static let listedTwice = DiagnosticCode(
    "SED004",
    "seed-listed-twice",
    rule: "A text is listed once.",
    remedy: "Keep one of the two records."
  )
  /// Bytes that are no UTF-8.
  public static let invalidText = DiagnosticCode(
    "SED005",
    "seed-not-utf8",
    rule: "Seeds are UTF-8.",
    remedy: "Convert the text again from its document; the bytes shown are left out."
  )
  /// A text in which a parser finds nothing of its kind.
  public static let nothingRecognised = DiagnosticCode(
    "SED006",
    "nothing-recognised",
    rule: "A seed has the structure of its kind.",
    remedy: "Check the kind given in `seeds/seeds.yaml`."
  )
  /// A passage that belongs to no field and to no body.
  public static let unplacedText = DiagnosticCode(
    "SED007",
    "unplaced-text",
    rule: "Every passage of a seed belongs to a field or to a body.",
    remedy: "Write the passage into a file of `Content/` if it matters."
  )
  /// An entry of a list of people that begins with no name.
  public static let noName = DiagnosticCode(
    "SED008",
    "no-person-name",
    rule: "An entry of a list of people begins with a name.",
    remedy: "Describe the person in `Content/`, if it is one."
  )
  /// A part that every text of its kind has.
  public static let missingPart = DiagnosticCode(
    "SED009",
    "missing-part",
    rule: "A seed has the parts that its kind asks for.",
    remedy: "Give the part in `Content/`."
  )
  /// A citation that was misprinted.
  public static let citationResolved = DiagnosticCode(
    "SED010",
    "misprinted-citation",
    rule: "A citation names author and year as the list of references does.",
    remedy: "Check that the work is the one meant; the printed words stay."
  )
  /// A citation of no known work.
  public static let unknownCitation = DiagnosticCode(
    "SED011",
    "unknown-citation",
    rule: "A citation names a work of the lists of references.",
    remedy: "Add the work to the bibliography and cite it in `Content/`."
  )
  /// An entry of a list of references that has no author or no year.
  public static let unreadReference = DiagnosticCode(
    "SED012",
    "unread-reference",
    rule: "An entry of a list of references says who or what, and when.",
    remedy: "Describe the work in a file of `Content/`."
  )
  /// Videos and addresses that do not pair.
  public static let unpairedVideos = DiagnosticCode(
    "SED013",
    "unpaired-videos",
    rule: "Each title of a list of videos has its address, in the same order.",
    remedy: "Give the videos in `Content/`."
  )
  /// A citation of which two works may be meant.
  public static let ambiguousCitation = DiagnosticCode(
    "SED014",
    "ambiguous-citation",
    rule: "A citation names one work of the lists of references.",
    remedy: "Add the letter of the year to the citation, in `Content/`."
  )
  /// A text whose kind was found by its shape.
  public static let recognisedKind = DiagnosticCode(
    "SED020",
    "kind-recognised",
    rule: "A text that `seeds/seeds.yaml` does not list is read as the kind that its shape shows.",
    remedy: "List the text with its kind, or give `--kind`, when another kind is meant."
  )
  /// A function that nobody understands outside its text.
  public static let pointingFunction = DiagnosticCode(
    "SED015",
    "pointing-function",
    rule: "A function can be understood outside its sentence.",
    remedy: "Give the function in full in `Content/`."
  )

  /// Texts without the list that says what they are.
  public static let missingManifest = DiagnosticCode(
    "SED016",
    "missing-seed-manifest",
    rule: "`seeds/seeds.yaml` says of each text of `seeds/` of which kind it is.",
    remedy: "Restore the file, or create it; `texts: []` makes nothing of the texts."
  )

  /// An acronym that stands for two things.
  public static let acronymOfTwoSenses = DiagnosticCode(
    "SED021",
    "acronym-of-two-senses",
    rule: "An acronym stands for one thing.",
    remedy: "Nothing, if both senses are meant: the glossary keeps them apart."
  )
  /// A name of an organisation that differs by a letter from another.
  public static let misprintedOrganisation = DiagnosticCode(
    "SED022",
    "misprinted-organisation",
    rule: "An organisation is spelt alike in all texts.",
    remedy: "Give the organisation in `Content/`, if these are two; the printed words stay."
  )
  /// An acronym that its name does not spell.
  public static let misprintedAcronym = DiagnosticCode(
    "SED023",
    "misprinted-acronym",
    rule: "An organisation has one acronym, spelt by its name.",
    remedy: "Check the acronym in `Content/organisations/`; the printed words stay."
  )
  /// An acronym of several senses in a text that gives none.
  public static let openAcronym = DiagnosticCode(
    "SED024",
    "open-acronym",
    rule: "A text says which sense of an acronym it means.",
    remedy: "Link the acronym in `Content/`."
  )
  /// A line that no page has.
  public static let overlongLine = DiagnosticCode(
    "SED025",
    "overlong-line",
    rule: "A line of a seed has at most a million bytes.",
    remedy: "Convert the text again with its line ends; the line shown is left out."
  )
  /// Control characters.
  public static let controlCharacters = DiagnosticCode(
    "SED026",
    "control-characters",
    rule: "A seed holds no control characters but tabs and the ends of lines and pages.",
    remedy: "Convert the text again from its document; the characters shown are left out."
  )
  /// Marks that turn the direction of writing.
  public static let directionMarks = DiagnosticCode(
    "SED027",
    "direction-marks",
    rule: "A seed holds no marks that turn the direction of writing.",
    remedy: "Check that the words around are in their order; the marks shown are left out."
  )
  /// A list of references without years.
  public static let undatedReferences = DiagnosticCode(
    "SED028",
    "undated-references",
    rule: "The entries of a list of references have years.",
    remedy: "Check that the heading opens a list of references; describe the works in `Content/`."
  )
  /// A bracket that is never closed.
  public static let unclosedBracket = DiagnosticCode(
    "SED029",
    "unclosed-bracket",
    rule: "A bracket is closed in its paragraph.",
    remedy: "Check that the conversion has lost nothing; the printed words stay."
  )
  /// A text listed as another kind than it reads like.
  public static let unlikeKind = DiagnosticCode(
    "SED030",
    "unlike-its-kind",
    rule: "A text reads like the kind that `seeds/seeds.yaml` gives it.",
    remedy: "Check the kind given in `seeds/seeds.yaml`."
  )
  /// A name that may be that of a firm.
  public static let doubtfulPerson = DiagnosticCode(
    "SED031",
    "doubtful-person",
    rule: "Something beside a name of two words shows that it is a person's.",
    remedy: "Describe the person in `Content/` and name him in the record, if it is one."
  )
  /// What a conversion repeats on each page.
  public static let pageFurniture = DiagnosticCode(
    "SED032",
    "page-furniture",
    rule: "Running heads and page numbers belong to the page and not to the text.",
    remedy: "Put the words back in `Content/` if they belong to the text."
  )
  /// Words of a reference without a field.
  public static let unplacedReferencePart = DiagnosticCode(
    "SED040",
    "unplaced-reference-part",
    rule: "Every part of a reference belongs to a field of its work.",
    remedy: "Describe the work in a file of `Content/` if the words matter; they stay as printed."
  )

  /// All of them, in order.
  public static let all = [
    missingManifest,
    missingText, unlistedText, unknownKind, listedTwice, invalidText, nothingRecognised,
    unplacedText, noName, missingPart, citationResolved, unknownCitation, unreadReference,
    unpairedVideos, ambiguousCitation, pointingFunction, recognisedKind,
    acronymOfTwoSenses, misprintedOrganisation, misprintedAcronym, openAcronym,
    overlongLine, controlCharacters, directionMarks, undatedReferences, unclosedBracket, unlikeKind,
    doubtfulPerson, pageFurniture, unplacedReferencePart,
  ]
}
