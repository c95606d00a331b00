import Testing

@testable import CSL

@Suite("Text") struct TextTests {
  @Test(arguments: [
    Row("title", "title", "On the Origin of a Small Museum: A View from Within"),
    Row(
      "capitals at words",
      "capitalize-all",
      "On The Origin Of A Small Museum: A View From Within"
    ),
    Row("sentence", "sentence", "On the origin of a small museum: a view from within"),
    Row("first capital", "capitalize-first", "On the origin of a small museum: a view from within"),
    Row("capitals", "uppercase", "ON THE ORIGIN OF A SMALL MUSEUM: A VIEW FROM WITHIN"),
  ])
  func textCaseIsApplied(_ row: Row) throws {
    let element = "<text variable=\"title\" text-case=\"\(row.input)\"/>"
    let title = "\"title\": \"on the origin of a small museum: a view from within\""
    #expect(try render(element, title) == row.expected)
  }

  @Test func titleCaseIsForEnglishOnly() throws {
    let element = "<text variable=\"title\" text-case=\"title\"/>"
    let output = try render(element, "\"language\": \"fr\", \"title\": \"le petit musée\"")
    #expect(output == "le petit musée")
  }

  @Test func protectedWordsKeepTheirCase() throws {
    let element = "<text variable=\"title\" text-case=\"title\"/>"
    let title = "\"title\": \"the <span class=\\\"nocase\\\">iron</span> age\""
    #expect(try render(element, title) == "The iron Age")
  }

  @Test(arguments: [
    Row("italic flips", "a <i>b</i> c", "<i>a <span style=\"font-style:normal;\">b</span> c</i>"),
    Row("bold nests", "a <b>b</b>", "<i>a <b>b</b></i>"),
    Row("raised text", "x<sup>2</sup>", "<i>x<sup>2</sup></i>"),
    Row("a raised character among letters", "né ² né", "<i>né <sup>2</sup> né</i>"),
    Row(
      "a broken tag is text",
      "<span class=\\\"nocase</span>x",
      "<i>&#60;span class=\"nocase&#60;/span&#62;x</i>"
    ),
    Row("a lone tag is text", "a <i>b", "<i>a &#60;i&#62;b</i>"),
  ])
  func markupOfFieldsIsRead(_ row: Row) throws {
    let element = "<text variable=\"title\" font-style=\"italic\"/>"
    #expect(try render(element, "\"title\": \"\(row.input)\"") == row.expected)
  }

  @Test(arguments: [
    Row("quotes alternate", "She said \\\"yes\\\" twice", "“She said ‘yes’ twice”"),
    Row("apostrophes turn", "the dog's day", "“the dog’s day”"),
    Row("a lone quote stays", "6\\\" nails", "“6\" nails”"),
  ])
  func quotesAreSetByTheLocale(_ row: Row) throws {
    let element = "<text variable=\"title\" quotes=\"true\"/>"
    #expect(try render(element, "\"title\": \"\(row.input)\"") == row.expected)
  }

  @Test(arguments: [
    Row("a comma goes inside", ", ", "“Alpha,” Beta"),
    Row("a colon stays outside", ": ", "“Alpha”: Beta"),
  ])
  func punctuationMovesIntoQuotes(_ row: Row) throws {
    let elements = """
      <group delimiter="\(row.input)"><text variable="title" quotes="true"/>\
      <text value="Beta"/></group>
      """
    #expect(try render(elements, "\"title\": \"Alpha\"") == row.expected)
  }

  @Test(arguments: [
    Row("two periods are one", "Alpha.", "Alpha. Beta"),
    Row("a question mark is enough", "Alpha?", "Alpha? Beta"),
    Row("a comma stays", "Alpha,", "Alpha,. Beta"),
  ])
  func meetingMarksAreSettled(_ row: Row) throws {
    let elements = """
      <group delimiter=". "><text variable="title"/><text value="Beta"/></group>
      """
    #expect(try render(elements, "\"title\": \"\(row.input)\"") == row.expected)
  }

  @Test func groupWithoutValuesIsSilent() throws {
    let elements = """
      <group delimiter=" "><text value="in"/><text variable="container-title"/></group>\
      <text variable="title"/>
      """
    #expect(try render(elements, "\"title\": \"Alpha\"") == "Alpha")
  }
}
