import Testing

@testable import CSL

@Suite("Dates and numbers") struct DateAndNumberTests {
  @Test(arguments: [
    Row("whole", "{\"date-parts\": [[2019, 5, 7]]}", "May 7, 2019"),
    Row("month", "{\"date-parts\": [[2019, 5]]}", "May 2019"),
    Row("range of days", "{\"date-parts\": [[2019, 5, 7], [2019, 5, 9]]}", "May 7–9, 2019"),
    Row("range of months", "{\"date-parts\": [[2019, 5], [2019, 6]]}", "May–June 2019"),
    Row("range of years", "{\"date-parts\": [[2018], [2019]]}", "2018–2019"),
    Row("season", "{\"date-parts\": [[2019]], \"season\": 1}", "Spring 2019"),
    Row("season in words", "{\"date-parts\": [[2019]], \"season\": \"Trinity\"}", "Trinity 2019"),
    Row("before our era", "{\"date-parts\": [[-44]]}", "44BC"),
    Row("early", "{\"date-parts\": [[79]]}", "79AD"),
    Row("in words", "{\"literal\": \"undated\"}", "undated"),
    Row("raw", "{\"raw\": \"7 May 2019\"}", "May 7, 2019"),
    Row("raw range", "{\"raw\": \"2018/2019\"}", "2018–2019"),
  ])
  func localizedDateIsPrinted(_ row: Row) throws {
    let element = "<date variable=\"issued\" form=\"text\"/>"
    #expect(try render(element, "\"issued\": \(row.input)") == row.expected)
  }

  @Test func uncertainDateIsTested() throws {
    let elements = """
      <choose><if is-uncertain-date="issued"><text value="about "/></if></choose>\
      <date variable="issued"><date-part name="year"/></date>
      """
    let output = try render(elements, "\"issued\": {\"date-parts\": [[1300]], \"circa\": true}")
    #expect(output == "about 1300")
  }

  @Test(arguments: [
    Row("ordinal", "ordinal", "2nd"), Row("in words", "long-ordinal", "second"),
    Row("roman", "roman", "ii"), Row("plain", "numeric", "2"),
  ])
  func numberTakesItsForm(_ row: Row) throws {
    let element = "<number variable=\"edition\" form=\"\(row.input)\"/>"
    #expect(try render(element, "\"edition\": 2") == row.expected)
  }

  @Test(arguments: [
    (1, "st"), (2, "nd"), (3, "rd"), (4, "th"), (11, "th"), (13, "th"), (21, "st"), (112, "th"),
  ])
  func ordinalSuffixReachesAsFarAsTheTermSays(_ value: Int, _ suffix: String) throws {
    #expect(try testLocale().ordinalSuffix(value, gender: nil) == suffix)
  }

  @Test(arguments: [
    ("12", true), ("3a", true), ("A4", true), ("2, 3", true), ("5-9", true), ("2nd ed", false),
    ("first", false), ("", false), ("4 &", false),
  ])
  func numericTextIsRecognised(_ text: String, _ isNumeric: Bool) {
    #expect(NumberText(text).isNumeric == isNumeric)
  }

  @Test(arguments: [
    Row("expanded", "expanded", "321–328"), Row("minimal", "minimal", "321–8"),
    Row("two digits", "minimal-two", "321–28"), Row("Chicago", "chicago", "321–28"),
    Row("none", "", "321–28"),
  ])
  func pageRangeTakesTheStylesForm(_ row: Row) throws {
    let attribute = row.input.isEmpty ? "" : "page-range-format=\"\(row.input)\""
    let style = StyleSource(attributes: "class=\"in-text\" \(attribute)")
    #expect(
      try render("<text variable=\"page\"/>", "\"page\": \"321-28\"", style: style) == row.expected
    )
  }

  @Test(arguments: ["expanded", "minimal", "minimal-two", "chicago", "chicago-16"])
  func rangeOfSingleFiguresStaysWhole(_ form: String) throws {
    let style = StyleSource(attributes: "class=\"in-text\" page-range-format=\"\(form)\"")
    #expect(try render("<text variable=\"page\"/>", "\"page\": \"2-4\"", style: style) == "2–4")
  }

  @Test(arguments: [("12", "p. 12"), ("12-15", "pp. 12–15"), ("12, 19", "pp. 12, 19")])
  func labelAgreesWithTheLocator(_ locator: String, _ expected: String) throws {
    let source = StyleSource(
      layout: """
        <layout><group delimiter=" "><label variable="locator" form="short"/>\
        <text variable="locator"/></group></layout>
        """
    )
    let citation = CSLCitation(cites: [Cite(id: "a", locator: locator)])
    let result = try format(source, "[{\"id\": \"a\"}]", [citation])
    #expect(result.citations.map { writePlainText($0) } == [expected])
  }
}
