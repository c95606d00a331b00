import SiteModel
import Testing

@testable import SeedParsers

/// The headings of talks in the forms that houses print.
@Suite struct TalkTests {
  struct Line: CustomTestStringConvertible, Sendable {
    let text: String
    let heading: String
    var functions: String?
    var testDescription: String { text }
  }

  @Test(arguments: [
    Line(text: "I. Anne Durand : « La nappe »", heading: "## I. Anne Durand : « La nappe »"),
    Line(text: "1. Anne Durand – La nappe", heading: "## 1. Anne Durand : La nappe"),
    Line(text: "1) Anne Durand", heading: "## 1. Anne Durand"),
    Line(text: "A. Anne Durand : La nappe", heading: "## A. Anne Durand : La nappe"),
    Line(text: "II – Anne Durand et Luc Petit", heading: "## II. Anne Durand et Luc Petit"),
    Line(text: "Anne Durand : « La nappe »", heading: "## Anne Durand : « La nappe »"),
    Line(text: "Anne Durand, « La nappe »", heading: "## Anne Durand : « La nappe »"),
    Line(
      text: "Anne Durand – La nappe, d’où vient-elle ?",
      heading: "## Anne Durand : La nappe, d’où vient-elle ?"
    ),
    Line(text: "« La nappe », Anne Durand", heading: "## Anne Durand : « La nappe »"),
    Line(text: "« La nappe » par Anne Durand", heading: "## Anne Durand : « La nappe »"),
    Line(
      text: "« La nappe », Anne Durand (historienne)",
      heading: "## Anne Durand : « La nappe »",
      functions: "[[person:anne-durand|Anne Durand]] (historienne)"
    ),
    Line(
      text: "2. Anne Durand, historienne : « La nappe »",
      heading: "## 2. Anne Durand : « La nappe »",
      functions: "[[person:anne-durand|Anne Durand]], historienne"
    ),
    Line(text: "Intervention d’Anne Durand : La nappe", heading: "## Anne Durand : La nappe"),
    Line(text: "Communication de Luc Petit", heading: "## Luc Petit"),
    Line(text: "Intervention 1 : Anne Durand", heading: "## 1. Anne Durand"),
    Line(text: "Exposé du Dr Luc Petit", heading: "## Luc Petit"),
    Line(text: "Anne Durand", heading: "## Anne Durand"),
    Line(text: "ANNE DURAND", heading: "## Anne Durand"),
    Line(text: "**Anne Durand**", heading: "## Anne Durand"),
    Line(text: "Anne Durand et Luc Petit", heading: "## Anne Durand et Luc Petit"),
    Line(
      text: "Anne Durand, historienne",
      heading: "## Anne Durand",
      functions: "[[person:anne-durand|Anne Durand]], historienne"
    ),
    Line(text: "I. La nappe", heading: "## I. La nappe"),
  ])
  func formsAreRead(line: Line) {
    let prose = "Sous la plaine, l’eau avance d’un pas par an, et personne ne la voit avancer."
    let seed = DraftedSeed(
      "kind: session-report\nseries: a",
      """
      Séance 3 : L’eau (4 avril 2018)

      Avec :
      - Anne Durand, historienne
      - Luc Petit, maire

      \(line.text)

      \(prose)
      """
    )
    let functions = line.functions.map { "\($0)\n\n" } ?? ""
    #expect(seed.body(.session, "a/3") == "\(line.heading)\n\n\(functions)\(prose)\n")
    #expect(seed.draft(.session, "a/3")?.list("speakers").count == 2)
    #expect(seed.draft(.session, "a/3")?["status"] == "held")
    #expect(seed.codes == [])
  }

  @Test(arguments: [
    "Anne Durand : l’eau avance d’un pas par an, et personne ne la voit avancer sous la plaine.",
    "A. Durand a décrit la nappe qui avance sous la plaine depuis que l’on tient des carnets.",
    "Zoé Ménard", "Anne Durand parle de la nappe qui avance sous la plaine d’un pas par an.",
  ])
  func proseIsNoTalk(text: String) {
    let seed = DraftedSeed(
      "kind: session-report\nseries: a",
      "Séance 3 : L’eau (4 avril 2018)\n\nAvec :\n- Anne Durand, historienne\n\n\(text)\n"
    )
    #expect(seed.headings(.session, "a/3").filter { $0.hasPrefix("## ") } == [])
    #expect(seed.slugs(.person) == ["anne-durand"])
  }

  @Test func aNumberedListOfSpeakersIsNoRowOfTalks() {
    let seed = DraftedSeed(
      "kind: session-report\nseries: a",
      """
      Séance 3 : L’eau (4 avril 2018)

      Intervenants :
      1. Anne Durand, historienne
      2. Luc Petit, maire

      1. Anne Durand

      L’eau avance d’un pas par an sous la plaine.

      2. Luc Petit

      La commune paie les carnets depuis mille ans.
      """
    )
    #expect(seed.draft(.session, "a/3")?.list("speakers").count == 2)
    #expect(seed.headings(.session, "a/3") == ["## 1. Anne Durand", "## 2. Luc Petit"])
  }

  @Test(arguments: [
    "Prochaine séance : mercredi 2 mai 2018.", "La prochaine séance aura lieu le 2 mai 2018.",
    "Compte rendu rédigé par Rose Lund.", "Contact : eaux@example.org", "Entrée libre",
  ])
  func aClosingLineBelongsToNoAnswer(line: String) {
    let seed = DraftedSeed(
      "kind: session-report\nseries: a",
      """
      Séance 3 : L’eau (4 avril 2018)

      Échanges

      D’où vient l’eau ?

      De loin.

      \(line)
      """
    )
    #expect(
      seed.body(.session, "a/3")
        == "### Échanges\n\n#### D’où vient l’eau ?\n\nDe loin.\n\n***\n\n\(line)\n"
    )
    #expect(seed.codes == [])
  }

  @Test(arguments: ["EXPOSÉ DE ANNE DURAND", "I. EXPOSÉ DE ANNE DURAND", "Exposé d’Anne Durand"])
  func theWordOfATalkIsNoName(line: String) {
    let seed = DraftedSeed(
      "kind: session-report\nseries: a",
      """
      Séance 3 : L’eau (4 avril 2018)

      Rédaction : le secrétariat.

      Présidence de séance : Luc Petit
      Oratrice : Anne Durand (historienne)

      \(line)

      L’eau avance d’un pas par an sous la plaine.
      """
    )
    #expect(seed.slugs(.person) == ["luc-petit", "anne-durand"])
    #expect(seed.draft(.session, "a/3")?.list("speakers").count == 2)
  }
}
