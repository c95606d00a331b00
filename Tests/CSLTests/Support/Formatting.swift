import Testing

@testable import CSL

/// A style around two layouts, with the attributes and macros a test needs.
struct StyleSource {
  var attributes = "class=\"in-text\""
  var locale = ""
  var macros = ""
  var citationAttributes = ""
  var citationSort = ""
  var layout = "<layout/>"
  var bibliography = ""

  var xml: String {
    """
    <style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" \(attributes)>
      \(locale)\(macros)
      <citation \(citationAttributes)>\(citationSort)\(layout)</citation>
      \(bibliography)
    </style>
    """
  }
}

/// A small English locale for tests, in our own words.
func testLocale() throws -> CSLLocale {
  let xml = """
    <locale xml:lang="en-US">
      <style-options punctuation-in-quote="true"/>
      <date form="text"><date-part name="month" suffix=" "/><date-part name="day" suffix=", "/>\
    <date-part name="year"/></date>
      <terms>
        <term name="and">and</term><term name="et-al">et al.</term><term name="ibid">ibid.</term>
        <term name="page" form="short"><single>p.</single><multiple>pp.</multiple></term>
        <term name="editor" form="short"><single>ed.</single><multiple>eds.</multiple></term>
        <term name="editortranslator" form="short"><single>ed. and trans.</single>\
    <multiple>eds. and trans.</multiple></term>
        <term name="translator" form="short"><single>trans.</single>\
    <multiple>trans.</multiple></term>
        <term name="month-05">May</term><term name="month-06">June</term>
        <term name="season-01">Spring</term>
        <term name="open-quote">“</term><term name="close-quote">”</term>
        <term name="open-inner-quote">‘</term><term name="close-inner-quote">’</term>
        <term name="ordinal">th</term><term name="ordinal-01">st</term>
        <term name="ordinal-02">nd</term><term name="ordinal-03">rd</term>
        <term name="ordinal-11">th</term><term name="ordinal-12">th</term>
        <term name="ordinal-13">th</term><term name="long-ordinal-02">second</term>
        <term name="bc">BC</term><term name="ad">AD</term>
      </terms>
    </locale>
    """
  return try CSLLocale(xml: Array(xml.utf8))
}

/// Formats citations of JSON items.
func format(
  _ source: StyleSource,
  _ json: String,
  _ citations: [CSLCitation]
) throws -> FormattedCitations {
  let style = try CSLStyle(xml: Array(source.xml.utf8))
  let items = try CSLJSON.readItems(Array(json.utf8))
  return processCitations(
    CitationRequest(
      items: items,
      style: style,
      locales: [try testLocale()],
      citations: citations
    )
  )
}

/// Each item cited by itself, as HTML.
func citeEach(_ source: StyleSource, _ json: String) throws -> [String] {
  let items = try CSLJSON.readItems(Array(json.utf8))
  let citations = items.map { CSLCitation(cites: [Cite(id: $0.id)]) }
  return try format(source, json, citations).citations.map { writeHTML($0) }
}

/// All items in one citation, as HTML.
func citeTogether(_ source: StyleSource, _ json: String) throws -> String {
  let items = try CSLJSON.readItems(Array(json.utf8))
  let citation = CSLCitation(cites: items.map { Cite(id: $0.id) })
  return try format(source, json, [citation]).citations.map { writeHTML($0) }.joined()
}

/// The layout's children rendered for one item.
func render(_ elements: String, _ item: String, style: StyleSource = StyleSource()) throws -> String
{
  var source = style
  source.layout = "<layout>\(elements)</layout>"
  return try citeEach(source, "[{\"id\": \"a\", \"type\": \"book\", \(item)}]").joined()
}

/// A case of a table: what it is about, what goes in, what must come out.
struct Row: CustomTestStringConvertible, Sendable {
  let testDescription: String
  let input: String
  let expected: String

  init(_ description: String, _ input: String, _ expected: String) {
    testDescription = description
    self.input = input
    self.expected = expected
  }
}
