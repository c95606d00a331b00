import CSL
import Samples

/// The texts that are damaged, and the marks each format knows, which damage leans towards.
struct FuzzSources: Sendable {
  let bibliographies: [[UInt8]]
  let records: [[UInt8]]
  let json: [[UInt8]]
  let styles: [[UInt8]]
  let locales: [[UInt8]]

  static let bibTeXMarks = [
    "{", "}", "@book{", "\"", " and ", "\\emph{", "\\'", "=", ",", "#", "%", "\\\"", "$^{", "~",
    "@string{", "crossref = ", "@set{", "date = {", "/..", "-0000", "1999-99",
    "99999999999999999999",
  ]
  static let risMarks = [
    "\nER  - \n", "\nTY  - ", "\nAU  - ", "  - ", "\r\n", ",", "\nPY  - ", "/",
  ]
  static let jsonMarks = [
    "{", "}", "[", "]", "\"", "\\u", "\\ud800", ":", ",", "null", "-9223372036854775808", "1e999",
    "<i>", "</i>", "<span class=\"nocase\">", "date-parts", "literal", "'", "”", "«", "²", "é",
  ]
  static let xmlMarks = [
    "<", ">", "/>", "\"", "&", "&#x", ";", "<!--", "-->", "<![CDATA[", "<text macro=\"author\"/>",
    "-1", "99999999999999999999", "citation-number", "year-suffix", "true", "macro", "variable",
    "et-al-min=\"", "text-case=\"title\"", "strip-periods=\"true\"", "quotes=\"true\"",
  ]

  init() throws {
    let sample = generateSample(references: 12, texts: 0, citesPerText: 0, seed: 7)
    let items = BibTeX.readItems(sample.bibliography).items
    bibliographies = [Array(sample.bibliography.prefix(900)), Array(hardBibTeX.utf8)]
    records = [RIS.writeItems(Array(items.prefix(3))).bytes]
    json = [CSLJSON.writeItems(Array(items.prefix(3))), Array(hardJSON.utf8)]
    styles = [Array(fuzzedStyle.utf8), Array(fuzzedNumericStyle.utf8)]
    locales = [Array(fuzzedLocale.utf8)]
  }
}

