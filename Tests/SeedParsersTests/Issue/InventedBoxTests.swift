import SiteModel
import Testing

@testable import SeedParsers

/// Lists of members that a box sets apart from the text.
@Suite struct InventedBoxTests {
  private static func issue(_ boxes: String) -> DraftedSeed {
    DraftedSeed(
      "kind: issue\nnumber: 1",
      "# Titre\n\nLuc PETIT<sup>1</sup>\n\n<sup>1</sup> Sel\n\n## Le port\n\nOn creuse.\n\n" + boxes
    )
  }

  private static let box = """
    \\* \\* \\*

    ## LES GENS DU PORT

    Sous la conduite de **Luc Petit**.

    ### Axe 1 : Les quais

    - **Anne Durand**, géographe, avec Luc Petit

    """

  @Test func proseBehindABoxTakesUpTheTextBeforeIt() {
    let seed = Self.issue(
      Self.box + "\nD'autres viendront (voir encadré p. 7).\n\n## La suite\n\nFin.\n"
    )
    #expect(
      seed.body(.issue, "1") == """
        ## Le port

        On creuse.

        D'autres viendront ([voir encadré p. 7](#les-gens-du-port)).

        ## Les gens du port

        Sous la conduite de **[[person:luc-petit|Luc Petit]]**.

        ### Axe 1 : Les quais

        - **[[person:anne-durand|Anne Durand]]**, géographe, avec [[person:luc-petit|Luc Petit]]

        ## La suite

        Fin.

        """
    )
  }

  @Test func ofTwoBoxesNoneIsMeant() {
    let other = Self.box.replacing("PORT", with: "SEL").replacing("Axe 1", with: "Axe 2")
    let seed = Self.issue(Self.box + "\n" + other + "\nVoir l'encadré ci-dessus. Fin.\n")
    #expect(seed.body(.issue, "1").contains("Voir l'encadré ci-dessus. Fin."))
  }

  @Test func aNameInsideALinkIsNoSecondLink() {
    let seed = Self.issue("[Luc Petit](https://example.org/a) creuse. Luc Petit rit.\n")
    #expect(
      seed.body(.issue, "1").hasSuffix(
        "[Luc Petit](https://example.org/a) creuse. [[person:luc-petit|Luc Petit]] rit.\n"
      )
    )
  }
}
