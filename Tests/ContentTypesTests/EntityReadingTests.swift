import Diagnostics
import FrontMatter
import SiteModel
import Testing

@testable import ContentTypes

/// An entity read from YAML, with what was reported.
private func read<Kind: Entity>(_ kind: Kind.Type, _ yaml: String) throws -> Diagnosed<Kind> {
  let file = SourceFile(path: "a.yaml", text: yaml)
  let id = EntityID(kind.contentType.kind, try #require(Slug("a")))
  let document = Document(id, fields: readYAML(file).value, body: nil, sources: [file.span])
  var reader = FieldReader(document.fields, of: "record")
  let entity = kind.init(document, reading: &reader)
  return Diagnosed(entity, reader.finish())
}

struct EntityReadingTests {
  @Test func anAxisNamesItsLeadAndItsMembers() throws {
    let axis = try read(ResearchAxis.self, "title: A\nlead: ada\nmembers: [emilie, sophie]\n").value
    #expect(axis.relations.map(\.name) == [.lead, .member, .member])
    #expect(axis.relations.map(\.target.value) == ["ada", "emilie", "sophie"])
  }

  @Test func functionsAreOrderedByDateAndWeight() throws {
    let person = try read(
      Person.self,
      """
      name: Ada Lovelace
      functions:
        - {text: mathématicienne, as-of: 1843}
        - {text: autrice des Notes, as-of: 1843}
        - {text: Autrice des notes}
        - {text: comtesse de Lovelace, as-of: 1838}
        - {text: comtesse de Lovelace, as-of: 1838}
        - élève de Mary Somerville
      """
    ).value
    #expect(
      person.functions.map(\.text) == [
        "autrice des Notes", "mathématicienne", "comtesse de Lovelace", "élève de Mary Somerville",
      ]
    )
  }

  @Test func whatIsTrueNowComesBeforeAllDates() throws {
    let person = try read(
      Person.self,
      """
      name: Ada Lovelace
      functions:
        - {text: comtesse, from: 1838}
        - {text: élève, from: 1828, to: 1834}
        - {text: autrice, as-of: 1843-09}
      affiliations:
        - {text: Londres, from: 1835, to: 1852, source: https://example.org/vie}
      """
    )
    #expect(person.diagnostics == [])
    #expect(person.value.functions.map(\.text) == ["comtesse", "autrice", "élève"])
  }

  @Test(arguments: [
    ("1830", ["élève"]), ("1843", ["comtesse", "autrice", "Londres"]),
    ("1843-09-02", ["comtesse", "autrice", "Londres"]), ("1844", ["comtesse", "Londres"]),
    ("1836", ["Londres"]), ("1800", []),
  ])
  func functionsAreThoseOfTheirTime(date: String, expected: [String]) throws {
    let person = try read(
      Person.self,
      """
      name: Ada Lovelace
      functions:
        - {text: comtesse, from: 1838}
        - {text: élève, from: 1828, to: 1834}
        - {text: autrice, as-of: 1843-09}
      affiliations: [{text: Londres, from: 1835, to: 1852}]
      """
    ).value
    #expect(person.functions(at: try #require(PartialDate(date))).map(\.text) == expected)
  }

  @Test func ofATimeNobodySpeaksOfTheLastTextBeforeIsKnown() throws {
    let person = try read(
      Person.self,
      "name: Ada\nfunctions: [{text: élève, as-of: 1830}, {text: autrice, as-of: 1843}]\n"
    ).value
    #expect(person.functions(at: try #require(PartialDate("1850"))).map(\.text) == ["autrice"])
    #expect(person.functions(at: try #require(PartialDate("1835"))).map(\.text) == ["élève"])
  }

  @Test func anOrganisationStandsBehindAPartByItsWordsOrByItsDate() throws {
    let person = try read(
      Person.self,
      """
      name: Ada
      organisations:
        - {organisation: societe, function: membre de la Société, as-of: 1843}
        - {organisation: academie, as-of: 1850}
      """
    ).value
    func behind(_ functions: [String], _ date: String) -> [String] {
      person.organisations(
        behind: Participation(functions: functions, section: nil),
        at: PartialDate(date)
      )
    }
    #expect(behind(["Membre de la Société"], "1860") == ["societe"])
    #expect(behind(["poète"], "1843") == [])
    #expect(behind([], "1850-02") == ["academie"])
    #expect(behind([], "1851") == [])
  }

  @Test(arguments: [
    ("orcid: 0000-0002-1825-0097", []),
    (
      "orcid: 0000-0002-1825-0098",
      [
        "\"orcid\" of this record must be an ORCID whose check digit agrees, such as 0000-0002-1825-0097"
      ]
    ),
    ("portrait: /assets/ada.jpg\nportrait-alt: Ada à son bureau", []),
    ("portrait: /assets/ada.jpg", ["\"portrait-alt\" is missing from this record"]),
    (
      "portrait: ../ada.jpg\nportrait-alt: Ada",
      [
        "\"portrait\" of this record must be the address of a picture such as /assets/portraits/ada.jpg"
      ]
    ),
  ])
  func identifiersAndPortraitsAreHeldAgainstTheirForm(field: String, expected: [String]) throws {
    let person = try read(Person.self, "name: Ada Lovelace\n\(field)\n")
    #expect(person.diagnostics.map(\.summary) == expected)
  }

  @Test func anOrganisationHasItsOwnSiteOverHTTPS() throws {
    let written = "name: A\nror: https://ror.org/03yrm5c26\nurl: https://a.example.org\n"
    let organisation = try read(Organisation.self, written)
    #expect(organisation.diagnostics == [])
    #expect(organisation.value.identifiers.map(\.text) == ["03yrm5c26"])
    let wrong = try read(Organisation.self, "name: A\nurl: ftp://a.example.org\n")
    #expect(wrong.diagnostics.map(\.code.id) == ["FLD003"])
    #expect(wrong.value.url == nil)
  }

  @Test func rolesOfSessionsAreAClosedVocabulary() throws {
    let session = try read(
      Session.self,
      "title: A\nseries: s\nspeakers: [{person: ada, role: orator}]\n"
    )
    #expect(
      session.diagnostics.map(\.summary) == [
        "\"role\" of this record must be speaker or moderator"
      ]
    )
  }

  @Test func worksAreSortedByAuthorsThenYear() throws {
    let works = try [
      "{title: c, issued: 1843, author: [{family: Ångström, given: A.}]}",
      "{title: b, issued: 1842, author: [{family: Ampère, given: A.}, {family: Zach, given: F.}]}",
      "{title: a, issued: 1843, author: [{family: Ampère, given: A.}]}",
    ].map { try read(Reference.self, $0).value }
    let sorted = works.sorted { $0.sortKey < $1.sortKey }
    #expect(sorted.map(\.title) == ["a", "b", "c"])
    #expect(works[1].detail == "Ampère & Zach, 1842")
  }
}
