import SiteModel
import Testing

@testable import SeedParsers

@Suite struct InventedReportTests {
  let seed = DraftedSeed(
    "kind: session-report\nseries: forets",
    """
    Séance 3 : Les sources (4 avril 2018)

    1. Mme Rosa Lund, hydrologue,

    et Karl Berg, garde

    L’eau froide

    Tout commence par * l’eau froide_qui sort<br>. Le débit12 est faible & constant
    depuis mille ans.

    12 Voir https://example.org/debits-
    anciens/1840 pour les relevés.

    Questions du public :

    Pourquoi si peu ?

    1. On ne sait pas. Karl Berg en doute. Rosa Lund aussi.

    2) Les puits
    """
  )

  @Test func theSessionIsThatOfTheProgramme() {
    let session = seed.draft(.session, "forets/3")
    #expect(session?["series"] == "forets")
    #expect(session?["date"] == "2018-04-04")
    #expect(
      session?.list("speakers") == [
        "person: rosa-lund; function: hydrologue; role: speaker",
        "person: karl-berg; function: garde; role: speaker",
      ]
    )
  }

  @Test func theBodyIsMarkdown() {
    #expect(
      seed.body(.session, "forets/3") == """
        ## 1. Rosa Lund et Karl Berg

        Mme [[person:rosa-lund|Rosa Lund]], hydrologue, et [[person:karl-berg|Karl Berg]], garde

        ### L’eau froide

        Tout commence par \\* l’eau froide\\_qui sort\\<br>. Le débit[^12] est faible & constant \
        depuis mille ans.

        ### Questions du public

        #### Pourquoi si peu ?

        1\\. On ne sait pas. Karl Berg en doute. Rosa Lund aussi.

        ## 2. Les puits

        [^12]: Voir <https://example.org/debits-anciens/1840> pour les relevés.

        """
    )
  }

  @Test func aTextWithoutSessionIsReported() {
    let other = DraftedSeed("kind: session-report\nseries: forets", "Bonjour à tous.\n")
    #expect(other.drafts.isEmpty)
    #expect(other.codes == ["SED006"])
  }
}
