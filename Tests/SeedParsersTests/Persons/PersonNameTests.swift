import SiteModel
import Testing

@testable import SeedParsers

@Suite struct PersonNameTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let printed: String
    let given: String
    let family: String
    let slug: String
    var testDescription: String { printed }
  }

  @Test(arguments: [
    Case(printed: "Anne Durand", given: "Anne", family: "Durand", slug: "anne-durand"),
    Case(printed: "Anne DURAND", given: "Anne", family: "Durand", slug: "anne-durand"),
    Case(
      printed: "DURAND Anne-Lise",
      given: "Anne-Lise",
      family: "Durand",
      slug: "anne-lise-durand"
    ),
    Case(
      printed: "Éric LE GOFF-PÉRAN",
      given: "Éric",
      family: "Le Goff-Péran",
      slug: "eric-le-goff-peran"
    ),
    Case(printed: "Pr. Tom van Dijk", given: "Tom", family: "van Dijk", slug: "tom-van-dijk"),
    Case(printed: "Mme Ines da Costa", given: "Ines", family: "da Costa", slug: "ines-da-costa"),
    Case(printed: "Dr Rose K. Lund", given: "Rose K.", family: "Lund", slug: "rose-k-lund"),
    Case(printed: "Aïcha N’Diaye", given: "Aïcha", family: "N’Diaye", slug: "aicha-n-diaye"),
    Case(printed: "M. Karl D'Arcy", given: "Karl", family: "D'Arcy", slug: "karl-d-arcy"),
    Case(
      printed: "Luc de la Fontaine",
      given: "Luc",
      family: "de la Fontaine",
      slug: "luc-de-la-fontaine"
    ),
    Case(
      printed: "Claire DE LA TOUR",
      given: "Claire",
      family: "de La Tour",
      slug: "claire-de-la-tour"
    ),
    Case(
      printed: "Claire de LA TOUR",
      given: "Claire",
      family: "de La Tour",
      slug: "claire-de-la-tour"
    ),
    Case(
      printed: "DE LA TOUR Claire",
      given: "Claire",
      family: "de La Tour",
      slug: "claire-de-la-tour"
    ),
    Case(printed: "Jean D'ARCY", given: "Jean", family: "d'Arcy", slug: "jean-d-arcy"),
    Case(
      printed: "Tom VAN DER MEER",
      given: "Tom",
      family: "van der Meer",
      slug: "tom-van-der-meer"
    ),
    Case(printed: "Yves LE GALL", given: "Yves", family: "Le Gall", slug: "yves-le-gall"),
    Case(
      printed: "Anne-Lise COMMELIN-DE-ROUX",
      given: "Anne-Lise",
      family: "Commelin-de-Roux",
      slug: "anne-lise-commelin-de-roux"
    ),
    Case(
      printed: "Joana de Sá e Lund",
      given: "Joana",
      family: "de Sá e Lund",
      slug: "joana-de-sa-e-lund"
    ),
    Case(
      printed: "Montserrat Pujol i Roca",
      given: "Montserrat",
      family: "Pujol i Roca",
      slug: "montserrat-pujol-i-roca"
    ),
    Case(
      printed: "Rosa PUJOL I ROCA",
      given: "Rosa",
      family: "Pujol i Roca",
      slug: "rosa-pujol-i-roca"
    ),
    Case(printed: "Anna ter Horst", given: "Anna", family: "ter Horst", slug: "anna-ter-horst"),
    Case(printed: "Karim ben Salah", given: "Karim", family: "ben Salah", slug: "karim-ben-salah"),
    Case(printed: "Nora el Idrissi", given: "Nora", family: "el Idrissi", slug: "nora-el-idrissi"),
    Case(printed: "Saïd Ibn Tahir", given: "Saïd", family: "Ibn Tahir", slug: "said-ibn-tahir"),
    Case(
      printed: "Piet van 't Veer",
      given: "Piet",
      family: "van 't Veer",
      slug: "piet-van-t-veer"
    ),
    Case(printed: "Ada dell’Orto", given: "Ada", family: "dell’Orto", slug: "ada-dell-orto"),
    Case(printed: "Zoé McArthur", given: "Zoé", family: "McArthur", slug: "zoe-mcarthur"),
    Case(printed: "Zoé MCARTHUR", given: "Zoé", family: "McArthur", slug: "zoe-mcarthur"),
    Case(printed: "J.-P. Durand", given: "J.-P.", family: "Durand", slug: "j-p-durand"),
    Case(printed: "le Pr Luc Petit", given: "Luc", family: "Petit", slug: "luc-petit"),
    Case(printed: "la Dre Anne Durand", given: "Anne", family: "Durand", slug: "anne-durand"),
    Case(
      printed: "Mme la professeure Anne Durand",
      given: "Anne",
      family: "Durand",
      slug: "anne-durand"
    ),
    Case(printed: "Mlle Anne Durand", given: "Anne", family: "Durand", slug: "anne-durand"),
    Case(printed: "Me Luc Petit", given: "Luc", family: "Petit", slug: "luc-petit"),
    Case(
      printed: "ANNE DURAND-N’DIAYE",
      given: "Anne",
      family: "Durand-N’Diaye",
      slug: "anne-durand-n-diaye"
    ),
    Case(printed: "Rose K. O'NEIL", given: "Rose K.", family: "O'Neil", slug: "rose-k-o-neil"),
  ])
  func namesAreDivided(example: Case) throws {
    let name = try #require(readPersonName(TracedText(path: "a.txt", plain: example.printed)))
    #expect(name.given.string == example.given)
    #expect(name.family.string == example.family)
    #expect(name.name.string == "\(example.given) \(example.family)")
    #expect(name.slug.text == example.slug)
  }

  /// Vietnam, China and Korea print the family first; a French compound does not show that.
  @Test(arguments: [
    ("Nguyễn Thị Lan", "Thị Lan", "Nguyễn"), ("Nguyen Thi Lan", "Thi Lan", "Nguyen"),
    ("Mlle Pham Minh-Chau", "Minh-Chau", "Pham"),
    ("NGUYEN Thi Lan", "Thi Lan", "Nguyen"), ("Le Thi Hoa", "Thi Hoa", "Le"),
    ("Kim Joon-ho", "Joon-ho", "Kim"), ("Zhang Minglu", "Minglu", "Zhang"),
  ])
  func familiesOfTheEastStandFirst(printed: String, given: String, family: String) throws {
    let name = try #require(readPersonName(TracedText(path: "a.txt", plain: printed)))
    #expect(name.given.string == given)
    #expect(name.family.string == family)
    #expect(name.name.string == "\(family) \(given)")
  }

  @Test(arguments: [
    ("Kim Durand", "Durand"), ("Lee Anne-Marie", "Anne-Marie"), ("Lan Nguyen", "Nguyen"),
    ("Kim Nguyen", "Nguyen"), ("Mei-Lin Tran", "Tran"), ("Le Goff Anne", nil as String?),
  ])
  func otherNamesBeginWithTheGivenOne(printed: String, family: String?) {
    let name = readPersonName(TracedText(path: "a.txt", plain: printed))
    #expect(name?.family.string == family)
  }

  @Test(arguments: [
    "Durand", "Institut Durand", "La Rochelle", "Société des Eaux", "Anne durand", "Le Havre",
    "Haute Autorité", "12 Durand", "Anne, Durand", "", "Dr", "Mars Avril", "Big Data",
    "Anne Durand Luc Petit Rosa Lund",
  ])
  func otherTextIsNoName(printed: String) {
    #expect(readPersonName(TracedText(path: "a.txt", plain: printed)) == nil)
  }

  @Test(arguments: ["Plan BETA", "PariSud Campus", "Anne DURAND"])
  func capitalsInProseAreAcronyms(printed: String) {
    #expect(readPersonName(TracedText(path: "a.txt", plain: printed), in: .prose) == nil)
  }

  @Test(arguments: [
    ("Orme Systèmes", false), ("Brise Healthcare", false), ("Brise Marine", false),
    ("Brise Marine, Direction des eaux", false), ("Brise Marine, Paris", false),
    ("Brise Marine, éditeur de cartes", false), ("Brise Marine, réseau de ports", false),
    ("Brise Marine, hydrologue", true), ("Brise Marine, comtesse", true),
    ("Brise Marine, Université d’Oslo", true),
    ("Brise Marine, MD, PhD", true), ("Mme Brise Marine", true), ("Brise MARINE", true),
    ("Brise K. Marine", true), ("Anne Marine", true), ("Anne-Lise Marine", true),
  ])
  func aPersonIsKnownBySomethingBesideTheName(entry: String, isSure: Bool) {
    let person = readNamedPerson(TracedText(path: "a.txt", plain: entry))
    #expect((person.map(isSurelyPerson) ?? false) == isSure)
  }

  @Test func theFunctionEndsBeforeTheSubjectOfTheTalk() throws {
    let entry = TracedText(
      path: "a.txt",
      plain: "Dr Anne Durand, géologue, Université des Îles : les sources,"
    )
    let person = try #require(readNamedPerson(entry))
    #expect(person.name.honorific?.string == "Dr")
    #expect(person.function?.string == "géologue, Université des Îles")
    #expect(person.topic?.string == "les sources")
  }

  @Test func anEntryOfTwoIsCutOnlyBeforeAName() {
    let entry = TracedText(
      path: "a.txt",
      plain: "Anne Durand, cheffe des Eaux et Forêts : accueil et vœux et Luc Petit, garde"
    )
    #expect(
      splitJoinedPersons(entry).map(\.string) == [
        "Anne Durand, cheffe des Eaux et Forêts : accueil et vœux", "Luc Petit, garde",
      ]
    )
  }
}
