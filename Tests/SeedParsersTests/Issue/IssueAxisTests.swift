import Diagnostics
import SiteModel
import Testing

@testable import SeedParsers

/// Axes, their leads and their members in the forms that printers give them.
@Suite struct IssueAxisTests {
  private static func issue(_ body: String) -> DraftedSeed {
    DraftedSeed("kind: issue\nnumber: 1", "Titre\n\npar Anne Durand, Luc Petit\n\n" + body + "\n")
  }

  @Test(arguments: [
    "Axe 2 – Les quais", "Axe II – Les quais", "AXE 2. Les quais", "Axe n° 2 : Les quais",
    "Axe B. Les quais", "**Axe 2 : Les quais**", "### Axe 2 *Les quais*", "Axe 2 « Les quais »",
    "Axe de recherche 2 : Les quais", "Deuxième axe : Les quais", "3. Axe 2 – Les quais",
    "Axe 2\nLes quais", "Axe 2 – Les quais (responsable : Rose Lund)",
  ])
  func headingsAreRead(heading: String) {
    let seed = Self.issue("\(heading)\n\n– Rose Lund – géographe, port de Brest")
    let axis = seed.draft(.axis, "les-quais")
    #expect(axis?["number"] == "2")
    #expect(
      axis?.list("members") == ["person: rose-lund; function: géographe, port de Brest"]
    )
  }

  @Test(arguments: [
    "- Rose Lund, géographe\n- Jean Noir, marin",
    "– Rose Lund – géographe\n– Jean Noir – marin",
    "• **Rose Lund** (géographe)\n• **Jean Noir** (marin)",
    "* Rose Lund : géographe\n* Jean Noir : marin",
    "Rose Lund, géographe\nJean Noir, marin",
    "Rose Lund – géographe\n\nJean Noir – marin",
    "Membres : Rose Lund (géographe) et Jean Noir (marin)",
    "Membres :\n– Rose Lund, géographe\n– Jean Noir, marin",
    "Membres :\nRose Lund, géographe\nJean Noir, marin",
    "* Rose Lund — géographe\n* Jean Noir — marin",
  ])
  func membersAreRead(list: String) {
    let seed = Self.issue("Axe 1 – Les quais\nResponsable : Luc Petit\n\n\(list)")
    let axis = seed.draft(.axis, "les-quais")
    #expect(axis?["lead"] == "luc-petit")
    #expect(
      axis?.list("members") == [
        "person: rose-lund; function: géographe", "person: jean-noir; function: marin",
      ]
    )
  }

  @Test(arguments: [
    "Responsable : Luc Petit", "Responsables scientifiques : Luc Petit et Anne Durand",
    "Coordonné par Luc Petit", "Piloté par **Luc Petit**", "Coordination : Luc Petit, géologue",
    "Sous la responsabilité de Luc Petit", "Sous la direction de Luc Petit",
    "Animé par M. Luc Petit",
    "- Responsable : Luc Petit", "Responsable :\nLuc Petit, géologue", "Dirigé par Luc Petit",
  ])
  func leadsAreReadFromLines(line: String) {
    let seed = Self.issue("Axe 1 – Les quais\n\(line)\n\n- Rose Lund, géographe")
    let axis = seed.draft(.axis, "les-quais")
    #expect(axis?["lead"] == "luc-petit")
    #expect(axis?.list("members").last == "person: rose-lund; function: géographe")
  }

  @Test(arguments: [
    "L'axe 1 est confié à Luc Petit, géologue du port.",
    "L’axe I est placé sous la responsabilité de Luc Petit.",
    "L'axe 1 revient à Luc Petit (géologue).",
    "Le premier axe est dirigé par Luc Petit.",
    "L'axe n° 1 a pour responsable Luc Petit.",
    "La coordination de l'axe 1 est assurée par Luc Petit.",
    "Luc Petit coordonne l'axe 1 depuis mai.",
    "Luc Petit est responsable de l'axe 1.",
    "L'axe 2 est confié à Rose Lund, l'axe 1 à Luc Petit.",
    "L'axe 1 est mené sous la houlette de Luc Petit et vise loin.",
  ])
  func leadsAreReadFromProse(sentence: String) {
    let seed = Self.issue("Axe 1 – Les quais\n\n- Rose Lund, géographe\n\n1. QUI\n\n\(sentence)")
    #expect(seed.draft(.axis, "les-quais")?["lead"] == "luc-petit")
  }

  @Test(arguments: [
    "L'axe 1 est consacré à Luc Petit.", "L'axe 1 est inspiré par Luc Petit.",
    "L'axe 1 doit beaucoup à Luc Petit.", "Luc Petit a lu l'axe 1.",
  ])
  func othersDoNotLead(sentence: String) {
    let seed = Self.issue("Axe 1 – Les quais\n\n- Rose Lund, géographe\n\n1. QUI\n\n\(sentence)")
    #expect(seed.draft(.axis, "les-quais")?["lead"] == nil)
  }

  @Test func whatIsSaidOfALeadIsKept() {
    let seed = Self.issue(
      "Axe 1 – Les quais\n\n- Rose Lund, géographe\n\nQUI\n\nL'axe 1 est confié à Luc Petit, "
        + "historien des ports et directeur du Sel. Il creuse."
    )
    #expect(
      seed.draft(.person, "luc-petit")?.list("functions")
        == ["text: historien des ports et directeur du Sel"]
    )
  }
}
