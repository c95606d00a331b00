import Diagnostics
import Testing

@testable import Markdown

/// A text and what its citations say: `prefix|-key|label value|suffix`, one text a cite, `/`
/// between citations, `>` before one that belongs to the sentence.
struct CiteExample: CustomTestStringConvertible, Sendable {
  let text: String
  let expected: [String]

  init(_ text: String, _ expected: String...) {
    self.text = text
    self.expected = expected
  }

  var testDescription: String { text }
}

struct CiteSyntaxTests {
  @Test(arguments: [
    CiteExample("A [@doe99].", "|doe99||"),
    CiteExample("A [@doe99; @roe2000].", "|doe99||", "|roe2000||"),
    CiteExample(
      "A [see @doe99, pp. 33-35 and passim; voir\naussi @roe, chap. 1].",
      "see|doe99|page 33-35|and passim",
      "voir aussi|roe|chapter 1|"
    ),
    CiteExample("A [-@doe, p. 2].", "|-doe|page 2|"),
    CiteExample("Doe says [cf. -@doe].", "cf.|-doe||"),
    CiteExample("@doe says.", ">", "|doe||"),
    CiteExample("@doe [p. 33] says.", ">", "|doe|page 33|"),
    CiteExample("@doe [p. 33; see @roe] says.", ">", "|doe|page 33|", "see|roe||"),
    CiteExample("@doe [see @roe] says.", ">", "|doe||", "see|roe||"),
    CiteExample("@doe [passim]", ">", "|doe||, passim"),
    CiteExample("[@doe passim]", "|doe||passim"),
    CiteExample("@doe […] says [sic].", ">", "|doe||"),
    CiteExample("Doe -@doe [p. 3] says.", "|-doe|page 3|"),
    CiteExample("(d’@doe, «@roe»)", ">", "|doe||", "/", ">", "|roe||"),
    CiteExample("In @Foo_bar.baz. here", ">", "|Foo_bar.baz||"),
    CiteExample("In @{Foo_bar.baz.} here", ">", "|Foo_bar.baz.||"),
    CiteExample("In @Foo_bar--baz here", ">", "|Foo_bar||"),
    CiteExample("[@{https://e.org/b?n=a&d=2}, p. 3]", "|https://e.org/b?n=a&d=2|page 3|"),
    CiteExample("[@{a key}]", "|a key||"),
    CiteExample("[@élan:1999]", "|élan:1999||"),
  ])
  func citationsAreReadAsPandocDoes(example: CiteExample) {
    let parsed = parse(example.text.utf8)
    #expect(parsed.diagnostics.isEmpty)
    var found: [String] = []
    for (index, citation) in parsed.value.citations.enumerated() {
      if index > 0 { found.append("/") }
      if citation.form == .narrative { found.append(">") }
      found += citation.cites.map { cite in
        let locator = cite.locator.map { "\($0.label) \($0.value)" } ?? ""
        let dash = cite.suppressesAuthor ? "-" : ""
        return "\(cite.prefix)|\(dash)\(cite.key.value)|\(locator)|\(cite.suffix)"
      }
    }
    #expect(found == example.expected)
    for cite in parsed.value.cites {
      #expect(excerpt(cite.key.span, of: example.text) == cite.key.value)
    }
  }

  @Test(arguments: [
    (", p. 12", "page", "12", ""), (" p.12", "page", "12", ""), (", 12", "page", "12", ""),
    (", 33-35, 38–39 et passim", "page", "33-35, 38–39", "et passim"),
    (", pp. 33 et 35", "page", "33 et 35", ""), (", pp. iv, vi-xi", "page", "iv, vi-xi", ""),
    (", chap. 3", "chapter", "3", ""), (" ch. IV", "chapter", "IV", ""),
    (", chapitre 2", "chapter", "2", ""), (", § 12", "section", "12", ""),
    (", §12", "section", "12", ""), (", vol. 2", "volume", "2", ""),
    (", t. II", "volume", "II", ""), (", fig. 1a", "figure", "1a", ""),
    (", note 4", "note", "4", ""), (", n. 4", "note", "4", ""), (", n° 4", "issue", "4", ""),
    (", no. 4", "issue", "4", ""), (", sect. 1.2.3.", "section", "1.2.3", "."),
    (", l. 5-9", "line", "5-9", ""), (", art. 6(1)", "article-locator", "6(1)", ""),
    (" {pp. 3-5}", "page", "3-5", ""),
    ("{ii, A, D-Z}, with words", "page", "ii, A, D-Z", ", with words"),
    (", {pp. iv, (xv)-(xvii)} with words", "page", "iv, (xv)-(xvii)", "with words"),
  ])
  func locatorsAreFoundByTheirWords(rest: String, label: String, value: String, suffix: String) {
    let read = parseLocator(rest)
    #expect(read.locator?.label == label)
    #expect(read.locator?.value == value)
    #expect(read.suffix == suffix)
  }

  @Test(arguments: [
    ("", ""), ("{}, 99 years later", ", 99 years later"), (", et passim", ", et passim"),
    (" passim", "passim"), (", l’auteur", ", l’auteur"), (", pages", ", pages"), (", {3", ", {3"),
    (", c. 12", ", c. 12"),
  ])
  func wordsAreNoLocator(rest: String, suffix: String) {
    let read = parseLocator(rest)
    #expect(read.locator == nil)
    #expect(read.suffix == suffix)
  }

  @Test(arguments: ["[see *x* @a]", "[see @a, *x*]", "[@a, `x`]", "**b** @a]"])
  func markupInsideBracketsIsReported(text: String) {
    let parsed = parse(text.utf8)
    #expect(parsed.value.citations.isEmpty)
    #expect(
      parsed.diagnostics.map(\.code).contains(MarkdownDiagnostics.malformedCitation)
    )
  }

  @Test func narrativeCitationsPrintWithoutParentheses() {
    let resolver = MarkdownResolver(
      cite: { cite, ordinal in
        ResolvedReference(href: "#\(cite.key.value)", label: "L\(ordinal)")
      }
    )
    #expect(
      scholarlyHTML(of: "@a says [voir @b, et ici].", resolver: resolver)
        == "<p><a class=\"citation\" id=\"appel-1\" href=\"#a\">L1</a> says (voir "
        + "<a class=\"citation\" id=\"appel-2\" href=\"#b\">L2</a>, et ici).</p>\n"
    )
  }

  @Test func formattedPartsAreLinkedAndEveryCiteHasItsPlace() {
    let resolver = MarkdownResolver(
      cite: { cite, _ in ResolvedReference(href: "#\(cite.key.value)", label: "") },
      citation: { _ in
        [.html("["), .cite(0, html: "1"), .html("–"), .cite(2, html: "3<i>a</i>"), .html("]")]
      }
    )
    #expect(
      scholarlyHTML(of: "[@a; @b; @c]", resolver: resolver)
        == "<p><span id=\"appel-2\"></span>[<a class=\"citation\" id=\"appel-1\" href=\"#a\">1</a>–"
        + "<a class=\"citation\" id=\"appel-3\" href=\"#c\">3<i>a</i></a>]</p>\n"
    )
  }
}