private let hardBibTeX = #"""
  @string{press = "Lind Press"}
  @incollection{a1, author = {van der Lind, Jr., Kai-Ole and {Office of Maps} and others},
    title = {A {NASA} \emph{study} of $x^{2}$ --- "quoted" \'etude \v{c}}, crossref = {b1},
    date = {2001-05/2002-~}, pages = {12--19, 31}, publisher = press # { and Sons}}
  @book{b1, editor = {family=Sand, given=Ada, prefix=de}, title = {Book}, year = 1999, month = may}
  @set{s1, entryset = {a1, b1}}
  @comment{nothing} @online{c1, title = {L'« été » 21\textsuperscript{e}}, url = {https://e.org/%20},
    urldate = {2020-21}, note = {tex.x: 1
    event-date: 2001-01-01}}
  """#

private let hardJSON = #"""
  [{"id": "a", "type": "article-journal", "title": "A <i>title</i> of \"x\" 'y <b>z</b>",
   "author": [{"family": "van Lind", "given": "Kai-Ole, Jr."}, {"literal": "Office"}],
   "issued": {"date-parts": [[2001, 5, 3], [2002]], "circa": true}, "page": "12-19, 31",
   "note": "volume: 3\n{:event-date: 2001/2003}"},
   {"id": "b", "type": "book", "title": "A", "author": [{"family": "van Lind", "given": "Karl"}],
   "issued": {"raw": "c. 12 March 2001 – 2003"}, "edition": "2nd", "volume": "I-IV & 5"},
   {"id": 3, "author": [{"family": "van Lind", "given": "K."}], "issued": {"literal": "s.d."}}]
  """#

let fuzzedStyle = """
  <?xml version="1.0"?><style class="in-text" page-range-format="chicago" et-al-min="3"
   et-al-use-first="1" demote-non-dropping-particle="sort-only"><info><title>x</title></info>
  <locale xml:lang="en"><terms><term name="and others">u.a.</term></terms></locale>
  <macro name="author"><names variable="author editor"><name and="symbol" initialize-with=". "
   delimiter=", " name-as-sort-order="first"><name-part name="family" text-case="uppercase"/></name>
   <et-al term="and others"/><label form="short" prefix=" (" suffix=")"/><substitute>
   <names variable="translator"/><text variable="title" text-case="title"/></substitute></names></macro>
  <macro name="date"><choose><if variable="issued"><date variable="issued" form="text"
   date-parts="year-month"/></if><else><text term="no date"/></else></choose></macro>
  <citation disambiguate-add-names="true" disambiguate-add-givenname="true"
   disambiguate-add-year-suffix="true" collapse="year-suffix" givenname-disambiguation-rule="by-cite"
   et-al-subsequent-min="2" et-al-subsequent-use-first="1"><sort><key macro="author"/>
   <key variable="issued" sort="descending"/></sort><layout prefix="(" suffix=")" delimiter="; ">
   <group delimiter=", "><text macro="author"/><date variable="issued"><date-part name="year"/></date>
   <group><label variable="locator" form="short"/><text variable="locator"/></group>
   <choose><if position="ibid" type="book chapter" match="any"><text value="ibid"/></if>
   <else-if disambiguate="true"><text variable="title" form="short" quotes="true"/></else-if></choose>
   </group></layout></citation>
  <bibliography subsequent-author-substitute="———" subsequent-author-substitute-rule="partial-each"
   second-field-align="flush" hanging-indent="true"><sort><key macro="author" names-min="2"
   names-use-first="1"/><key macro="date"/></sort><layout suffix="."><text macro="author"/>
   <group prefix=" " delimiter=". "><text macro="date" font-style="italic"/>
   <text variable="title" text-case="title" font-weight="bold"/><number variable="edition"
   form="ordinal"/><number variable="volume" form="roman"/><text variable="page" prefix="pp. "/>
   <text variable="container-title" text-case="sentence" strip-periods="true" display="block"/>
   </group></layout></bibliography></style>
  """

private let fuzzedNumericStyle = """
  <style class="note"><macro name="number"><text variable="citation-number"/></macro>
  <citation collapse="citation-number"><sort><key variable="citation-number"/></sort>
  <layout vertical-align="sup" delimiter=","><text macro="number"/><text variable="title"/>
  <choose><if position="subsequent"><text variable="first-reference-note-number"/></if></choose>
  </layout></citation><bibliography><layout><text macro="number" suffix=". "/><names variable="author">
  <name form="short" et-al-min="2" et-al-use-first="1" et-al-use-last="true"/></names>
  <text variable="title" quotes="true"/><date variable="issued" form="numeric"/></layout>
  </bibliography></style>
  """

let fuzzedLocale = """
  <?xml version="1.0"?><!-- words --><locale xml:lang="en-US">
  <style-options punctuation-in-quote="true" limit-day-ordinals-to-day-1="true"/>
  <date form="text" delimiter=" "><date-part name="month"/><date-part name="day" form="ordinal"
   suffix=", "/><date-part name="year"/></date><date form="numeric"><date-part name="year"/></date>
  <terms><term name="et-al">et al.</term><term name="and">and</term><term name="page" form="short">
  <single>p.</single><multiple>pp.</multiple></term><term name="no date">n.d.</term>
  <term name="month-05" gender="feminine">May</term><term name="ordinal">th</term>
  <term name="ordinal-01" gender-form="feminine" match="whole-number">st</term>
  <term name="open-quote">“</term><term name="close-quote">”</term>
  <term name="editor" form="short"><single>ed&#46;</single><multiple>eds.</multiple></term>
  <term name="long-ordinal-02">second</term></terms></locale>
  """
