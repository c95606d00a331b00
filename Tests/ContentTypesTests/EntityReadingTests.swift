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
