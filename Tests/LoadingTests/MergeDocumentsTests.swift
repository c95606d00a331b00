import Diagnostics
import FrontMatter
import Loading
import SiteModel
import Testing

struct MergeDocumentsTests {
  private func fields(_ yaml: String, path: String) -> FieldMapping {
    readYAML(SourceFile(path: path, text: yaml)).value
  }

  private func identity(_ slug: String) throws -> EntityID {
    EntityID(.person, try #require(Slug(slug)))
  }

  private func draft(_ yaml: String, path: String, body: String? = nil) throws -> Draft {
    let span = SourceSpan(path: path, range: 0..<1)
    return Draft(
      try identity("ada"),
      fields: fields(yaml, path: path),
      body: body.map { ComposedText($0, from: span) },
      source: span
    )
  }

  private func words(_ value: FieldValue?) -> [String] {
    switch value {
    case .scalar(let scalar)?: [scalar.value]
    case .sequence(let elements, _)?: elements.flatMap { words($0) }
    case .mapping(let mapping)?: mapping.entries.flatMap { words($0.value) }
    case nil: []
    }
  }

  @Test func editorsWinFieldByField() throws {
    let written = Document(
      try identity("ada"),
      fields: fields(
        "name: Ada Lovelace\nfunctions: [mathématicienne]",
        path: "Content/people/ada.md"
      ),
      body: nil,
      sources: [SourceSpan(path: "Content/people/ada.md", range: 0..<1)]
    )
    let merged = mergeDocuments(
      written: [written],
      drafts: [
        try draft("name: A. Lovelace\ngiven: Ada\nfunctions: [comtesse]", path: "seeds/a.txt")
      ]
    )
    let document = try #require(merged.value.documents.first)
    #expect(words(document.fields["name"]) == ["Ada Lovelace"])
    #expect(words(document.fields["given"]) == ["Ada"])
    #expect(words(document.fields["functions"]) == ["mathématicienne"])
    #expect(document.sources.map(\.path) == ["Content/people/ada.md", "seeds/a.txt"])
  }

  @Test(arguments: [
    ("announced", "held", ["held"]), ("held", "announced", ["held"]),
    ("cancelled", "announced", ["cancelled"]), ("announced", "announced", ["announced"]),
  ])
  func anAnnouncementYieldsToWhatCameOfIt(first: String, second: String, status: [String]) throws {
    let merged = mergeDocuments(
      written: [],
      drafts: [
        try draft("status: \(first)", path: "seeds/a.txt"),
        try draft("status: \(second)", path: "seeds/b.txt"),
      ]
    )
    #expect(words(merged.value.documents.first?.fields["status"]) == status)
  }

  @Test func listsOfSeedsAreJoinedWithEachPersonOnce() throws {
    let merged = mergeDocuments(
      written: [],
      drafts: [
        try draft("speakers: [{person: ada, function: x}, {person: emilie}]", path: "seeds/a.txt"),
        try draft("speakers: [{person: ada, function: y}, {person: sophie}]", path: "seeds/b.txt"),
      ]
    )
    #expect(
      words(merged.value.documents.first?.fields["speakers"]) == ["ada", "x", "emilie", "sophie"]
    )
  }

  @Test func aSecondTextIsReported() throws {
    let merged = mergeDocuments(
      written: [],
      drafts: [
        try draft("name: Ada", path: "seeds/a.txt", body: "un"),
        try draft("name: Ada", path: "seeds/b.txt", body: "deux"),
      ]
    )
    #expect(merged.diagnostics.map(\.code.id) == ["REL003"])
    #expect(
      merged.value.documents.first?.body.map { String(decoding: $0.bytes, as: UTF8.self) } == "un"
    )
  }
}
