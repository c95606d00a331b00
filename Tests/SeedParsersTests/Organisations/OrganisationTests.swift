import Diagnostics
import Foundation
import FrontMatter
import SiteModel
import Support
import Testing

@testable import SeedParsers

/// Which words of running prose name a body.
struct OrganisationTests {
  struct Sentence: CustomTestStringConvertible, Sendable {
    let text: String
    let names: [String]
    var testDescription: String { text }

    init(_ text: String, _ names: String...) {
      self.text = text
      self.names = names
    }
  }

  @Test(arguments: [
    Sentence("Elle arrive à l’Institut Louis Morel en mai.", "Institut Louis Morel"),
    Sentence("Elle enseigne à l’Université de Namur, puis ailleurs.", "Université de Namur"),
    Sentence("Le Centre national des blés (CNB) publie.", "Centre national des blés (CNB)"),
    Sentence("Le Ministère des Blés et de la Mer a écrit.", "Ministère des Blés et de la Mer"),
    Sentence("Le ministère de la mer a écrit.", "ministère de la mer"),
    Sentence(
      "L’hôpital Saint-Aubin et la clinique Morel.",
      "clinique Morel",
      "hôpital Saint-Aubin"
    ),
    Sentence("Elle travaille avec la start-up Épi.", "Épi"),
    Sentence("Chez Farine, une coopérative du Nord, on trie.", "Farine"),
    Sentence("Un avis de la CNBL paraît.", "CNBL"),
    Sentence("Ce fonds, créé en 1990 par la CNBL et l’OBT, dure.", "CNBL", "OBT"),
    Sentence("Namur Université et Morel Campus s’allient.", "Morel Campus", "Namur Université"),
    Sentence("Elle passe par le CHU de Namur.", "CHU de Namur"),
    Sentence("La Société de géographie a suivi.", "Société de géographie"),
    Sentence("Institut Pierre et Marie Vidal.", "Institut Pierre et Marie Vidal"),
  ])
  func bodiesAreNamed(sentence: Sentence) {
    #expect(JoinedSeeds(prose: sentence.text).organisations == sentence.names.sorted())
  }

  @Test(arguments: [
    "Le ministère, la région et l’université suivent.", "La Commission a donné son accord.",
    "Un Groupement d’intérêt scientifique (GIS) les réunit.", "Le plan de blé urbain (PBU) dure.",
    "Le comité de pilotage a lu le PBU.", "Les données du PBU et du GPS servent.",
    "L’Union européenne paie.", "Elle vit à Namur. La France aussi.", "Le Centre reste ouvert.",
    "L’Institut Morel et Farine décide.", "Le XXe siècle, le CO2, le PIB.",
  ])
  func otherWordsAreNone(text: String) {
    #expect(JoinedSeeds(prose: text).organisations == [])
  }

