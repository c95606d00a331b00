import Diagnostics
import FrontMatter
import Loading
import SiteModel
import Testing

/// What editors say of identities and fields, over what seeds say.
struct CorrectionTests {
  private func fields(_ yaml: String, path: String) -> FieldMapping {
    readYAML(SourceFile(path: path, text: yaml)).value
  }

  private func draft(
    _ kind: EntityKind,
    _ slug: String,
    _ yaml: String,
    path: String = "seeds/a.txt"
  ) throws -> Draft {
    Draft(
      EntityID(kind, try #require(Slug(slug))),
      fields: fields(yaml, path: path),
      body: nil,
      source: SourceSpan(path: path, range: 0..<1)
    )
  }

  private func file(_ kind: EntityKind, _ slug: String, _ yaml: String) throws -> Document {
    let path = "Content/\(kind.rawValue)/\(slug).md"
    return Document(
      EntityID(kind, try #require(Slug(slug))),
      fields: fields(yaml, path: path),
      body: nil,
      sources: [SourceSpan(path: path, range: 0..<1)]
    )
  }

  /// Merges and gives `kind:slug` with the words of its fields, and codes with summaries.
  private func merge(_ written: [Document], _ drafts: [Draft]) -> (
    documents: [String], found: [String]
  ) {
    let corrections = readCorrections(written)
    let merged = mergeDocuments(
      written: written,
      drafts: drafts,
      corrections: corrections.value
    )
    return (
      merged.value.documents.map { "\($0.id) \(FieldContent($0.fields).summary)" },
      (corrections.diagnostics + merged.diagnostics).map { "\($0.code.id) \($0.summary)" }
    )
  }

  @Test func everyFieldIsReportedAsUsedOrUseless() throws {
    let merged = merge(
      [try file(.person, "ada", "name: Ada\ngiven: Augusta\nfamily: Lovelace")],
      [try draft(.person, "ada", "name: Ada\ngiven: Ada")]
    )
    #expect(
      merged.found == [
        "REL005 \"name\" changes nothing: the text says the same",
        "REL006 \"given\" takes the place of what a text says",
      ]
    )
  }

  @Test func anImportedRecordIsNotJudged() throws {
    let merged = merge(
      [try file(.person, "ada", "name: Ada\nsources: [seeds/a.txt]")],
      [try draft(.person, "ada", "name: Ada")]
    )
    #expect(merged.found == [])
  }

  @Test func twoThatAreOneAreFolded() throws {
    let merged = merge(
      [try file(.person, "ada", "same-as: [a-lovelace]")],
      [
        try draft(.person, "a-lovelace", "name: A. Lovelace\nfunctions: [comtesse]"),
        try draft(.person, "ada", "name: Ada Lovelace\nfunctions: [autrice]"),
        try draft(
          .session,
          "h/1",
          "title: T\nspeakers: [{person: a-lovelace, function: x}, {person: ada}, {person: bob}]"
        ),
      ]
    )
    #expect(
      merged.documents == [
        "person:ada Ada Lovelace, autrice; comtesse", "session:h/1 T, ada, x; bob",
      ]
    )
    #expect(merged.found == [])
  }

  @Test func anAliasFoldsTheDraftOfThatName() throws {
    let merged = merge(
      [try file(.person, "ada", "name: Ada\naliases: [\"Lady Lovelace\", Mme Byron]")],
      [try draft(.person, "lady-lovelace", "functions: [comtesse]")]
    )
    #expect(merged.documents == ["person:ada Ada, Lady Lovelace; Mme Byron, comtesse"])
  }

  @Test func anAliasOfTwoFoldsNothing() throws {
    let merged = merge(
      [
        try file(.person, "ada", "name: Ada\naliases: [Byron]"),
        try file(.person, "george", "name: George\naliases: [Byron]"),
      ],
      [try draft(.person, "byron", "name: Byron")]
    )
    #expect(merged.documents.count == 3)
  }

