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
    Introduction(
      text: "Anne Durand, géologue, en a présenté les cartes.",
      people: ["Anne Durand"]
    ),
    Introduction(text: "Luc Petit (garde du port) a répondu que non.", people: ["Luc Petit"]),
    Introduction(
      text: "Anne Durand (Société des puits) a rappelé que non.",
      people: ["Anne Durand"]
    ),
    Introduction(
      text: "Luc Petit – garde du port – souligne la crue.",
      people: ["Luc Petit"]
    ),
    Introduction(
      text: "Saskia ter Lund, luthière, répare un orgue. « Il respire encore. »",
      people: ["Saskia ter Lund"]
    ),
    Introduction(
      text: "La pluie tombe, et Luc Petit, garde, les a comptées. « Trois cents gouttes. »",
      people: ["Luc Petit"]
    ),
    Introduction(
      text: "La table ronde a opposé Anne Durand, géologue au port, et Luc Petit, garde.",
      people: ["Anne Durand", "Luc Petit"]
    ),
    Introduction(
      text: "La discussion était conduite par Luc Petit, garde du port.",
      people: ["Luc Petit"]
    ),
    Introduction(text: "Le marché a réuni Luc Petit, garde, et son chien.", people: []),
    Introduction(
      text: "Pour Luc Petit (garde du Rhône), l’eau monte.",
      people: ["Luc Petit"]
    ),
    Introduction(
      text: "Selon Luc Petit, garde, l’eau monte. « Elle montera demain. »",
      people: ["Luc Petit"]
    ),
    Introduction(
      text: "Il revenait à Luc Petit, garde du port, de conclure.",
      people: ["Luc Petit"]
    ),
    Introduction(text: "La parole a été donnée au Pr Luc Petit.", people: ["Luc Petit"]),
    Introduction(
      text: "La journée, ouverte par Anne Durand, géologue, a commencé tôt.",
      people: ["Anne Durand"]
    ),
    Introduction(text: "Anne Durand a conclu les débats.", people: ["Anne Durand"]),
    Introduction(text: "« L’eau monte », s’amuse Luc Petit, garde.", people: ["Luc Petit"]),
    Introduction(text: "Comme l’a rappelé Luc Petit, garde, l’eau monte.", people: ["Luc Petit"]),
    Introduction(text: "Luc Petit, garde : « L’eau monte. »", people: ["Luc Petit"]),
    Introduction(
      text: "La directrice du port, Anne Durand, a expliqué son plan.",
      people: ["Anne Durand"]
    ),
    Introduction(
      text: "On a entendu le professeur Luc Petit, garde, rappeler l’eau. « Elle monte. »",
      people: []
    ),
    Introduction(
      text: "Anne Durand est géologue au port. « Nous creusons. »",
      people: ["Anne Durand"]
    ),
    Introduction(
      text: "D’après Luc Petit, garde du Rhône, l’eau monte.",
      people: ["Luc Petit"]
    ),
    Introduction(text: "Luc Petit, garde, a donné la parole au public.", people: ["Luc Petit"]),
    Introduction(text: "« L’eau monte », a plaisanté Luc Petit, garde.", people: ["Luc Petit"]),
    Introduction(text: "Ce que nuance Luc Petit, garde : « Non. »", people: ["Luc Petit"]),
    Introduction(
      text: "La garde du film « Les ports », Anne Durand, a répondu.",
      people: ["Anne Durand"]
    ),
    Introduction(
      text: "Anne Durand, garde du fort « Les ports », explique la crue.",
      people: ["Anne Durand"]
    ),
    Introduction(
      text: "Anne Durand et Luc Petit, géologues, ont présenté les cartes.",
      people: ["Anne Durand", "Luc Petit"]
    ),
    Introduction(
      text: "Les conclusions ont été tirées par Luc Petit, garde.",
      people: ["Luc Petit"]
    ),
    Introduction(text: "Sœur Anne Durand, garde, a répondu.", people: ["Anne Durand"]),
    // Mentioned, not speaking.
    Introduction(
      text: "Le ministre des ports, Luc Petit, avait refusé. « Soit », a ri Anne Durand.",
      people: []
    ),
    Introduction(text: "Luc Petit, écrivain, a raconté les ports.", people: []),
    Introduction(text: "Son frère Luc Petit présente un pont.", people: []),
    Introduction(
      text: "Luc Petit, garde, a construit le pont en 1886. « Un beau pont. »",
      people: []
    ),
    Introduction(
      text: "Luc Petit, garde, a fermé le port. « Tant mieux », explique Anne Durand, géologue.",
      people: ["Anne Durand"]
    ),
    Introduction(
      text: "Luc Petit, ministre des ports, a annoncé un plan. L’eau monte.",
      people: []
    ),
    Introduction(text: "Luc Petit, garde, a lu « Les ports ».", people: []),
    Introduction(text: "Pour Luc Petit, géologue, l’eau monte.", people: []),
    Introduction(text: "Selon Luc Petit, absent, l’eau monte. « Elle montera. »", people: []),
    Introduction(text: "Le mérite revient à Luc Petit, garde du port.", people: []),
    Introduction(text: "Un pont ouvert par Luc Petit, garde, tient encore.", people: []),
    Introduction(text: "Le réseau Port Sud (Société des puits) a répondu.", people: []),
    Introduction(text: "Un comité, présidé par Luc Petit, garde, se réunit.", people: []),
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

  struct Head: CustomTestStringConvertible, Sendable {
    let lines: String
    var sentence = "Les gens sont venus."
    var facts: [String: String] = [:]
    var testDescription: String { "\(lines) | \(sentence)" }
  }

  @Test(arguments: [
    Head(lines: "Journée d’étude du jeudi 2 mai 2019", facts: ["date": "2019-05-02"]),
    Head(lines: "2 et 3 mai 2019", facts: ["date": "2019-05-02"]),
    Head(lines: "2-3 mai 2019", facts: ["date": "2019-05-02"]),
    Head(lines: "Du mardi 30 avril au jeudi 2 mai 2019", facts: ["date": "2019-04-30"]),
    Head(lines: "02/05/2019", facts: ["date": "2019-05-02"]),
    Head(
      lines: "Jeudi 2 mai 2019, salle des Cartes, Brest",
      facts: ["date": "2019-05-02", "venue": "salle des Cartes, Brest"]
    ),
    Head(
      lines: "Jeudi 2 mai 2019\nMaison des marées, Brest",
      facts: ["date": "2019-05-02", "venue": "Maison des marées, Brest"]
    ),
    Head(lines: "2 mai 2019\nLieu : Brest", facts: ["venue": "Brest"]),
    Head(
      lines: "2 mai 2019\nOrganisation : la Société des puits et le Musée du sel",
      facts: ["organisers": "Société des puits|Musée du sel"]
    ),
    Head(
      lines:
        "Jeudi 2 mai 2019 – Halle des puits, Brest\nune organisation du Musée du sel (MDS), de la "
        + "Société\ndes puits et de la Maison du port",
      facts: [
        "date": "2019-05-02", "venue": "Halle des puits, Brest",
        "organisers": "Musée du sel|Société des puits|Maison du port",
      ]
    ),
    Head(
      lines: "2 mai 2019",
      sentence: "Les quatrièmes Journées ont commencé.",
      facts: ["edition": "4"]
    ),
    Head(
      lines: "Un sous-titre",
      sentence: "La journée s’est tenue le 2 mai 2019 à Brest, à l’université des Grèves.",
      facts: ["date": "2019-05-02", "venue": "université des Grèves", "subtitle": "Un sous-titre"]
    ),
    Head(
      lines: "2 mai 2019",
      sentence: "Les XIIes Rencontres et leur 2e session ont commencé.",
      facts: ["edition": "12"]
    ),
    Head(
      lines: "2 mai 2019",
      sentence: "Elle a réuni cent personnes à la Halle des poissons de Port-Bas devant la mer.",
      facts: ["venue": "Halle des poissons de Port-Bas"]
    ),
    Head(
      lines: "2 mai 2019",
      sentence: "Elle s’est déroulée à la Bibliothèque nationale de Bretagne.",
      facts: ["venue": "Bibliothèque nationale de Bretagne"]
    ),
    Head(
      lines: "2 mai 2019",
      sentence: "Elle a eu lieu à Brest, à l’occasion d’une fête.",
      facts: ["venue": "Brest"]
    ),
    Head(
      lines: "2 mai 2019",
      sentence: "À l’initiative du Musée du sel et de la Société des puits, on a creusé.",
      facts: ["organisers": "Musée du sel|Société des puits"]
    ),
    Head(
      lines: "2 mai 2019",
      sentence: "Elle était organisée par le Musée du sel avec le soutien de la ville.",
      facts: ["organisers": "Musée du sel"]
    ),
  ])
  func whenWhereAndByWhom(example: Head) throws {
    let text =
      "Les marées\n\n\(example.lines)\n\n\(example.sentence) "
      + String(repeating: "Ils ont regardé la mer monter et descendre. ", count: 5) + "\n"
    let seed = DraftedSeed("kind: event-report\nslug: a", text)
    let event = try #require(seed.draft(.event, "a"))
    for (key, value) in example.facts.sorted(by: { $0.key < $1.key }) {
      let found = key == "organisers" ? event.list(key).joined(separator: "|") : event[key]
      #expect(found == value, "\(key)")
    }
  }

  @Test func addressesMayStandBehindWhatAnnouncesThem() {
    let text =
      "Les marées\n\n2 mai 2019\n\n"
      + String(repeating: "Ils ont regardé la mer monter et descendre. ", count: 5)
      + "\n\nRevoir la journée : https://example.org/1 et https://example.org/2\n"
    let seed = DraftedSeed("kind: event-report\nslug: a", text)
    #expect(seed.draft(.event, "a")?.list("videos").count == 2)
    #expect(seed.codes == [])
  }

  @Test(arguments: [
    "Revoir la journée\nOuverture : https://example.org/1\nClôture : https://example.org/2",
    "Captations\n- Ouverture (https://example.org/1)\n- Clôture (https://example.org/2)",
    "En vidéo :\n[Ouverture](https://example.org/1)\n[Clôture](https://example.org/2)",
    "Pour réécouter les débats :\nOuverture – https://example.org/1\nClôture\nhttps://example.org/2",
  ])
  func videosArePairedHoweverTheyAreListed(list: String) {
    let text =
      "Colloque\n\nLe 3 mai 2019\n\n" + String(repeating: "Un long texte. ", count: 20)
      + "\n\n" + list + "\n"
    let seed = DraftedSeed("kind: event-report\nslug: a", text)
    #expect(
      seed.draft(.event, "a")?.list("videos") == [
        "title: Ouverture; url: https://example.org/1",
        "title: Clôture; url: https://example.org/2",
      ]
    )
  }

  @Test(arguments: [
    "La première table partait d’un relevé", "Les papiers des ports occupent des rayons",
    "La mer s’ouvre au matin", "Un garde aborde une question", "Les gens partaient",
  ])
  func aFirstSentenceIsNoTitle(sentence: String) {
    #expect(endOfRunIn(paragraph(sentence)) == nil)
  }

  @Test(arguments: [
    "Les cartes des ports", "Mesurer la mer", "Port : quand la marée éclaire la nuit", "Le vent",
    "Des gestes à transmettre", "Pour un port ouvert",
  ])
  func aTitleHasNoVerb(title: String) {
    #expect(endOfRunIn(paragraph(title)) == title.unicodeScalars.count)
  }

  private func paragraph(_ opening: String) -> TracedText {
    let rest = String(repeating: "Ils ont regardé la mer monter et descendre. ", count: 5)
    return TracedText(path: "a.txt", plain: "\(opening). \(rest)")
  }

  @Test(arguments: [
    ("COLLOQUE INTERNATIONAL\n\nLA MER", "La mer"), ("Compte rendu\n\nLa mer", "La mer"),
    ("ACTES EN BREF\n\nLa mer", "La mer"),
    ("Troisièmes Rencontres du port\n« Mesurer la mer »", "Mesurer la mer"),
    ("Le courrier, n° 3\n\n# La mer", "La mer"), ("**La mer**\n\nUn jour", "La mer"),
  ])
  func theTitleIsNotWhatStandsAboveIt(head: String, title: String) {
    let seed = DraftedSeed(
      "kind: event-report\nslug: a",
      "\(head)\n\n2 mai 2019\n\n"
        + String(repeating: "Ils ont regardé la mer monter et descendre. ", count: 5) + "\n"
    )
    #expect(seed.draft(.event, "a")?["title"] == title)
  }

  @Test func theTitleIsWhatTheTextCallsTheEvent() {
    let seed = DraftedSeed(
      "kind: event-report\nslug: a",
      "Le courrier des ports\n\nMesurer la mer montante\n\n2 mai 2019\n\n"
        + "La journée « Mesurer la mer montante » a réuni cent personnes. "
        + String(repeating: "Ils ont regardé la mer monter et descendre. ", count: 5) + "\n"
    )
    #expect(seed.draft(.event, "a")?["title"] == "Mesurer la mer montante")
    #expect(seed.codes == ["SED007"])
  }
}
