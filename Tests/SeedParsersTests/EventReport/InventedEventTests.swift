import Diagnostics
import SiteModel
import Testing

@testable import SeedParsers

@Suite struct InventedEventTests {
  let seed = DraftedSeed(
    "kind: event-report\nslug: ateliers",
    """
    JOURNEE D’ETUDE « RIVIERES ET
    MEMOIRE DES LIEUX »

    Lyon, le 3 mai 2019

    Écouter les fleuves, relire les archives

    La deuxième édition de la journée d’étude « Rivières et mémoire des lieux » a réuni une
    centaine de personnes. Elle s’est tenue à la Maison des Canuts, à l’invitation des archives.

    Ouverture
    Co-organisée par la Société des Eaux et le Musée du Rhône, la journée s’ouvre sur un constat.
    Maire de Givors, Nadia Ben Salem rappelle l’histoire des crues. « Nous vivons avec le fleuve
    depuis toujours, dit-elle. » La ministre Claire Fontaine, ministre de la mer, a lancé un plan
    voici deux ans, sous la direction de Paul Girard, préfet de région.

    Ce que disent les cartes
    Les cartes de crue. Le Dr Hugo Lévy-Marchand, géographe à l’Université de Grenoble, présente les
    premières cartes. « Elles datent de 1840, précise-t-il, et restent justes. » Le Musée du Rhône
    conserve l’ensemble, et Rivières Vivantes, une association de riverains, a numérisé les plans.

    Les voix des riverains. « On oublie trop souvent les lavandières », regrette Ines da Costa,
    conservatrice et responsable des fonds sonores du Musée du Rhône. Son équipe a recueilli deux
    cents heures d’entretiens, comme l’a fait Jean Moulinier avant elle. Selon Marc Petit, l’oubli
    a commencé tôt.

    Conclusion
    Invitée à conclure, la Pr Odile Van der Meer, historienne, revient sur les absents du débat.

    Voir la journée en vidéo :
    Ouverture
    Conclusion
    https://example.org/v/1
    https://example.org/v/2
    """
  )

  @Test func factsAreRead() throws {
    let event = try #require(seed.draft(.event, "ateliers"))
    #expect(event["title"] == "Journée d’étude « Rivières et mémoire des lieux »")
    #expect(event["subtitle"] == "Écouter les fleuves, relire les archives")
    #expect(!seed.body(.event, "ateliers").contains("Écouter les fleuves"))
    #expect(event["edition"] == "2")
    #expect(event["date"] == "2019-05-03")
    #expect(event["venue"] == "Maison des Canuts")
    #expect(event.list("organisers") == ["Société des Eaux", "Musée du Rhône"])
    #expect(
      event.list("videos") == [
        "title: Ouverture; url: https://example.org/v/1",
        "title: Conclusion; url: https://example.org/v/2",
      ]
    )
    // The town before the date is neither date nor venue.
    #expect(seed.codes == ["SED007"])
  }

  @Test func thoseWhoSpeakAreParticipantsUnderTheirHeading() throws {
    let event = try #require(seed.draft(.event, "ateliers"))
    #expect(
      event.list("participants") == [
        "person: nadia-ben-salem; function: Maire de Givors; section: Ouverture",
        "person: hugo-levy-marchand; honorific: Dr; function: géographe à l’Université de Grenoble; "
          + "section: Ce que disent les cartes",
        "person: ines-da-costa; function: conservatrice et responsable des fonds sonores du "
          + "Musée du Rhône; section: Ce que disent les cartes",
        "person: odile-van-der-meer; honorific: Pr; function: historienne; section: Conclusion",
      ]
    )
  }

  @Test func sectionsAndShortTitlesAreHeadings() {
    #expect(
      seed.headings(.event, "ateliers") == [
        "## Ouverture", "## Ce que disent les cartes", "### Les cartes de crue",
        "### Les voix des riverains", "## Conclusion",
      ]
    )
  }

  struct Introduction: CustomTestStringConvertible, Sendable {
    let text: String
    let people: [String]
    var testDescription: String { text }
  }

  @Test(arguments: [
    Introduction(text: "« Oui », explique Anne Durand, géologue.", people: ["Anne Durand"]),
    Introduction(
      text: "« Oui », explique avec soin la Dr Anne Durand. « Non. »",
      people: ["Anne Durand"]
    ),
    Introduction(text: "Comme le souligne Luc Petit, garde, l’eau monte.", people: ["Luc Petit"]),
    Introduction(
      text: "Directrice du port, Anne Durand détaille son plan.",
      people: ["Anne Durand"]
    ),
    Introduction(
      text: "Le Pr Luc Petit est le directeur du port. « Nous creusons. »",
      people: ["Luc Petit"]
    ),
    // Mentioned, not speaking.
    Introduction(text: "Le Pr Luc Petit est le directeur du port depuis dix ans.", people: []),
    Introduction(text: "Il rappelle que Luc Petit, garde, est parti.", people: []),
    Introduction(
      text: "Une thèse sous la direction de Luc Petit, professeur, a suivi.",
      people: []
    ),
    Introduction(text: "Enfin, Luc Petit, préfet, a inauguré le port.", people: []),
    Introduction(text: "Le port, inauguré par le ministre Luc Petit, ouvre.", people: []),
    // Bodies and places.
    Introduction(text: "« Oui », explique Santé Marine, association de marins.", people: []),
    Introduction(text: "Le Grand Port, secteur en pleine mue, présente ses quais.", people: []),
    Introduction(text: "« Oui », indique Port Sud. L’eau monte.", people: []),
  ])
  func onlySpeakersAreIntroduced(example: Introduction) {
    let text = TracedText(path: "a.txt", plain: example.text)
    #expect(findIntroducedPersons(in: text).map(\.name.name.string) == example.people)
  }

  @Test(arguments: [
    ("Le plan Azur : enfin des digues", "Le plan Azur est né ici.", "Azur"),
    ("Plan Azur : enfin des digues", "Les digues, avec le Plan Azur, montent.", "Azur"),
    ("Digues vertes : le retour", "On finance Digues vertes depuis un an.", "Digues vertes"),
    ("Des digues : enfin", "On les finance depuis un an.", nil as String?),
  ])
  func aFunctionThatPointsIsReported(title: String, before: String, named: String?) {
    let found = findAnaphor(
      in: TracedText(path: "a.txt", plain: "directrice de ce plan à la mairie"),
      title: TracedText(path: "a.txt", plain: title),
      before: TracedText(path: "a.txt", plain: before)
    )
    let meaning = named.map { "; the text before names \"\($0)\"" } ?? ""
    #expect(found?.summary == "\"ce plan\" points outside this function\(meaning)")
  }

  @Test func videosThatDoNotPairAreReported() {
    let other = DraftedSeed(
      "kind: event-report\nslug: a",
      "Colloque\n\nLe 3 mai 2019\n\n" + String(repeating: "Un long texte. ", count: 20)
        + "\n\nEn vidéo :\nOuverture\nConclusion\nhttps://example.org/1\n"
    )
    #expect(other.codes == ["SED013"])
    #expect(other.draft(.event, "a")?.list("videos").count == 1)
  }
}
