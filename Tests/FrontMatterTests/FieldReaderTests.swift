import Diagnostics
import FrontMatter
import Testing

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
}
