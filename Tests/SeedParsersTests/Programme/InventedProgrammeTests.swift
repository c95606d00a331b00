import Diagnostics
import FrontMatter
import SiteModel
import Testing

@testable import SeedParsers

@Suite struct InventedProgrammeTests {
  let seed = DraftedSeed(
    "kind: programme\nseries:\n  slug: forets\n  title: Forêts",
    """
    Programme

    Session 1 – Les lisières (12 mars
    2018)

    Intervenantes et intervenants :

    - Modération : Mme Rosa Lund et M. Karl BERG
    - Aïcha N’Diaye, garde forestière
    - Office national des lisières, direction du nord
    - Prof. Tom van Dijk (Université d’Oslo)

    Présentation : Les lisières sont des seuils. Elles
    changent vite.

    Session 2 : les sols (30 février 2018)

    Intervenants

    - Luc de la Fontaine, pédologue : du labour au semis
    """
  )

  @Test func sessionsAreRead() throws {
    #expect(seed.slugs(.session) == ["forets/1", "forets/2"])
    let first = try #require(seed.draft(.session, "forets/1"))
    #expect(first["title"] == "Les lisières")
    #expect(first["date"] == "2018-03-12")
    #expect(first["presentation"] == "Les lisières sont des seuils. Elles changent vite.")
    #expect(
      first.list("speakers") == [
        "person: rosa-lund; role: moderator", "person: karl-berg; role: moderator",
        "person: aicha-n-diaye; function: garde forestière; role: speaker",
        "person: tom-van-dijk; honorific: Prof.; function: Université d’Oslo; role: speaker",
      ]
    )
    #expect(seed.draft(.series, "forets")?["title"] == "Forêts")
  }

  @Test func aDateThatDoesNotExistStaysInTheTitle() {
    let second = seed.draft(.session, "forets/2")
    #expect(second?["title"] == "Les sols (30 février 2018)")
    #expect(second?["date"] == nil)
    #expect(
      second?.list("speakers") == [
        "person: luc-de-la-fontaine; function: pédologue; topic: du labour au semis; role: speaker"
      ]
    )
  }

  @Test(arguments: [
    ("Séance 2 – Les sols – mardi 3 mai 2018", "Les sols"),
    ("Séance n°2. Les sols, 3 mai 2018", "Les sols"),
    ("Séance 2 : mardi 3 mai 2018 – Les sols, les eaux", "Les sols, les eaux"),
    ("Séance 2 – Les sols : usages\n\nJeudi 3 mai 2018, 17 h – 19 h", "Les sols : usages"),
    ("Séance 2 (3 mai 2018) : ANNULÉE", "Séance 2"),
  ])
  func datesStandWhereTheyMay(heading: String, title: String) {
    let other = DraftedSeed(
      "kind: programme\nseries: {slug: a, title: A}",
      heading + "\n\nIntervenant :\n\n• Luc Petit, garde\n"
    )
    let session = other.draft(.session, "a/2")
    #expect(session?["date"] == "2018-05-03")
    #expect(session?["title"] ?? "" == title)
    #expect(session?.list("speakers") == ["person: luc-petit; function: garde; role: speaker"])
  }

  @Test(arguments: [
    (
      "Intervenants : Luc Petit, Anne Durand et Rose Lund",
      ["luc-petit", "anne-durand", "rose-lund"]
    ),
    ("Intervenants :\n\n• Luc Petit, Malakoff Port", ["luc-petit"]),
    ("Intervenants :\n\n• Luc Petit, directeur du Centre Pierre et Marie Durand", ["luc-petit"]),
    ("Séance animée par Luc Petit", ["luc-petit"]),
    ("Animée par Luc Petit et Anne Durand", ["luc-petit", "anne-durand"]),
    ("Présidente : Anne Durand, maire", ["anne-durand"]),
  ])
  func onlyPeopleSpeak(line: String, people: [String]) {
    let other = DraftedSeed(
      "kind: programme\nseries: {slug: a, title: A}",
      "Séance 1 : Les sols (3 mai 2018)\n\n\(line)\n"
    )
    #expect(other.slugs(.person) == people)
  }

  struct Status: CustomTestStringConvertible, Sendable {
    let heading: String
    let title: String
    let date: String?
    let status: String?
    var printed: String?
    var testDescription: String { heading }
  }

  @Test(arguments: [
    Status(
      heading: "Séance 2 : Les sols (3 mai 2018) – Reportée au 7 juin 2018",
      title: "Les sols",
      date: "2018-06-07",
      status: "postponed",
      printed: "Reportée au 7 juin 2018"
    ),
    Status(
      heading: "Séance 2 : Les sols (3 mai 2018, reportée au 7 juin 2018)",
      title: "Les sols",
      date: "2018-06-07",
      status: "postponed"
    ),
    Status(
      heading: "Séance 2 – Annulée – Les sols (3 mai 2018)",
      title: "Les sols",
      date: "2018-05-03",
      status: "cancelled"
    ),
    Status(
      heading: "Séance 2 : Les sols (annulée)",
      title: "Les sols",
      date: nil,
      status: "cancelled"
    ),
    Status(
      heading: "Séance 2 : Les sols (3 mai 2018) – intervenants à venir",
      title: "Les sols",
      date: "2018-05-03",
      status: "announced",
      printed: "intervenants à venir"
    ),
    Status(
      heading: "Séance 2 : Les sols (date à confirmer)",
      title: "Les sols",
      date: nil,
      status: "announced"
    ),
    Status(
      heading: "Séance 2 : La décision reportée (3 mai 2018)",
      title: "La décision reportée",
      date: "2018-05-03",
      status: "announced"
    ),
    Status(
      heading: "Séance 2 : Les sols (3 mai 2018)\n\nLa séance est reportée au 7 juin 2018.",
      title: "Les sols",
      date: "2018-06-07",
      status: "postponed"
    ),
    Status(
      heading: "Séance 2 : Les sols (3 mai 2018)\n\nIntervenants :\n\n• À confirmer",
      title: "Les sols",
      date: "2018-05-03",
      status: "announced",
      printed: "À confirmer"
    ),
  ])
  func whatBecameOfASessionIsNoTitle(example: Status) throws {
    let other = DraftedSeed(
      "kind: programme\nseries: {slug: a, title: A}",
      example.heading + "\n\nPrésentation : On creuse.\n"
    )
    let session = try #require(other.draft(.session, "a/2"))
    #expect(session["title"] == example.title)
    #expect(session["date"] == example.date)
    #expect(session["status"] == example.status)
    #expect(other.slugs(.person) == [])
    if let printed = example.printed, case .scalar(let field)? = session.fields["status"] {
      #expect(String(decoding: other.file.bytes[field.span.range], as: UTF8.self) == printed)
    }
  }

  @Test func aFirmIsReportedAndNoPerson() {
    let other = DraftedSeed(
      "kind: programme\nseries: {slug: a, title: A}",
      "Séance 1 : Les sols (3 mai 2018)\n\nIntervenants :\n\n• Luc Petit, garde\n\n• Brise Marine\n\n"
        + "• Orme Systèmes, Direction des eaux\n\nSéance 2 : L’eau (4 mai 2018)\n\nIntervenants "
        + ":\n\n• Zebulon Marine, Brest\n\n• Zebulon Marine, pêcheur\n"
    )
    #expect(other.slugs(.person) == ["luc-petit", "zebulon-marine"])
    #expect(other.codes == ["SED008", "SED031"])
  }

  @Test func anOfficeIsNoPerson() {
    #expect(
      seed.slugs(.person) == [
        "rosa-lund", "karl-berg", "aicha-n-diaye", "tom-van-dijk", "luc-de-la-fontaine",
      ]
    )
    #expect(seed.codes == ["SED008", "SED009"])
  }

  @Test func aTextWithoutSessionsIsReported() {
    let other = DraftedSeed(
      "kind: programme\nseries: {slug: a, title: A}",
      "Une lettre.\n\nElle ne dit rien.\n"
    )
    #expect(other.drafts.isEmpty)
    #expect(other.codes == ["SED006"])
  }
}
