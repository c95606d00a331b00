import Build
import Diagnostics
import Foundation
import Markup
import Testing

private let issue = """
  # Machines et nombres

  Ada LOVELACE<sup>1</sup>, Anne MENABREA<sup>1</sup>, Luc MENABREA<sup>1</sup>

  <sup>1</sup> Société des cahiers

  \\* \\* \\*

  Le résumé.

  \\* \\* \\*

  ## Une machine

  Un fait connu (Lovelace, 1843) et un autre (Babbage et al, 1832), dit Ada Lovelace. Le Dr Lovelace
  et Mme Menabrea, puis «\u{A0}Ada Lovelace\u{A0}», et Ada Lovelaceau.

  ## RÉFÉRENCES

  Lovelace A. (1843) *Notes sur la machine*, Anselin, Genève

  """

/// The part of the JSON that these tests look at.
private struct InspectedJSON: Decodable {
  struct Person: Decodable {
    let id: String
    let variants: [String]
  }
  struct Author: Decodable {
    let name: String
    let person: String?
  }
  struct Citation: Decodable {
    let line: Int
    let printed: String
    let reference: String?
  }
  struct Mention: Decodable {
    let line: Int
    let printed: String
    let person: String
  }
  struct Reference: Decodable {
    let id: String
    let line: Int
    let raw: String
  }

  let persons: [Person]
  let referenceAuthors: [Author]
  let citations: [Citation]
  let mentions: [Mention]
  let references: [Reference]
}

struct InspectionTests {
  private func inspected(_ text: String, kind: String?) throws -> InspectedJSON {
    let inspection = inspectTexts(
      [SourceFile(path: "a.txt", text: text)],
      listedIn: SourceTree(files: []),
      as: kind
    )
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    return try decoder.decode(InspectedJSON.self, from: Data(inspection.json.text.utf8))
  }

  @Test func everyNamingIsAMentionAndOnlyCertainOnesAre() throws {
    let found = try inspected(issue, kind: nil)
    #expect(
      found.mentions.map { "\($0.line) \($0.printed)" } == [
        "15 Ada Lovelace", "15 Lovelace", "16 Ada Lovelace",
      ]
    )
    #expect(Set(found.mentions.map(\.person)) == ["ada-lovelace"])
  }

  @Test func everyPrintedFormOfANameIsKept() throws {
    let person = try #require(try inspected(issue, kind: nil).persons.first)
    #expect(person.variants == ["Ada Lovelace", "Ada LOVELACE", "Lovelace", "Lovelace A."])
  }

  @Test func citationsLeadToWorksOrToNothing() throws {
    let found = try inspected(issue, kind: "issue")
    #expect(found.citations.map(\.printed) == ["Lovelace, 1843", "Babbage et al, 1832"])
    #expect(found.citations.map(\.reference) == ["lovelace1843", nil])
    #expect(found.citations.map(\.line) == [15, 15])
  }

  @Test func referencesAreKeptAsPrintedAndTheirAuthorsKnown() throws {
    let found = try inspected(issue, kind: nil)
    #expect(
      found.references.map(\.raw) == ["Lovelace A. (1843) *Notes sur la machine*, Anselin, Genève"]
    )
    #expect(found.references.map(\.line) == [20])
    #expect(found.referenceAuthors.map(\.name) == ["A. Lovelace"])
    #expect(found.referenceAuthors.map(\.person) == ["ada-lovelace"])
  }

  @Test func theSubjectOfABiographyIsNotMentionedByIt() throws {
    let text = "Ada Lovelace est mathématicienne à Londres. Ada Lovelace écrit des notes.\n"
    let found = try inspected(text, kind: nil)
    #expect(found.persons.map(\.id) == ["ada-lovelace"])
    #expect(found.mentions.isEmpty)
  }

  @Test(arguments: [[], [0xC3, 0x28], [0, 0, 0], Array("\u{202E}(((".utf8)])
  func noTextIsTooOdd(bytes: [UInt8]) {
    let file = SourceFile(path: "a.txt", bytes: bytes)
    let found = inspectTexts([file], listedIn: SourceTree(files: []), as: nil)
    #expect(found.persons.isEmpty)
    #expect(!found.anomalies.isEmpty)
  }
}
