import Diagnostics
import SiteModel
import Testing

@testable import SeedParsers

/// The issue among the seeds, against what a reader finds in it.
@Suite struct RealIssueTests {
  let seed: DraftedSeed

  init() throws { seed = try RealSeeds.drafts(0) }

  @Test func headIsRead() throws {
    let issue = try #require(seed.draft(.issue, "0"))
    #expect(
      issue["title"]
        == "Pour une compréhension de la santé numérique et des infrastructures de données de "
        + "santé par les sciences humaines et sociales"
    )
    #expect(issue["subtitle"] == "La création de l'Institut Santé Numérique en Société")
    #expect(issue["number"] == "0")
    #expect(issue["date"] == "2023")
    #expect(issue.list("axes") == ["data-quantification", "professions", "politique", "valeur"])
    #expect(
      issue.list("authors") == [
        "person: emmanuel-didier; affiliations: CNRS, Centre Maurice Halbwachs, EHESS et ENS-PSL",
        "person: catherine-bourgain; affiliations: Cermes3, Inserm",
        "person: quentin-dufour; affiliations: Centre Maurice Halbwachs, EHESS et ENS-PSL",
        "person: mathilde-godard; affiliations: CNRS, Legos-LEDa, Université Paris Dauphine - PSL",
        "person: elsa-supiot; affiliations: Université d'Angers, ISJPS, CNRS et Université Paris 1 "
          + "Panthéon-Sorbonne",
        "person: florence-jusot; affiliations: SHARE-France, Legos-LEDa, Université Paris Dauphine "
          + "- PSL, Institut de Recherche et de Documentation en Économie de la Santé (IRDES)",
        "person: thomas-renaud; affiliations: SHARE-France, Legos-LEDa, Université Paris Dauphine "
          + "- PSL",
      ]
    )
  }

  @Test func theAbstractStandsBetweenTheSeparators() throws {
    let abstract = try #require(seed.draft(.issue, "0")?["abstract"])
    let paragraphs = abstract.split(separator: "\n")
    #expect(paragraphs.count == 3)
    #expect(abstract.hasPrefix("L'Institut Santé Numérique en Société (ISNS) a été créé en 2021"))
    #expect(abstract.hasSuffix("dans le cadre du plan France 2030."))
  }

  @Test func headingsHaveTheLevelsOfTheTextsOwnStructure() {
    #expect(
      seed.headings(.issue, "0") == [
        "## La santé numérique comme objet social",
        "### Création de l'ISNS",
        "## Une stratégie scientifique pluridisciplinaire",
        "### Data & quantification",
        "### Professions",
        "### Politique",
        "### Valeur",
        "## Organisation de la recherche",
        "### Le consortium de recherche SaNSo",
        "## Les membres du consortium SaNSo",
        "### Axe 1 *Data & quantification*",
        "### Axe 2 *Professions*",
        "### Axe 3 *Politique*",
        "### Axe 4 *Valeur*",
        "## Gouvernance et portage institutionnel",
        "## Partenariats",
        "## Une politique de valorisation des travaux diversifiée",
      ]
    )
  }

  @Test(arguments: [
    "et acteurs de la tech – au sein de l'écosystème PariSanté Campus\n",
    "en particulier des jugements de valeur sur la question",
    "la démocratie dans le système de soins de santé",
    "La seconde problématique de cet axe",
    "« *Social, health and economic impacts of the Covid-19 pandemic",
    "Laboratoire d'Économie et Gestion des Organisations de Santé (Legos)",
    "**L'Inserm** appuie également le projet",
    "recrutés au cours de la première année.",
    "Au moins un *fellow* SaNSo sera invité",
    "[Voir Encadré page 5](#les-membres-du-consortium-sanso)\n\n## Les membres",
    "Sous la responsabilité d'**[[person:emmanuel-didier|Emmanuel Didier]]** et",
    "- **[[person:eric-dagiral|Eric Dagiral]]**, sociologue",
    "- **[[person:eric-dagiral|Éric Dagiral]]**, sociologue",
  ])
  func pagesAreRejoined(passage: String) { #expect(seed.body(.issue, "0").contains(passage)) }

  @Test func noSeparatorNoEmptyLinkNoReferenceListIsLeft() {
    let body = seed.body(.issue, "0")
    #expect(!body.contains("\\*"))
    #expect(!body.contains("](#)"))
    #expect(!body.contains("Open University Press"))
  }

  @Test func membersStandInPrintedOrder() throws {
    func members(_ axis: String) -> [String] {
      (seed.draft(.axis, axis)?.list("members") ?? []).map { member in
        String(member.dropFirst("person: ".count).prefix { $0 != ";" })
      }
    }
    #expect(seed.slugs(.axis) == ["data-quantification", "professions", "politique", "valeur"])
    #expect(
      members("data-quantification") == [
        "nicolas-belorgey", "sophie-cras", "eric-dagiral", "thomas-depecker", "christophe-prieur",
      ]
    )
    #expect(
      members("professions") == [
        "luc-berlivet", "marie-le-clainche-piel", "alexandre-mathieu-fritz", "eric-dagiral",
        "olivier-martin", "patrick-peretti-watel",
      ]
    )
    #expect(
      members("politique") == [
        "frederic-keck", "christine-noiville", "florence-weber", "celia-zolynski",
      ]
    )
    #expect(
      members("valeur") == [
        "louis-arnault", "sebastien-cochard", "brigitte-dormont", "clementine-garrouste",
        "daniel-herrera-araujo", "elsa-perdrix", "thomas-renaud",
      ]
    )
  }

  @Test(arguments: [
    ("data-quantification", "1", "quentin-dufour"), ("professions", "2", "catherine-bourgain"),
    ("politique", "3", "elsa-supiot"), ("valeur", "4", "mathilde-godard"),
  ])
  func eachAxisHasItsLead(slug: String, number: String, lead: String) {
    #expect(seed.draft(.axis, slug)?["number"] == number)
    #expect(seed.draft(.axis, slug)?["lead"] == lead)
    #expect(seed.body(.axis, slug).count > 1_000)
  }

  @Test func onlyAuthorsLeadsAndMembersArePeople() {
    #expect(
      Set(seed.slugs(.person)) == [
        "emmanuel-didier", "catherine-bourgain", "quentin-dufour", "mathilde-godard",
        "elsa-supiot", "florence-jusot", "thomas-renaud", "nicolas-belorgey", "sophie-cras",
        "eric-dagiral", "thomas-depecker", "christophe-prieur", "luc-berlivet",
        "marie-le-clainche-piel", "alexandre-mathieu-fritz", "olivier-martin",
        "patrick-peretti-watel", "frederic-keck", "christine-noiville", "florence-weber",
        "celia-zolynski", "louis-arnault", "sebastien-cochard", "brigitte-dormont",
        "clementine-garrouste", "daniel-herrera-araujo", "elsa-perdrix",
      ]
    )
    #expect(seed.slugs(.person).count == 27)
  }

  @Test func aPersonWhoIsSpelledInTwoWaysIsOne() {
    let person = seed.draft(.person, "eric-dagiral")
    #expect(person?["name"] == "Éric Dagiral")
    #expect(
      person?.list("functions") == [
        "text: sociologue, maître de conférences, Université Paris Cité; as-of: 2023",
        "text: sociologue, maître de conférences, CERLIS, Université Paris Cité; as-of: 2023",
      ]
    )
  }

  @Test func functionsOfLeadsAreThoseTheTextStates() {
    #expect(
      seed.draft(.person, "mathilde-godard")?.list("functions") == [
        "text: chargée de recherche au CNRS et membre du Laboratoire d'Économie et Gestion des "
          + "Organisations de Santé (Legos) au sein du Laboratoire d'Économie de Dauphine (LEDa) de "
          + "l'Université Paris Dauphine - PSL; as-of: 2023",
        "text: professeure attachée à l'Université PSL; as-of: 2023",
        "text: économiste; as-of: 2023",
      ]
    )
    #expect(seed.draft(.person, "catherine-bourgain")?.list("functions").count == 4)
    #expect(seed.draft(.person, "emmanuel-didier")?.list("functions").count == 4)
    #expect(seed.draft(.person, "elsa-supiot")?.list("functions").count == 3)
    #expect(seed.draft(.person, "florence-jusot")?.list("functions").count == 2)
  }

  @Test func referencesHaveTheirKeysInTheOrderOfTheLists() throws {
    let lists = try #require(seed.draft(.issue, "0")).list("references")
    #expect(
      lists == [
        "title: Références; items: collins2010, desrosieres1993, didier2021, doueih2018, "
          + "fassin1996, fearnley2010, gallois2020, ginsburg2009, gottweis2008, lakoff2015, "
          + "latour1987, le-moal2010, mathieu-fritz2013, rosenberg2007, rouvroy2008, "
          + "srnicek2017, stevens2013, suarez-diaz2010",
        "title: Bibliographie sélective des porteurs du projet SaNSo; items: barnay2018, "
          + "borsch-supan2023, borsch-supan2019, bernelin2021, bourgain2022, bruno2013, "
          + "bruno2014, caroli2016, delfraissy2023, didier2023, didier2022, didier2020, "
          + "didier2018, didier2023b, dufour2021, dufour2021b, godard2023, supiot2021, "
          + "turrini2021a, turrini2021b",
      ]
    )
    #expect(seed.slugs(.reference).count == 38)
  }

  @Test func everyCitationIsALinkThatKeepsThePrintedWords() {
    let body = seed.body(.issue, "0")
    for citation in [
      "([Rosenberg, 2007](@rosenberg2007); [Ginsburg & Willard, 2009](@ginsburg2009); "
        + "[Doueiri & Domenicucci, 2018](@doueih2018))",
      "([Le Moal *et al*, 2010](@le-moal2010))",
      "([Dufour, 2021](@dufour2021))", "([Dufour et al, 2021](@dufour2021b))",
      "([Bourgain & Lade, 2022](@bourgain2022) ; [Turrini & Bourgain, 2021a](@turrini2021a) ; "
        + "[Turrini & Bourgain 2021b](@turrini2021b))",
      "([Bernelin et Supiot, 2021](@bernelin2021))",
    ] {
      #expect(body.contains(citation), "\(citation)")
    }
    #expect(body.split(separator: "](@", omittingEmptySubsequences: false).count - 1 == 34)
    #expect(body.contains("*RecessionsHealth* (2021)"))
    #expect(body.contains("(PFMG 2025)"))
  }

  @Test func misprintedCitationsAreReported() {
    #expect(
      seed.diagnostics.map(\.summary) == [
        "printed \"Doueiri & Domenicucci, 2018\", resolved to \"doueih2018\"",
        "printed \"Fearley, 2010\", resolved to \"fearnley2010\"",
      ]
    )
  }
}
