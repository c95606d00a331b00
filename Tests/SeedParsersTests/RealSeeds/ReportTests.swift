import SiteModel
import Testing

@testable import SeedParsers

/// The biography, the session report and the event report among the seeds.
@Suite struct RealReportTests {
  @Test func theBiographyIsOfOnePerson() throws {
    let seed = try RealSeeds.drafts(1)
    #expect(seed.drafts.map(\.id.description) == ["person:quentin-dufour"])
    #expect(
      seed.drafts[0].list("functions") == [
        "text: sociologue, professeur junior CNRS au sein du Centre Norbert Elias (Aix-Marseille "
          + "Université); as-of: 2024-09",
        "text: directeur adjoint de l’Institut Santé Numérique en Société (ISNS) au sein de "
          + "PariSanté Campus; as-of: 2024-09",
      ]
    )
    let paragraphs = seed.body(.person, "quentin-dufour").split(separator: "\n")
    #expect(paragraphs.count == 3)
    #expect(seed.diagnostics.isEmpty)
  }

  @Test func theSessionReportHasFiveSpeakersInFourTalks() throws {
    let seed = try RealSeeds.drafts(2)
    let people = [
      "gerard-raymond", "lydie-canipel", "jean-jacques-zambrowski", "emmanuel-bacry",
      "dominique-cardon",
    ]
    #expect(seed.slugs(.person) == people)
    let session = try #require(seed.draft(.session, "ia-et-sante/1"))
    #expect(session["title"] == "Introduction")
    #expect(session.list("speakers").map { String($0.dropFirst(8).prefix { $0 != ";" }) } == people)
    #expect(session.list("speakers").allSatisfy { $0.hasSuffix("role: speaker") })
    // The address of a note, which the conversion repeats in two parts.
    #expect(seed.codes == ["SED032", "SED032"])
  }

  @Test func theSessionReportHasTalksPartsAndQuestions() throws {
    let headings = try RealSeeds.drafts(2).headings(.session, "ia-et-sante/1")
    #expect(
      headings.filter { !$0.hasPrefix("####") } == [
        "## 1. Gérard Raymond", "### Présentation de France Assos Santé", "### Questions",
        "## 2. Lydie Canipel et Jean-Jacques Zambrowski", "### Présentation de la SFSD",
        "### Questions", "## 3. Emmanuel Bacry", "### Les dates jalons du Health Data Hub",
        "### Questions", "## 4. Dominique Cardon", "### Questions",
      ]
    )
    #expect(headings.count { $0.hasPrefix("####") } == 13)
    #expect(headings.filter { $0.hasPrefix("####") }.allSatisfy { $0.hasSuffix("?") })
  }

  @Test(arguments: [
    "par une co-construction d’outils", "la multi-dimensionnalité des données",
    "L’arrivée du décret télésoin[^6] marque une sortie",
    "et souvent le professionnel de santé ne fait pas confiance à l’algorithme",
    "telesante-pour-l-acces-de-tous-a-des-soins-a-distance/article/le-telesoin>\n",
    "des usagers.\n\nEn plus d’une meilleure prise en charge",
    "deep-learning :\n  - Un projet multicentrique",
    "[[person:emmanuel-bacry|Emmanuel Bacry]] l’a bien dit",
  ])
  func theSessionReportReadsWell(passage: String) throws {
    #expect(try RealSeeds.drafts(2).body(.session, "ia-et-sante/1").contains(passage))
  }

  private static let event = "donnees-de-sante-et-intelligence-collective-2021"

  @Test func theEventHasItsFacts() throws {
    let seed = try RealSeeds.drafts(3)
    let event = try #require(seed.draft(.event, Self.event))
    #expect(event["title"] == "Colloque “Données de santé et intelligence collective”")
    #expect(
      event["subtitle"] == "La donnée de santé, un accélérateur d’intelligence collective"
    )
    #expect(event["edition"] == "3")
    #expect(event["date"] == "2021-12-15")
    #expect(event["venue"] == "PariSanté Campus")
    #expect(
      event.list("organisers") == [
        "Health Data Hub",
        "Grand Défi ”Amélioration des diagnostics médicaux à l’aide de l’IA”",
        "Délégation ministérielle au numérique en santé",
      ]
    )
    #expect(
      event.list("videos") == [
        "title: Introduction; url: https://youtu.be/PQ1jxOnqR8Q",
        "title: Table ronde 1 : Quels bénéfices des données de santé pour la recherche et la santé "
          + "publique; url: https://youtu.be/gaKlpbFd56E",
        "title: Table ronde 2 : Quels bénéfices des données de santé pour le pilotage du système "
          + "et soin; url: https://youtu.be/JTsXwFHwSN4",
        "title: Table ronde 3 : La réutilisation des données de santé : un enjeu d’attractivité "
          + "et de compétitivité; url: https://youtu.be/_LO7--ejbOY",
        "title: Conclusion; url: https://youtu.be/5vf1ptoA-sE",
      ]
    )
    // A quotation runs over several paragraphs.
    #expect(seed.codes == ["SED029", "SED015"])
  }

  @Test func theEventHasSeventeenSpeakersAndNobodyElse() throws {
    #expect(
      try RealSeeds.drafts(3).slugs(.person) == [
        "dominique-pon", "bruno-macquart", "stephanie-combes", "jean-yves-blay", "mathieu-wargny",
        "thomas-bourgeron", "segolene-ayme", "jean-francois-thebaut", "mahmoud-zureik",
        "romain-hellmann", "olivier-clatz", "jean-christophe-calvo", "bernard-hamelin",
        "isabelle-zablit", "antoine-tesniere", "valerie-chavanne", "fabrice-lenglart",
      ]
    )
  }

  @Test func theEventHasItsSections() throws {
    #expect(
      try RealSeeds.drafts(3).headings(.event, Self.event) == [
        "## Introduction",
        "## Recherche : quand la donnée ”booste” la connaissance",
        "### Deepsarc : mieux cibler le traitement",
        "### Coronado : le diabète à l’épreuve de la Covid",
        "### Autisme : la donnée pour mieux profiler",
        "### Des freins à lever",
        "### Des patients impliqués",
        "## Système de santé : la donnée, une aide à la décision",
        "### Epi-Phare : quand le SNDS éclaire la conduite de crise",
        "### STEP : anticiper la pression sur l’hôpital",
        "### Ségur du numérique : les moyens… et la fin",
        "### Entrepôts de données : des établissements engagés",
        "## Réutilisation des données : un enjeu d’attractivité et de compétitivité",
        "### L’urgence à agir",
        "### Europe : vers un espace commun pour la donnée de santé",
        "### Créer un modèle de valeur attractif",
        "### Concilier la performance et l’éthique de la donnée",
        "## Conclusion : la France peut mener la course en tête !",
      ]
    )
  }
}
