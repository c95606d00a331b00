import Build
import ContentTypes
import Diagnostics
import FileSystem
import Foundation
import SiteModel
import Support
import Testing

/// A seed with one fault, and the codes that must be reported of it.
struct SeedFault: CustomTestStringConvertible, Sendable {
  let testDescription: String
  let manifest: String
  let text: String
  let codes: [String]

  init(_ name: String, manifest: String, text: String = "Un texte.\n", _ codes: [String]) {
    testDescription = name
    self.manifest = manifest
    self.text = text
    self.codes = codes
  }
}

private let issueText = """
  # Machines et nombres

  Ada LOVELACE<sup>1</sup>

  <sup>1</sup> Société des cahiers

  \\* \\* \\*

  Le résumé.

  \\* \\* \\*

  ## Une machine

  Un fait connu (Menabreo, 1842) et un autre (Babbage, 1832).

  ## RÉFÉRENCES

  Menabrea L.F. (1842) *Notions sur la machine analytique*, Anselin, Genève

  *Sans auteur ni date*

  """

private let programmeText = """
  Programme des séances

  Séance 1 : ouverture (1er juin 1843)

  Intervenants :

  • Ada Lovelace, mathématicienne

  • 12 rue des Cahiers

  """

private let eventText = """
  COLLOQUE “CARTES”

  Introduction
  La machine tisse des motifs comme le métier tisse des fleurs, et chaque carte porte une opération
  que l’on peut répéter autant de fois qu’il le faut. « Les cartes tissent », explique Ada Lovelace,
  directrice de cet atelier à Londres.

  Pour voir ou revoir le colloque en vidéo :
  Introduction
  Conclusion
  https://video.example.org/1

  """

private let pagedText = """
  Ada Lovelace est mathématicienne à Londres, où elle traduit des notes sur la machine et

  12

  compose des tables que personne ne peut encore calculer, tant les roues manquent de dents et

  13

  les ateliers de laiton.

  """

private let faults = [
  SeedFault("missing manifest", manifest: "delete", ["SED016"]),
  SeedFault(
    "listed text that is missing",
    manifest: "{file: b.txt, kind: issue}",
    ["SED001"]
  ),
  SeedFault("kind that does not exist", manifest: "{file: a.txt, kind: roman}", ["SED003"]),
  SeedFault(
    "text listed twice",
    manifest: "{file: a.txt, kind: biography}, {file: a.txt, kind: biography}",
    text: "Ada Lovelace est mathématicienne à Londres.\n",
    ["SED004"]
  ),
  SeedFault(
    "programme without sessions",
    manifest: "{file: a.txt, kind: programme, series: {slug: s, title: S}}",
    ["SED006"]
  ),
  SeedFault(
    "speaker without a name",
    manifest: "{file: a.txt, kind: programme, series: {slug: s, title: S}}",
    text: programmeText,
    ["SED008"]
  ),
  SeedFault(
    "passage before the session",
    manifest: "{file: a.txt, kind: session-report, series: s}",
    text:
      "Lettre de la salle.\n\nSéance 1 : ouverture (1er juin 1843)\n\nLes portes ouvrent à midi.\n",
    ["SED007"]
  ),
  SeedFault(
    "citations misprinted and unknown, entry that cannot be read",
    manifest: "{file: a.txt, kind: issue, number: 1}",
    text: issueText,
    ["SED010", "SED011", "SED012"]
  ),
  SeedFault(
    "event without date, videos without addresses",
    manifest: "{file: a.txt, kind: event-report, slug: e}",
    text: eventText,
    ["SED009", "SED013", "SED015"]
  ),
  SeedFault(
    "bytes without a meaning, bracket left open",
    manifest: "{file: a.txt, kind: biography}",
    text: "Ada Lovelace est mathématicienne \u{0}à \u{200F}Londres (Angleterre.\n",
    ["SED026", "SED027", "SED029"]
  ),
  SeedFault(
    "line without end",
    manifest: "{file: a.txt, kind: biography}",
    text: "Ada Lovelace est mathématicienne.\n"
      + String(repeating: "Elle compte. ", count: 100_000),
    ["SED025"]
  ),
  SeedFault(
    "list of references without years",
    manifest: "{file: a.txt, kind: issue, number: 1}",
    text: "# Machines\n\nUn texte.\n\n## RÉFÉRENCES\n\nBabbage C. *Notes*\n\nAnselin. *Cartes*\n",
    ["SED012", "SED028"]
  ),
  SeedFault(
    "biography listed as an issue",
    manifest: "{file: a.txt, kind: issue, number: 1}",
    text: "Ada Lovelace est mathématicienne à Londres. Elle est aussi traductrice.\n",
    ["SED006", "SED030"]
  ),
  SeedFault(
    "page numbers between halves of paragraphs",
    manifest: "{file: a.txt, kind: biography}",
    text: pagedText,
    ["SED032"]
  ),
]

struct SeedFaultTests {
  @Test(arguments: faults)
  func faultsOfSeedsAreReported(fault: SeedFault) async throws {
    let texts = smallestSite.merging([
      "seeds/seeds.yaml": "texts: [\(fault.manifest)]\n", "seeds/a.txt": fault.text,
    ]) { $1 }
    .filter { $0.key != "seeds/seeds.yaml" || fault.manifest != "delete" }
    let settings = BuildSettings(
      entityTypes: contentTypes,
      baseURL: nil,
      linkStyle: .folder,
      isStrict: false,
      jobs: 1
    )
    let built = await buildSite(from: sourceTree(texts), settings) { _, _ in }
    let codes = Set(built.diagnostics.map(\.code.id).filter { $0.hasPrefix("SED") })
    #expect(codes.sorted() == fault.codes)
  }
}
