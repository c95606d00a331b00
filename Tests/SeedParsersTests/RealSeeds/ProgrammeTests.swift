import SiteModel
import Testing

@testable import SeedParsers

/// The programme among the seeds.
@Suite struct RealProgrammeTests {
  struct Session: CustomTestStringConvertible, Sendable {
    let number: String
    let title: String
    let date: String
    let printed: String
    let speakers: [String]
    var moderators: [String] = []
    var presents = true
    var testDescription: String { number }
  }

  @Test(arguments: [
    Session(
      number: "1",
      title: "Introduction",
      date: "2020-06-01",
      printed: "1er juin 2020",
      speakers: [
        "gerard-raymond", "lydie-canipel", "jean-jacques-zambrowski", "emmanuel-bacry",
        "dominique-cardon",
      ],
      presents: false
    ),
    Session(
      number: "2",
      title: "IA et innovations médicales",
      date: "2021-09-07",
      printed: "7 septembre 2021",
      speakers: [
        "alain-livartowski", "olivier-vire", "laurence-gavit", "nicolas-garcelon", "lydia-morlet",
      ],
      moderators: ["daniel-benamouzig", "catherine-commaille-chapus"]
    ),
    Session(
      number: "3",
      title: "IA et assurances en santé",
      date: "2021-10-05",
      printed: "5 octobre 2021",
      speakers: [
        "jean-paul-segade", "cyril-benoit", "anais-person", "david-giblas", "ayden-tajahmady",
      ],
      moderators: ["daniel-benamouzig"]
    ),
    Session(
      number: "4",
      title: "IA et santé publique",
      date: "2021-11-09",
      printed: "9 novembre 2021",
      speakers: ["antoine-flahault", "anita-burgun", "cyrille-delpierre", "denis-a-roy"],
      moderators: ["catherine-commaille-chapus"]
    ),
    Session(
      number: "5",
      title: "Une redéfinition des compétences professionnelles en santé ?",
      date: "2021-12-07",
      printed: "7 décembre 2021",
      speakers: ["jean-paul-ortiz", "laure-millet", "nathalie-canieux", "olivier-palombi"],
      moderators: ["henri-bergeron"]
    ),
    Session(
      number: "6",
      title: "Séance de travail sur le livrable final",
      date: "2022-02-01",
      printed: "1er février 2022",
      speakers: [],
      presents: false
    ),
    Session(
      number: "7",
      title: "Les enjeux économiques et la question de la souveraineté numérique",
      date: "2022-03-08",
      printed: "8 mars 2022",
      speakers: ["florent-parmentier", "anouk-trancart", "sophie-beaupere", "thomas-rapp"],
      moderators: ["david-gruson"]
    ),
    Session(
      number: "8",
      title: "Les enjeux éthiques et la garantie humaine de l’IA",
      date: "2022-05-03",
      printed: "3 mai 2022",
      speakers: ["pierre-simon", "nicolas-desrumaux", "helene-marin", "catherine-tessier"],
      moderators: ["daniel-benamouzig"]
    ),
  ])
  func sessionsHaveTheirDatesAndSpeakers(session: Session) throws {
    let draft = try #require(
      try RealSeeds.drafts(4).draft(.session, "ia-et-sante/\(session.number)")
    )
    #expect(draft["series"] == "ia-et-sante")
    #expect(draft["number"] == session.number)
    #expect(draft["title"] == session.title)
    #expect(draft["date"] == session.date)
    #expect(draft["printed-date"] == session.printed)
    #expect((draft["presentation"] != nil) == session.presents)
    func people(_ role: String) -> [String] {
      draft.list("speakers").filter { $0.hasSuffix("role: \(role)") }
        .map { String($0.dropFirst("person: ".count).prefix { $0 != ";" }) }
    }
    #expect(people("moderator") == session.moderators)
    #expect(people("speaker") == session.speakers)
  }

  @Test func thirtyFivePeopleAndNobodyElse() throws {
    let seed = try RealSeeds.drafts(4)
    #expect(seed.slugs(.series) == ["ia-et-sante"])
    #expect(seed.slugs(.session).count == 8)
    #expect(
      seed.slugs(.person) == [
        "gerard-raymond", "lydie-canipel", "jean-jacques-zambrowski", "emmanuel-bacry",
        "dominique-cardon", "daniel-benamouzig", "catherine-commaille-chapus",
        "alain-livartowski", "olivier-vire", "laurence-gavit", "nicolas-garcelon",
        "lydia-morlet", "jean-paul-segade", "cyril-benoit", "anais-person", "david-giblas",
        "ayden-tajahmady", "antoine-flahault", "anita-burgun", "cyrille-delpierre",
        "denis-a-roy", "henri-bergeron", "jean-paul-ortiz", "laure-millet", "nathalie-canieux",
        "olivier-palombi", "david-gruson", "florent-parmentier", "anouk-trancart",
        "sophie-beaupere", "thomas-rapp", "pierre-simon", "nicolas-desrumaux", "helene-marin",
        "catherine-tessier",
      ]
    )
  }

  @Test(arguments: [
    ("denis-a-roy", "Denis A.", "Roy"), ("jean-paul-ortiz", "Jean-Paul", "Ortiz"),
    ("laure-millet", "Laure", "Millet"),
    ("catherine-commaille-chapus", "Catherine", "Commaille-Chapus"),
  ])
  func namesAreDivided(slug: String, given: String, family: String) throws {
    let person = try RealSeeds.drafts(4).draft(.person, slug)
    #expect(person?["given"] == given)
    #expect(person?["family"] == family)
  }

  @Test func lettersInTwoPartsAreComposed() throws {
    let presentation = try RealSeeds.drafts(4).draft(.session, "ia-et-sante/3")?["presentation"]
    #expect(presentation?.contains("n’échappe pas à ces évolutions") == true)
    let scalars = presentation?.unicodeScalars.filter { (0x300...0x36F).contains($0.value) }
    #expect(scalars?.isEmpty == true)
  }

  @Test func paragraphsOfAPresentationAreKeptApart() throws {
    let presentation = try RealSeeds.drafts(4).draft(.session, "ia-et-sante/7")?["presentation"]
    #expect(presentation?.split(separator: "\n").count == 3)
  }

  @Test(arguments: [
    ("2", "daniel-benamouzig", "introduction et présentation des objectifs du séminaire"),
    (
      "2", "catherine-commaille-chapus",
      "présentation des intervenants et des objectifs de la séance"
    ),
    (
      "8", "helene-marin",
      "un cas concret de méthodologie de garantie humaine mise en place pour la solution "
        + "“Oralien” de Dental Monitoring"
    ),
  ])
  func subjectsOfTalksAreKept(session: String, person: String, topic: String) throws {
    let draft = try RealSeeds.drafts(4).draft(.session, "ia-et-sante/\(session)")
    let speaker = draft?.list("speakers").first { $0.hasPrefix("person: \(person);") }
    #expect(speaker?.contains("; topic: \(topic); role: ") == true, "\(speaker ?? "")")
  }

  @Test func professionalTitlesAreKept() throws {
    let speakers = try RealSeeds.drafts(4).draft(.session, "ia-et-sante/2")?.list("speakers") ?? []
    #expect(
      speakers.contains(
        "person: olivier-vire; honorific: Dr; function: Médecin Pathologiste, MediPath; "
          + "role: speaker"
      )
    )
  }

  @Test func nothingIsInDoubt() throws { #expect(try RealSeeds.drafts(4).codes == []) }
}
