import SiteModel
import Testing

@testable import SeedParsers

/// The heading of a session in the forms that houses print.
@Suite struct SessionHeadingTests {
  struct Heading: CustomTestStringConvertible, Sendable {
    let text: String
    /// `number | title | date`; nil for a text that is no heading.
    let read: String?
    var testDescription: String { text }

    init(_ text: String, _ read: String?) { (self.text, self.read) = (text, read) }
  }

  @Test(arguments: [
    Heading("Séance 3 : Les sources", "3 | Les sources | -"),
    Heading("SÉANCE N° 3 — Les sources", "3 | Les sources | -"),
    Heading("Séance n°3. Les sources", "3 | Les sources | -"),
    Heading("Session no 3 – Les sources", "3 | Les sources | -"),
    Heading("Séance numéro 3 | Les sources", "3 | Les sources | -"),
    Heading("Rencontre III – Les sources", "3 | Les sources | -"),
    Heading("Atelier 12 « Les sources »", "12 | Les sources | -"),
    Heading("Séance 3/8 : Les sources", "3 | Les sources | -"),
    Heading("Séance 3 sur 8 : Les sources", "3 | Les sources | -"),
    Heading("3e séance : Les sources", "3 | Les sources | -"),
    Heading("1ère rencontre – Les sources", "1 | Les sources | -"),
    Heading("Deuxième atelier. Les sources", "2 | Les sources | -"),
    Heading("PREMIÈRE SÉANCE", "1 |  | -"),
    Heading("Journée d’étude n° 2 : Les sources", "2 | Les sources | -"),
    Heading("Séance trois : Les sources", "3 | Les sources | -"),
    Heading("**Séance 3 : Les sources**", "3 | Les sources | -"),
    Heading("## Séance 3 : Les sources", "3 | Les sources | -"),
    Heading("Séance 3 Les sources", "3 | Les sources | -"),
    Heading("Séance 3", "3 |  | -"),
    Heading("Compte rendu de la séance n° 3 du 4 avril 2018", "3 |  | 2018-04-04"),
    Heading("Compte rendu – Séance 3 : Les sources", "3 | Les sources | -"),
    Heading("Séance du mercredi 4 avril 2018 : Les sources", "- | Les sources | 2018-04-04"),
    Heading("Séance inaugurale – 4 avril 2018", "- | Séance inaugurale | 2018-04-04"),
    Heading("Séance 3 : Les sources (4 avril 2018)", "3 | Les sources | 2018-04-04"),
    Heading("Séance 3 (mercredi 4 avril 2018) : Les sources", "3 | Les sources | 2018-04-04"),
    Heading("Séance 3 – Mercredi 4 avril 2018", "3 |  | 2018-04-04"),
    Heading("Séance 3 Mercredi 4 avril 2018", "3 |  | 2018-04-04"),
    Heading("Séance 3, mercredi 4 avril 2018. Les sources", "3 | Les sources | 2018-04-04"),
    Heading("Séance 3 – 04/04/2018 – Les sources", "3 | Les sources | 2018-04-04"),
    Heading("Séance 3 : Les sources [2018-04-04]", "3 | Les sources | 2018-04-04"),
    Heading("Séance 3 — 3 et 4 avril 2018 — Les sources", "3 | Les sources | 2018-04-03"),
    Heading("Séance 3 – du 3 au 5 avril 2018 – Les sources", "3 | Les sources | 2018-04-03"),
    Heading(
      "Séance 3 – mercredi 4 avril 2018, de 14 h à 17 h 30, salle des Cartes – Les sources",
      "3 | Les sources | 2018-04-04"
    ),
    Heading(
      "Séance 3 – Les sources – 4 avril 2018, 14h00-17h30, amphi B",
      "3 | Les sources | 2018-04-04"
    ),
    Heading("Séance 3 – Les sources, avril 2018", "3 | Les sources | 2018-04"),
    Heading(
      "Séance 3 : Mai 1848 : après la crue (4 avril 2018)",
      "3 | Mai 1848 : après la crue | 2018-04-04"
    ),
    Heading("Séance 3 : Avril 1848 : la crue", "3 | Avril 1848 : la crue | -"),
    Heading("Séance 3 : Retour sur le 4 avril 1848", "3 | Retour sur le 4 avril 1848 | -"),
    Heading("Séance 3 : Les sources, les puits", "3 | Les sources, les puits | -"),
    Heading("La séance 3 portera sur les sources.", nil),
    Heading("Séance animée par Luc Petit", nil),
    Heading("Séance 3, on a vu que les sources tarissent.", nil),
    Heading("Sessions parallèles", nil),
    Heading("Rencontre avec Luc Petit", nil),
    Heading("Première partie : Les sources", nil),
    Heading("Séminaire 2018-2019", nil),
  ])
  func formsAreRead(heading: Heading) {
    let read = readSessionHeading(TracedText(path: "a.txt", plain: heading.text))
    let told = read.map { read in
      "\(read.number.map(String.init) ?? "-") | \(read.title.string) | "
        + (read.date?.isoText ?? "-")
    }
    #expect(told == heading.read)
  }

