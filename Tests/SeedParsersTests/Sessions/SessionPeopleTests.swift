import SiteModel
import Testing

@testable import SeedParsers

/// Who speaks and who moderates, under any label and in any list.
@Suite struct SessionPeopleTests {
  static let all = [
    "anne-durand: historienne, Institut des puits", "luc-petit: maire", "rose-lund: hydrologue",
  ]

  private func speakers(_ text: String, _ kind: String = "programme") -> DraftedSeed {
    let record = kind == "programme" ? "series: {slug: a, title: A}" : "series: a"
    return DraftedSeed(
      "kind: \(kind)\n\(record)",
      "Séance 3 : Les puits (4 avril 2018)\n\n\(text)\n"
    )
  }

  private func told(_ seed: DraftedSeed) -> [String] {
    seed.draft(.session, "a/3")?.list("speakers").map { entry in
      let parts = entry.components
      let role = parts["role"] == "moderator" ? " (m)" : ""
      return "\(parts["person"] ?? "")\(role)" + (parts["function"].map { ": \($0)" } ?? "")
    } ?? []
  }

  @Test(arguments: [
    "Avec :", "Avec", "Intervenants :", "Intervenantes et intervenants :", "Intervenant·e·s :",
    "INTERVENANTS", "Ont pris la parole :", "Orateurs :", "Conférencières :", "Participants :",
    "**Intervenants :**", "Interviendront :",
  ])
  func labelsOpenLists(label: String) {
    let text = """
      \(label)
      - Anne Durand, historienne, Institut des puits
      - Luc Petit, maire
      - Rose Lund, hydrologue
      """
    for kind in ["programme", "session-report"] { #expect(told(speakers(text, kind)) == Self.all) }
  }

  @Test func aSentenceBelowABracketIsNoFunction() {
    let list = """
      Orateurs :
      - Anne Durand (historienne, Institut des puits)
      - Luc Petit (maire)
      - Rose Lund (hydrologue)
      Pourquoi creuse-t-on des puits là où personne ne boit ? La séance part des cartes et des carnets.
      """
    #expect(told(speakers(list)) == Self.all)
  }

  @Test(arguments: [
    "– Anne Durand, historienne, Institut des puits\n– Luc Petit, maire\n– Rose Lund, hydrologue",
    "• Anne Durand, historienne, Institut des puits\n\n• Luc Petit, maire\n\n• Rose Lund, hydrologue",
    "* Anne Durand (historienne, Institut des puits)\n* Luc Petit (maire)\n* Rose Lund (hydrologue)",
    "Anne Durand, historienne, Institut des puits\nLuc Petit, maire\nRose Lund, hydrologue",
    "Anne Durand, historienne, Institut des puits\n\nLuc Petit, maire\n\nRose Lund, hydrologue",
    "1. Anne Durand, historienne, Institut des puits\n2. Luc Petit, maire\n3. Rose Lund, hydrologue",
    "- Anne Durand – historienne, Institut des puits\n- Luc Petit — maire\n- Rose Lund : hydrologue",
    "Anne Durand (historienne, Institut des puits), Luc Petit (maire) et Rose Lund (hydrologue)",
    "Anne Durand, historienne, Institut des puits ; Luc Petit, maire ; Rose Lund, hydrologue.",
    "- Anne Durand, historienne, Institut\n  des puits\n- Luc Petit,\n  maire\n- Rose Lund, hydrologue",
    "Anne Durand\n    historienne, Institut des puits\nLuc Petit\n    maire\nRose Lund\n    hydrologue",
    "- Mme Anne Durand, historienne, Institut des puits ;\n- M. Luc Petit, maire ;\n- Rose Lund, hydrologue.",
  ])
  func listsHaveManyForms(list: String) {
    #expect(told(speakers("Avec :\n\(list)")) == Self.all)
    #expect(told(speakers("Ont pris la parole :\n\n\(list)", "session-report")) == Self.all)
  }

  @Test func aFunctionMayStandBelowTheNameWithACapital() {
    let text = """
      Intervenants :

      Anne Durand
      Directrice de recherche, Institut des puits
      Luc Petit
      Maire
      """
    #expect(
      told(speakers(text)) == [
        "anne-durand: Directrice de recherche, Institut des puits", "luc-petit: Maire",
      ]
    )
  }

  @Test(arguments: [
    "Modération : Anne Durand, historienne", "Modératrice : Mme Anne Durand (historienne)",
    "Animation – Anne Durand, historienne", "Présidence : Anne Durand (historienne)",
    "Séance animée par Anne Durand, historienne",
    "La séance est animée par Mme Anne Durand, historienne.",
    "Séance présidée par Anne Durand (historienne)",
    "Discussion modérée par Anne Durand, historienne",
    "Sous la présidence de Mme Anne Durand, historienne",
    "Sous la présidence d’Anne Durand, historienne",
    "Présidente de séance : Anne Durand, historienne",
    "Séance animée par : Anne Durand, historienne",
    "Modération :\n- Anne Durand, historienne", "Avec :\n- Anne Durand, historienne, modératrice",
    "Avec :\n- Modération : Anne Durand, historienne",
  ])
  func moderatorsAreNamedInManyWays(text: String) {
    #expect(told(speakers(text)) == ["anne-durand (m): historienne"])
    #expect(told(speakers(text, "session-report")) == ["anne-durand (m): historienne"])
  }

  @Test(arguments: [
    ("Séance animée par le Pr Luc Petit (hôpital du Lac)", ["luc-petit (m): hôpital du Lac"]),
    (
      "Séance animée par Anne Durand et le Dr Luc Petit, médecin",
      ["anne-durand (m)", "luc-petit (m): médecin"]
    ),
    ("Discussion : Anne Durand, historienne", ["anne-durand: historienne"]),
    ("Discutante : Anne Durand (historienne)", ["anne-durand: historienne"]),
    ("Avec Anne Durand, Luc Petit et Rose Lund", ["anne-durand", "luc-petit", "rose-lund"]),
    ("Avec Anne Durand, on verra comment l’eau sort de terre.", []),
    ("Organisation : Anne Durand, historienne", []),
    ("La séance est organisée par Anne Durand, historienne.", []),
    ("Discussion : on parlera des puits avec Anne Durand, historienne.", []),
  ])
  func roleAndNameTellWhoSpeaks(text: String, people: [String]) {
    let seed = speakers(text)
    #expect(told(seed) == people)
    #expect(seed.codes == [])
  }
}

extension String {
  /// `a: x; b: y` by its keys.
  fileprivate var components: [String: String] {
    var found: [String: String] = [:]
    for part in replacing("; ", with: "\n").split(separator: "\n") {
      let pair = part.replacing(": ", with: "\t", maxReplacements: 1).split(separator: "\t")
      if pair.count == 2 { found[String(pair[0])] = String(pair[1]) }
    }
    return found
  }
}
