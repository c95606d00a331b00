import Diagnostics
import FrontMatter
import Testing

private func read(_ yaml: String) -> Diagnosed<FieldMapping> {
  readYAML(SourceFile(path: "a.yaml", text: yaml))
}

private func printed(_ diagnostics: [Diagnostic], in yaml: String) -> [String] {
  let index = LineIndex(Array(yaml.utf8))
  return diagnostics.map { diagnostic in
    let place = index.position(of: diagnostic.span?.range.lowerBound ?? 0)
    return "\(place.line):\(place.column) \(diagnostic.code.id) \(diagnostic.summary)"
  }
}

struct FieldReaderTests {
  @Test func valuesKeepTheirPlaces() {
    var reader = FieldReader(read("título: x\ntitle: Été\n").value, of: "page")
    let title = reader.text("title")
    #expect(title?.value == "Été")
    #expect(title?.span.range == 18..<23)
  }

  @Test func everyFaultIsReportedInOnePass() {
    let yaml = "titel: a\nnumber: deux\naxes: {a: 1}\n"
    var reader = FieldReader(read(yaml).value, of: "issue")
    _ = reader.requiredText("title")
    _ = reader.integer("number")
    _ = reader.texts("axes")
    #expect(
      printed(reader.finish(), in: yaml) == [
        "2:9 FLD003 \"number\" of this issue must be a whole number",
        "3:7 FLD003 \"axes\" of this issue must be a list of texts",
        "1:1 FLD002 unknown field \"titel\" in this issue; did you mean \"title\"?",
      ]
    )
  }

  @Test func noBreakSpacesInNamesAreNamed() {
    let reader = FieldReader(read("\u{A0}\u{A0}title: a\n").value, of: "page")
    #expect(reader.finish().map { $0.help.prefix(15) } == ["No-break spaces"])
  }

  @Test func whereThereAreNoFieldsAtAllTheFenceIsSpokenOf() {
    var reader = FieldReader(read("").value, of: "page")
    _ = reader.requiredText("title")
    #expect(
      reader.finish().map(\.help) == [
        "Begin the file with a line `---`, then `title: …`, then a line `---`."
      ]
    )
  }

  @Test func absentAndEmptyFieldsAreMissing() {
    let yaml = "number: 1\nsubtitle: \"\"\n"
    var reader = FieldReader(read(yaml).value, of: "issue")
    _ = reader.integer("number")
    _ = reader.requiredText("subtitle")
    _ = reader.requiredText("title")
    #expect(
      printed(reader.finish(), in: yaml) == [
        "1:1 FLD001 \"subtitle\" is missing from this issue",
        "1:1 FLD001 \"title\" is missing from this issue",
      ]
    )
  }

  @Test func textsStandForRecords() {
    var reader = FieldReader(read("speakers: [ada, {person: bob}]").value, of: "session")
    let records = reader.records("speakers", shorthand: "person")
    let persons = records.map { record -> String? in
      guard case .scalar(let scalar)? = record["person"] else { return nil }
      return scalar.value
    }
    #expect(persons == ["ada", "bob"])
  }

  @Test(arguments: [
    ("a: [1, 2\nb: 3\n", "1:4 YML001 [ opens a list here; a comma or the closing ] is missing"),
    ("a: Un titre: suite\n", "1:12 YML001 a second colon on the line of one field"),
    ("a:\n\t- b\n", "2:1 YML001 a tab where only spaces may stand"),
    ("a: @b\n", "1:4 YML001 \"@\" cannot begin a text"),
    ("a: \"Un titre\nb: 2\n", "1:4 YML001 a quotation mark opens this text and none closes it"),
    ("a: 'L'histoire\n", "1:7 YML001 what stands here belongs to no field"),
    ("x: 1\na:\u{A0}2\nb: 3\n", "2:1 YML001 a line that is no field: `name: value`"),
    ("a: \"\\z\"\n", "1:5 YML001 a backslash between double quotes"),
    ("a:\n  - 1\n  b: 2\n", "3:3 YML001 what stands here belongs to no element of the list"),
    ("a: 1\nb: 2\na: 3\n", "3:1 YML003 \"a\" is written more than once"),
    ("- a\n- b\n", "1:1 FLD003 the text is no list of fields"),
  ])
  func brokenYAMLIsLocated(yaml: String, expected: String) {
    #expect(printed(read(yaml).diagnostics, in: yaml).first == expected)
  }

  @Test func aliasesCannotGrowWithoutMeasure() {
    var yaml = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
    for level in 1...7 {
      let references = Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ", ")
      yaml += "a\(level): &a\(level) [\(references)]\n"
    }
    #expect(read(yaml).diagnostics.map(\.code.id) == ["YML004"])
  }
}
