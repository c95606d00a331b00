import Diagnostics
import SiteModel
import Testing

@testable import SeedParsers

/// A text that no manifest lists, and the kind it is taken for.
struct UnlistedText: CustomTestStringConvertible, Sendable {
  let testDescription: String
  let text: String

  init(_ kind: String, _ text: String) {
    testDescription = kind
    self.text = text
  }
}

private let unlisted = [
  UnlistedText(
    "issue",
    """
    # Les cartes et les nombres

    Ada LOVELACE<sup>1</sup>, Charles BABBAGE<sup>1</sup>

    <sup>1</sup> Société des cahiers

    \\* \\* \\*

    Le résumé cite un fait connu (Menabrea, 1842).

    \\* \\* \\*

    ## RÉFÉRENCES

    Menabrea L.F. (1842) *Notions sur la machine analytique*, Anselin, Genève

    """
  ),
  UnlistedText(
    "biography",
    """
    Ada Lovelace est mathématicienne à la Société des cahiers. Elle est également directrice de la
    revue des machines. Ses travaux portent sur les cartes et les nombres.

    """
  ),
  UnlistedText(
    "session-report",
    """
    Séance 3 : Les cartes

    Intervenants :

    • Ada Lovelace, mathématicienne

    1. Ada Lovelace, mathématicienne

    Les cartes tissent des motifs comme le métier tisse des fleurs, et chaque carte porte une
    opération que l’on peut répéter autant de fois qu’il le faut.

    Questions :

    Combien de cartes faut-il ?

    Il en faut autant que de fils.

    """
  ),
  UnlistedText(
    "event-report",
    """
    COLLOQUE “CARTES”

    Le 3 mai 1843

    Introduction
    La machine tisse des motifs comme le métier tisse des fleurs, et chaque carte porte une opération
    que l’on peut répéter autant de fois qu’il le faut. « Les cartes tissent », explique Ada Lovelace,
    mathématicienne à Londres.

    """
  ),
  UnlistedText(
    "programme",
    """
    Programme

    Séance 1 : ouverture (1er juin 1843)

    Intervenants :

    • Ada Lovelace, mathématicienne

    Séance 2 : clôture (3 juillet 1843)

    Intervenants :

    • Charles Babbage, mécanicien

    """
  ),
]

@Suite struct RecogniseSeedTests {
  @Test(arguments: unlisted)
  func theShapeTellsTheKind(example: UnlistedText) throws {
    let file = SourceFile(path: "ailleurs/Un texte.txt", text: example.text)
    let recognised = recogniseSeed(file, as: nil)
    #expect(try #require(recognised.value).kind == example.testDescription)
    #expect(recognised.diagnostics.map(\.code.id) == ["SED020"])
    #expect(recognised.diagnostics[0].summary.contains("\"\(example.testDescription)\""))
  }

  @Test func identitiesComeFromTheNameOfTheFile() throws {
    let file = SourceFile(path: "ailleurs/Un texte.txt", text: unlisted[3].text)
    let seed = try #require(recogniseSeed(file, as: nil).value)
    #expect(draftSeed(seed).value.first?.id.description == "event:un-texte")
  }

  @Test func aSeriesCanBeGiven() throws {
    let file = SourceFile(path: "a.txt", text: unlisted[2].text)
    let seed = try #require(recogniseSeed(file, as: nil, series: Slug("cartes")).value)
    #expect(draftSeed(seed).value.first?.id.description == "session:cartes/3")
  }

  @Test func aKindThatIsGivenIsTheOnlyOneTried() {
    let file = SourceFile(path: "a.txt", text: unlisted[4].text)
    #expect(recogniseSeed(file, as: "session-report").value?.kind == "session-report")
    #expect(recogniseSeed(file, as: "issue").value == nil)
  }

  @Test(arguments: [
    "", " \n", "12\n34\n", "\u{0}\u{0}", "…\n",
    "Facture\n\nNous vous prions de régler la somme qui reste due depuis le mois dernier, et vous en "
      + "remercions par avance ; le montant, les délais et les moyens de paiement sont au dos.\n",
  ])
  func aTextWithoutShapeIsReported(text: String) {
    let recognised = recogniseSeed(SourceFile(path: "a.txt", text: text), as: nil)
    #expect(recognised.value == nil)
    #expect(recognised.diagnostics.map(\.code.id) == ["SED006"])
  }
}
