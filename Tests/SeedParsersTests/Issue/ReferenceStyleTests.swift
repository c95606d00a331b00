import Diagnostics
import FrontMatter
import SiteModel
import Testing

@testable import SeedParsers

/// Whole lists in the styles that houses use, with every field of every work.
@Suite struct ReferenceStyleTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let name: String
    let list: String
    /// `key: type | people | title | fields`, one work a line.
    let works: [String]
    var testDescription: String { name }
  }

  private static func works(of list: String) -> [String] {
    let seed = DraftedSeed(
      "kind: issue\nnumber: 1",
      "# Titre\n\nTexte.\n\n## Références\n\n\(list)\n"
    )
    return seed.drafts.filter { $0.id.kind == .reference }.map { draft in
      let fields = draft.fields.entries.filter { $0.key.value != "printed" }.map { entry in
        "\(entry.key.value)=\(names(draft[entry.key.value] ?? ""))"
      }
      return "\(draft.id.slug.text): \(fields.joined(separator: " | "))"
    }
  }

  /// `family: Durand; given: A.` as `Durand, A.`.
  private static func names(_ text: String) -> String {
    text.replacing(", family: ", with: " & ").replacing(", literal: ", with: " & ")
      .replacing("family: ", with: "").replacing("literal: ", with: "")
      .replacing("; given: ", with: ", ")
  }

  @Test(arguments: styles) func everyFieldIsRead(style: Case) {
    #expect(Self.works(of: style.list) == style.works)
  }

  @Test func anEntryIsReadInTheStyleOfItsList() {
    let doubtful = "Durand A. (2003), Les gués, Rive, Talweg."
    let first =
      "Fabre N. (2001), Les bacs, Paris, Seuil.\n\nNoyer P. (2002), Les ponts, Lyon, Seuil."
    let last =
      "Fabre N. (2001), Les bacs, Seuil, Paris.\n\nNoyer P. (2002), Les ponts, Seuil, Lyon."
    func imprint(_ list: String) -> String? {
      Self.works(of: "\(list)\n\n\(doubtful)").last.flatMap { work in
        work.firstRange(of: "publisher=").map { String(work[$0.lowerBound...]) }
      }
    }
    #expect(imprint(first) == "publisher=Talweg | publisher-place=Rive")
    #expect(imprint(last) == "publisher=Rive | publisher-place=Talweg")
  }

  @Test(arguments: [
    (
      "blank lines",
      "Durand A. (2001), Les gués, Paris, Seuil.\n\nFabre N. (2002), Les bacs, Lyon, Seuil."
    ),
    (
      "hanging indents",
      "Durand A. (2001), Les gués,\n    Paris, Seuil.\nFabre N. (2002), Les bacs, Lyon,\n    Seuil."
    ),
    (
      "indented beginnings",
      "   Durand A. (2001), Les gués,\nParis, Seuil.\n   Fabre N. (2002), Les\nbacs, Lyon, Seuil."
    ),
    (
      "bullets",
      "- Durand A. (2001), Les gués, Paris, Seuil.\n- Fabre N. (2002), Les bacs,\n  Lyon, Seuil."
    ),
    (
      "numbers",
      "[1] Durand A. (2001), Les gués,\nParis, Seuil.\n[2] Fabre N. (2002), Les bacs,\nLyon, Seuil."
    ),
    (
      "numbers with stops",
      "1. Durand A. (2001), Les gués, Paris, Seuil.\n2. Fabre N. (2002), Les bacs, Lyon, Seuil."
    ),
    (
      "names alone",
      "Durand A. (2001), Les gués, Paris, Seuil.\nFabre N. (2002), Les bacs, Lyon, Seuil."
    ),
    (
      "a page break",
      "Durand A. (2001), Les gués, Paris,\n\nSeuil.\n\nFabre N. (2002), Les bacs, Lyon, Seuil."
    ),
  ])
  func entriesAreDivided(manner: String, list: String) {
    #expect(
      Self.works(of: list) == [
        "durand2001: type=book | author=Durand, A. | issued=2001 | title=Les gués | "
          + "publisher=Seuil | publisher-place=Paris",
        "fabre2002: type=book | author=Fabre, N. | issued=2002 | title=Les bacs | "
          + "publisher=Seuil | publisher-place=Lyon",
      ],
      "\(manner)"
    )
  }

  @Test func whatHasNoFieldIsReported() {
    let seed = DraftedSeed(
      "kind: issue\nnumber: 1",
      "# Titre\n\nTexte.\n\n## Références\n\nDurand A. (2001), *Les gués*, thèse de doctorat en "
        + "histoire, sous la direction de Rose Petit, université de Rive.\n\nUne ligne perdue\n"
    )
    #expect(seed.codes == ["SED040", "SED012"])
  }

  @Test(arguments: [
    ("DE LA RIVE, Anne (2001).", "", "de La Rive, Anne"),
    ("DE LA RIVE, Anne (2001).", "Anne de la Rive creuse.", "de la Rive, Anne"),
    ("MACLUND-PUY, Rose (2001).", "On lit MacLund-Puy.", "MacLund-Puy, Rose"),
    ("MACLUND-PUY, Rose (2001).", "On lit peu.", "Maclund-Puy, Rose"),
    ("SERVICE DES PUITS (2001).", "Le Service des puits creuse.", "Service des puits"),
    ("INRAE (2001).", "On lit peu.", "INRAE"),
  ])
  func familiesInCapitalsAreWrittenAsTheTextDoes(head: String, prose: String, name: String) {
    let seed = DraftedSeed(
      "kind: issue\nnumber: 1",
      "# Titre\n\n\(prose)\n\n## Références\n\n\(head) *Les Ponts*, Paris, Seuil.\n"
    )
    let work = seed.drafts.first { $0.id.kind == .reference }
    #expect(Self.names(work?["author"] ?? "") == name)
  }
}
