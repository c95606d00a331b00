import CSL
import Diagnostics
import FrontMatter
import SiteModel
import Testing

@testable import ContentTypes

struct ReferenceTests {
  /// A reference from the work of a bibliographic file and the front matter that stands over it.
  private func read(_ work: CSLItem?, _ yaml: String) throws -> Diagnosed<Reference> {
    let file = SourceFile(path: "a.yaml", text: yaml)
    let document = Document(
      EntityID(.reference, try #require(Slug("a"))),
      fields: readYAML(file).value,
      body: nil,
      sources: [file.span],
      work: work,
      aliases: ["A:1"]
    )
    var reader = FieldReader(document.fields, of: "reference")
    let reference = Reference(document, reading: &reader)
    return Diagnosed(reference, reader.finish())
  }

  @Test func aWorkKeepsEveryFieldAndFrontMatterWinsFieldByField() throws {
    let work = CSLItem(
      id: "A:1",
      type: "book",
      fields: [
        "title": .text("A"), "language": .text("fr"), "abstract": .text("B"),
        "custom": .other(.object([.init("x", .null)])),
        "accessed": .date(CSLDate(start: CSLDate.Point(year: 2020))),
        "translator": .names([CSLName(family: "C", given: "D")]),
      ]
    )
    let read = try read(work, "title: Z\ntranslator: [{literal: E}]\n")
    #expect(read.diagnostics == [])
    var expected = work
    expected.fields["title"] = .text("Z")
    expected.fields["translator"] = .names([CSLName(literal: "E")])
    #expect(read.value.work == expected)
    #expect(read.value.aliases == ["A:1"])
  }

  @Test func onlyAWorkThatFrontMatterAloneDescribesMustHaveItsTitleThere() throws {
    #expect(try read(nil, "type: book\n").diagnostics.map(\.code.id) == ["FLD001"])
    let untitled = try read(CSLItem(id: "A:1", type: "book"), "volume: 2\n")
    #expect(untitled.diagnostics == [])
    #expect(untitled.value.title == "A:1")
  }

  @Test(arguments: [
    ("a <i>b</i> c", "a b c"), ("<span class=\"nocase\">X</span>y", "Xy"),
    ("a < b > c", "a < b > c"),
    ("<script>x</script>", "<script>x</script>"), ("a <", "a <"), ("é<sup>e</sup>", "ée"),
  ])
  func tagsOfTitlesAreLeftOut(title: String, plain: String) throws {
    let read = try read(CSLItem(id: "a", type: "book", fields: ["title": .text(title)]), "{}\n")
    #expect(read.value.title == plain)
  }

  @Test(arguments: [
    ("book", nil, "rft.genre=book&rft.btitle=A%20%26%20B"),
    ("chapter", "C", "rft.genre=bookitem&rft.atitle=A%20%26%20B&rft.btitle=C"),
    ("article-journal", "C", "rft.genre=article&rft.atitle=A%20%26%20B&rft.jtitle=C"),
    ("webpage", nil, "rft.genre=unknown&rft.atitle=A%20%26%20B"),
  ])
  func referenceManagersAreToldWhatAWorkIs(type: String, container: String?, expected: String) {
    var item = CSLItem(id: "a", type: type, fields: ["title": .text("A & B")])
    item.fields["container-title"] = container.map { .text($0) }
    let kind = ["book", "chapter"].contains(type) ? "book" : "journal"
    let start = "ctx_ver=Z39.88-2004&rft_val_fmt=info%3Aofi%2Ffmt%3Akev%3Amtx%3A\(kind)&"
    #expect(contextObject(of: item) == start + expected)
  }

  @Test(arguments: [
    (["Zach, Franz"], "Z"), (["Ångström, A."], "A"), ([], "T"), (["Иванов, И."], "#"),
  ])
  func worksAreGroupedByTheLetterOfTheirFirstAuthor(names: [String], letter: String) throws {
    let authors = names.map { name in
      let parts = name.split(separator: ",").map(String.init)
      return CSLName(family: parts[0], given: parts[1])
    }
    let item = CSLItem(
      id: "a",
      type: "book",
      fields: ["title": .text("T"), "author": .names(authors)]
    )
    #expect(try read(item, "{}\n").value.indexGroup == letter)
  }
}