  @Test func nobodyLeavesNoTrace() throws {
    let merged = merge(
      [try file(.person, "salle-turing", "is: nobody")],
      [
        try draft(.person, "salle-turing", "name: Salle Turing"),
        try draft(.session, "h/1", "title: T\nspeakers: [{person: salle-turing}, {person: ada}]"),
        try draft(.axis, "m", "title: M\nlead: salle-turing"),
      ]
    )
    #expect(merged.documents == ["axis:m M", "session:h/1 T, ada"])
    #expect(merged.found == [])
  }

  @Test(arguments: [
    ("same-as: [ada]", "FLD003 \"same-as\" of this person must be slugs of others of its kind"),
    ("is: somebody", "FLD003 \"is\" of this person must be `nobody`, or absent"),
    (
      "same-as: [bob]",
      "REL010 person:bob has a file of its own, so it cannot be person:ada"
    ),
    ("same-as: [eve]", "REL010 person:eve is said to be two others"),
  ])
  func wrongCorrectionsAreReported(yaml: String, expected: String) throws {
    let merged = merge(
      [
        try file(.person, "bob", "name: Bob\nsame-as: [eve]"),
        try file(.person, "ada", "name: Ada\n\(yaml)"),
      ],
      []
    )
    #expect(merged.found == [expected])
  }

  @Test(arguments: [
    ("date: 1843-01-02", "date: 1844-01-02", ["REL009"]),
    ("date: 1843", "date: 1843-01-02", []),
    ("title: Les machines", "title: Les métiers", ["REL009"]),
    ("title: Les machines", "title: Les Machines, leur histoire", []),
    ("number: 1", "number: 2", ["REL009"]),
    ("functions: [a]", "functions: [b]", []),
    ("family: Le Clerc", "family: Le-Clerc", ["REL011"]),
    ("family: LE CLERC", "family: Le Clerc", []),
  ])
  func textsThatContradictAreReported(first: String, second: String, codes: [String]) throws {
    let merged = mergeDocuments(
      written: [],
      drafts: [
        try draft(.session, "h/1", first),
        try draft(.session, "h/1", second, path: "seeds/b.txt"),
      ]
    )
    #expect(merged.diagnostics.map(\.code.id) == codes)
    #expect(merged.diagnostics.allSatisfy { $0.span?.path == "seeds/b.txt" })
    #expect(merged.diagnostics.allSatisfy { $0.notes.first?.span?.path == "seeds/a.txt" })
    let notes = merged.value.documents.first?.fields[EditorialNote.field]
    #expect((notes != nil) == (codes == ["REL009"]))
  }

  @Test func anEditorSettlesAContradiction() throws {
    let merged = merge(
      [try file(.session, "h/1", "date: 1843-01-03")],
      [
        try draft(.session, "h/1", "date: 1843-01-02\nprinted-date: 2 janvier 1843"),
        try draft(.session, "h/1", "date: 1844-01-02"),
      ]
    )
    #expect(merged.found.map { $0.prefix(6) } == ["REL006"])
    #expect(
      merged.documents == ["session:h/1 1843-01-03, 2 janvier 1843, corrected, 2 janvier 1843"]
    )
  }

  @Test(arguments: [
    (["1843-01", "1843-02", "1843-03", "1843-04"], []),
    (["1840-01", "1843-02", "1843-03", "1843-04", "1843-05"], ["1840-01"]),
    (["1843-01", "1843-02", "1843-07", "1843-04", "1843-05", "1843-06"], ["1843-07"]),
    (["1843-01", "1843-02", "1845-03"], []),
    (["1840-01", "1842-01", "1844-01", "1846-01"], []),
    (["1843", "1843", "1843", "1840"], []),
  ])
  func aDateOutOfItsSeriesIsDoubted(dates: [String], doubted: [String]) throws {
    let drafts = try dates.enumerated().map { index, date in
      try draft(.session, "h/\(index + 1)", "series: h\nnumber: \(index + 1)\ndate: \(date)")
    }
    let merged = mergeDocuments(written: [], drafts: drafts)
    #expect(merged.diagnostics.map(\.code.id) == doubted.map { _ in "REL008" })
    let noted = merged.value.documents.filter { $0.fields[EditorialNote.field] != nil }
    #expect(noted.compactMap { $0.fields["date"].map { FieldContent($0).summary } } == doubted)
  }
}