  @Test func functionsNameBodies() {
    let seeds = JoinedSeeds([
      (
        "kind: programme\nseries: {slug: blé, title: Le blé}".replacing("blé,", with: "ble,"),
        """
        Séance 1 : le grain (3 mai 2021)

        Intervenants :

        • Ada Morel, botaniste, Épi Conseil
        • Luc Vidal, directeur de recherche à l’OBT, MD, HDR
        • Zoé Roy, présidente de Terres Vives et membre de la CNBL
        • Paul Lenoir, maire, Namur
        """
      )
    ])
    #expect(seeds.organisations == ["CNBL", "OBT", "Terres Vives", "Épi Conseil"])
    let persons = seeds.drafts.filter { $0.id.kind == .person }.map(\.id.slug.text)
    #expect(Set(persons) == ["ada-morel", "luc-vidal", "zoe-roy", "paul-lenoir"])
    let affiliation = seeds.drafts.first {
      $0.id.slug.text == "luc-vidal" && $0.fields["organisations"] != nil
    }
    #expect(
      affiliation?.list("organisations") == [
        "organisation: obt; function: directeur de recherche à l’OBT, MD, HDR; as-of: 2021-05-03"
      ]
    )
  }

  @Test func textsAreHeldTogether() {
    let seeds = JoinedSeeds([
      (
        "kind: biography", "Ada Morel est botaniste à l’OBT.\nLe SAC sert. L’Institut du Blé aussi."
      ),
      (
        "kind: biography",
        """
        Luc Vidal est botaniste.
        Il rejoint l’Office des Blés Tendres (OBT). Le service d’alerte civile (SAC) répond.
        Une Institut-du-Blé disait-on. L’institut du Blé a grandi. L’Office des Blés tendres aussi.
        """
      ),
      ("kind: biography", "Zoé Roy est juriste.\nLa Société des Arbres Civils (SAC) plante."),
    ])
    #expect(
      seeds.organisations == [
        "Institut du Blé", "Office des Blés Tendres (OBT)", "Société des Arbres Civils (SAC)",
      ]
    )
    #expect(
      seeds.terms == [
        "OBT = Office des Blés Tendres", "SAC = Société des Arbres Civils",
        "SAC = service d’alerte civile",
      ]
    )
    #expect(seeds.diagnostics.map(\.code.id) == ["SED024", "SED021"])
  }

  @Test func misprintsAreJoinedAndReported() {
    let seeds = JoinedSeeds(
      prose: """
        L’Institut des Céréales Tendres (ICT) ouvre. L’Institut des Céréales Tenndres ferme.
        Le Laboratoire d’Étude des Sols Arides (LES) et un avis de la LESA paraissent.
        """
    )
    #expect(
      seeds.organisations == [
        "Institut des Céréales Tendres (ICT)", "Laboratoire d’Étude des Sols Arides (LESA)",
      ]
    )
    #expect(Set(seeds.diagnostics.map(\.code.id)) == ["SED022", "SED023"])
  }

  @Test func theFirstNamingOfASectionIsALink() {
    let seeds = JoinedSeeds(
      prose: "L’Institut Morel ouvre. L’Institut Morel ferme. [Institut Morel](#) et [Farine](#)."
    )
    let link = "[[organisation:institut-morel|Institut Morel]]"
    #expect(
      seeds.body(.person).contains(
        "L’\(link) ouvre. L’Institut Morel ferme. Institut Morel et Farine."
      )
    )
  }

  /// What a reader finds in `Texts/`, and what the grammar is known to miss.
  @Test(arguments: [
    (
      "portrait.txt", "kind: biography",
      [
        "Conseil scientifique du Muséum de Brest", "DGLM", "Houle Énergie", "Ifremo",
        "Institut Henri Lagrange", "LHEEA", "Laboratoire de Physique des Océans (LPO)", "Maréo",
        "OBSEA", "OFEM", "Observatoire national des littoraux (ONL)", "Rivages Ouverts", "SHOM",
        "Société de géographie", "Université de Bretagne Occidentale", "École Centrale de Nantes",
      ], ["SHOM"]
    ),
    (
      "debat.txt", "kind: event-report\nslug: debat",
      [
        "ADEB", "AFORET", "Agence régionale du bois", "CHRU de Tours", "CNAT",
        "Centre Émile Gallon", "Conseil européen des villes (CEV)",
        "Fondation Paul Ricard-Duval", "Feuillus", "Fédération française des Jardiniers (FFJ)",
        "Green Roof Trust", "Institut Marie Corvin", "Lumière Campus",
        "Office national des sols (ONS)", "Sylva Conseil", "hôpital Sainte-Blandine",
        "ministère de la Transition écologique et de la Mer",
      ], []
    ),
  ])
  func inventedTextsAreReadAsAReaderDoes(
    name: String,
    record: String,
    names: [String],
    missed: [String]
  ) throws {
    let url = packageRoot.appending(path: "Tests/SeedParsersTests/Organisations/Texts/\(name)")
    let seeds = JoinedSeeds([(record, try String(contentsOf: url, encoding: .utf8))])
    #expect(seeds.organisations == names.filter { !missed.contains($0) }.sorted())
  }

  @Test(arguments: 0..<20) func randomWordsNeverTrap(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let words = [
      "Institut", "de", "la", "d’", "et", "(", ")", "ABC", "A-B", "Morel", "national", "en",
      "pour", "[x](#)", "\\", "*", "#", "\n", "2020", "ministère", "« ", "&", "-", "’", "CHU",
    ]
    let text = (0..<400).map { _ in words.randomElement(using: &generator) ?? "" }
    let prose = text.joined(separator: seed % 2 == 0 ? " " : "")
    let seeds = JoinedSeeds([
      ("kind: biography", "Ada Morel est botaniste.\n\(prose)"),
      ("kind: issue\nnumber: 1", "# Titre\n\n\(prose)"),
    ])
    for draft in seeds.drafts where draft.id.kind == .organisation {
      #expect(draft["name"]?.isEmpty == false)
    }
  }
}
