import Diagnostics
import SiteModel
import Testing

@testable import SeedParsers

@Suite struct InventedIssueTests {
  let seed = DraftedSeed(
    "kind: issue\nnumber: 12\ndate: 2020-03",
    """
    # Le sel et la mer

    Une enquête

    Anne DURAND<sup>1</sup>, Luc PETIT<sup>1,2</sup> et Yann Le Bihan<sup>2</sup>

    <sup>1</sup> Université des Îles

    <sup>2</sup> Laboratoire du [Sel](#)

    ## Résumé

    Le sel a une histoire.

    ## Deux voies

    On suit la voie **Des eaux** puis la voie **Des terres**.

    ### Des eaux

    Comme l'écrit Morel (2001), le sel monte (voir Morel & Roux, 2004 ; Noir *et al.*, 1999, 2003a).
    On le sait (Inconnu, 1950). En (1789), rien, sinon à Paris (2012). Voir (Rouix & Morel, 2005).

    ## Des terres

    La responsabilité de l'axe 1 est assurée par **Luc Petit** (géologue), après Rose Lund.

    ### Axe 1 : Des eaux

    - **Anne Durand**, géographe
    - Société du sel, Brest

    ## BIBLIOGRAPHIE

    Morel A. (2001) *Le Sel*, Presses du Sel, Brest

    Morel A. & Roux B.-C. (2004) *L'eau*, *Revue des eaux*, 3(1): 2-9

    Noir C., Blanc D. & Gris E. (1999) *Les os*, Presses, Paris

    Noir C., Blanc D. & Gris E. (2003a) *Les dents*, Presses, Paris

    Roux B.-C. & Morel A. (2005) *Un guide*, Presses, Paris

    Morel A. (2001) *Le Sable*, Presses du Sel, Brest

    Sans année, *Livre perdu*
    """
  )

  @Test func headIsRead() throws {
    let issue = try #require(seed.draft(.issue, "12"))
    #expect(issue["title"] == "Le sel et la mer")
    #expect(issue["subtitle"] == "Une enquête")
    #expect(issue["date"] == "2020-03")
    #expect(issue["abstract"] == "Le sel a une histoire.")
    #expect(
      issue.list("authors") == [
        "person: anne-durand; affiliations: Université des Îles",
        "person: luc-petit; affiliations: Université des Îles, Laboratoire du Sel",
        "person: yann-le-bihan; affiliations: Laboratoire du Sel",
      ]
    )
  }

  @Test func announcedSectionsAreSiblings() {
    #expect(
      seed.headings(.issue, "12") == [
        "## Deux voies", "### Des eaux", "### Des terres", "### Axe 1 : Des eaux",
      ]
    )
  }

  @Test func citationsBecomeLinksWhereTheyResolve() {
    let body = seed.body(.issue, "12")
    for passage in [
      "l'écrit [Morel (2001)](@morel2001), le",
      "(voir [Morel & Roux, 2004](@morel2004) ; [Noir *et al.*, 1999](@noir1999), "
        + "[2003a](@noir2003a))",
      "(Inconnu, 1950)", "En (1789), rien, sinon à Paris (2012)",
      "([Rouix & Morel, 2005](@roux2005))",
    ] {
      #expect(body.contains(passage), "\(passage)")
    }
  }

  @Test func doubtsAreReported() {
    #expect(
      seed.diagnostics.map { "\($0.code.id) \($0.summary)" } == [
        "SED008 no name of a person begins this entry",
        "SED012 no author and year in this reference",
        "SED014 \"Morel (2001)\" may be \"morel2001\" or \"morel2001b\"",
        "SED011 \"Inconnu, 1950\" is in no list of references",
        "SED010 printed \"Rouix & Morel, 2005\", resolved to \"roux2005\"",
      ]
    )
  }

  @Test func axesHaveLeadMembersAndText() throws {
    let axis = try #require(seed.draft(.axis, "des-eaux"))
    #expect(axis["lead"] == "luc-petit")
    #expect(axis.list("members") == ["person: anne-durand; function: géographe"])
    #expect(seed.body(.axis, "des-eaux").hasPrefix("Comme l'écrit"))
  }

  @Test func peopleAreAuthorsLeadsAndMembers() {
    #expect(seed.slugs(.person) == ["anne-durand", "luc-petit", "yann-le-bihan"])
    #expect(
      seed.draft(.person, "luc-petit")?.list("functions") == ["text: géologue; as-of: 2020-03"]
    )
  }

  struct Prose: CustomTestStringConvertible, Sendable {
    let text: String
    let functions: [String]
    var testDescription: String { text }
  }

  @Test(arguments: [
    Prose(
      text: "L'axe 2 revient à Luc Petit (géologue), chargé de cours à Brest et membre du Sel.",
      functions: ["chargé de cours à Brest et membre du Sel", "géologue"]
    ),
    Prose(
      text:
        "Luc Petit (géologue) assure la direction du port, avec Anne Durand. Il est aussi maire "
        + "de Brest.",
      functions: ["assure la direction du port", "maire de Brest", "géologue"]
    ),
    Prose(
      text:
        "Luc Petit est géologue. Professeur à Brest (Port), il creuse. Également membre du Sel, "
        + "il pêche.",
      functions: ["Professeur à Brest (Port)", "membre du Sel", "géologue"]
    ),
    Prose(
      text: "Luc Petit est actuellement en poste à Brest pour creuser un port.",
      functions: ["en poste à Brest"]
    ),
    // Of others, or nobody's function.
    Prose(text: "Luc Petit creuse. Rose Lund sonde. Elle est maire de Brest.", functions: []),
    Prose(text: "Luc Petit est auteur de deux livres.", functions: []),
    Prose(text: "Anne Durand pêche avec Luc Petit. Elle est maire de Brest.", functions: []),
  ])
  func functionsAreReadFromProse(example: Prose) {
    let issue = DraftedSeed(
      "kind: issue\nnumber: 1",
      "# Titre\n\nLuc PETIT<sup>1</sup>, Anne DURAND<sup>1</sup>\n\n<sup>1</sup> Sel\n\n## Qui\n\n"
        + example.text + "\n"
    )
    let found = issue.draft(.person, "luc-petit")?.list("functions") ?? []
    #expect(found == example.functions.map { "text: \($0)" })
  }

  @Test func keysOfDifferentWorksDiffer() {
    #expect(
      seed.slugs(.reference) == [
        "morel2001", "morel2004", "noir1999", "noir2003a", "roux2005", "morel2001b",
      ]
    )
  }

  @Test func oneWorkInTwoListsIsOneDraft() {
    let entry = "Morel A. (2001) *Le Sel*, Presses, Brest"
    let twice = DraftedSeed(
      "kind: issue\nnumber: 1",
      "# Titre\n\nTexte.\n\n## Références\n\n\(entry)\n\n## Bibliographie du projet\n\n\(entry)\n"
    )
    #expect(twice.slugs(.reference) == ["morel2001"])
    #expect(
      twice.draft(.issue, "1")?.list("references") == [
        "title: Références; items: morel2001", "title: Bibliographie du projet; items: morel2001",
      ]
    )
  }
}
