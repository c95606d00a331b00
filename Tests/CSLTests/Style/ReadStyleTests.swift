import Testing

@testable import CSL

@Suite("Reading styles and locales") struct ReadStyleTests {
  @Test(arguments: [
    Row("no XML", "hello", "no XML element"),
    Row("not closed", "<style><citation>", "<citation> is not closed"),
    Row("closed by another", "<style></macro>", "<style> is closed by macro"),
    Row("another document", "<html/>", "the root is <html>, not <style>"),
    Row("attribute without quotes", "<style class=note/>", "an attribute value has no quotes"),
  ])
  func brokenStyleIsRefused(_ row: Row) {
    do {
      _ = try CSLStyle(xml: Array(row.input.utf8))
      Testing.Issue.record("read")
    } catch {
      #expect(error.summary == row.expected)
    }
  }

  @Test func errorNamesItsLine() {
    do {
      _ = try CSLStyle(xml: Array("<style>\n\n<citation x></citation></style>".utf8))
      Testing.Issue.record("read")
    } catch {
      #expect(error.line == 3)
    }
  }

  @Test func macroThatCallsItselfIsSilent() throws {
    let source = StyleSource(
      macros: """
        <macro name="a"><text macro="b"/></macro><macro name="b"><text macro="a"/></macro>
        """,
      layout: "<layout><text macro=\"a\"/><text value=\"x\"/></layout>"
    )
    let style = try CSLStyle(xml: Array(source.xml.utf8))
    #expect(style.warnings.map(\.summary) == ["macro \"a\" calls itself"])
    #expect(try citeEach(source, "[{\"id\": \"i\"}]") == ["x"])
  }

  @Test func missingMacroIsReported() throws {
    let source = StyleSource(layout: "<layout><text macro=\"nowhere\"/></layout>")
    let style = try CSLStyle(xml: Array(source.xml.utf8))
    #expect(style.warnings.map(\.summary) == ["macro \"nowhere\" does not exist"])
  }

  @Test func referencesAndComments() throws {
    let tree = try readXML(
      Array("<a b='&lt;&#233;&#x2014;'><!-- no --><![CDATA[<x>]]>&amp;</a>".utf8)
    )
    #expect(tree["b"] == "<é—")
    #expect(tree.text == "<x>&")
  }
}