  struct Head: CustomTestStringConvertible, Sendable {
    let text: String
    let title: String
    var date = "2018-04-04"
    var printedDate: String?
    var testDescription: String { text }
  }

  @Test(arguments: [
    Head(text: "Séance 3\nLes sources\nMercredi 4 avril 2018", title: "Les sources"),
    Head(text: "Séance 3\nMercredi 4 avril 2018\nLes sources", title: "Les sources"),
    Head(
      text: "Séance 3 – Les sources\nLe mercredi 4 avril 2018, de 14 h à 17 h, salle des Cartes",
      title: "Les sources",
      printedDate: "Le mercredi 4 avril 2018, de 14 h à 17 h, salle des Cartes"
    ),
    Head(text: "Séance 3 – 4 avril 2018\n« Les sources »", title: "Les sources"),
    Head(text: "Séance 3 – 4 avril 2018\n\nLES SOURCES CHAUDES", title: "Les sources chaudes"),
    Head(text: "SÉANCE 3\nMercredi 4 avril 2018 : Les sources", title: "Les sources"),
    Head(text: "Séance 3\nDate : 4 avril 2018\nTitre : Les sources", title: "Les sources"),
    Head(
      text: "Séance 3 – 4 avril 2018\nLes sources :\nd’où vient l’eau ?",
      title: "Les sources : d’où vient l’eau ?"
    ),
    Head(
      text: "Séance 3 – 4 avril 2018\nSéance de clôture : l’eau",
      title: "Séance de clôture : l’eau"
    ),
  ])
  func titleAndDateMayStandBelow(head: Head) throws {
    let text = head.text + "\n\nOn parlera des sources, et des sources chaudes d’abord.\n"
    let seed = DraftedSeed("kind: programme\nseries: {slug: a, title: A}", text)
    let session = try #require(seed.draft(.session, "a/3"))
    #expect(session["title"] == head.title)
    #expect(session["date"] == head.date)
    #expect(
      session["presentation"] == "On parlera des sources, et des sources chaudes d’abord."
    )
    if let printed = head.printedDate { #expect(session["printed-date"] == printed) }
    #expect(seed.codes == [])
  }

  @Test func sessionsWithoutNumberCountUpAndAreAddressedByDate() {
    let seed = DraftedSeed(
      "kind: programme\nseries: {slug: a, title: A}",
      """
      Séance inaugurale – 7 mars 2018

      Séance 2 – 4 avril 2018 – Les sources

      Séance du 2 mai 2018 : Les puits
      """
    )
    #expect(seed.slugs(.session) == ["a/2018-03-07", "a/2", "a/2018-05-02"])
    #expect(
      seed.drafts.compactMap { $0.id.kind == .session ? $0["number"] : nil } == ["1", "2", "3"]
    )
  }
}
