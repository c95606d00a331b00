import Diagnostics
import Testing

@testable import Markdown

struct MentionTests {
  private let resolver = MarkdownResolver(
    mention: { target in
      target == "none" ? nil : ResolvedReference(href: "/\(target)/", label: "The <title>")
    }
  )

  @Test(arguments: [
    ("[[a-b]]", "<a class=\"mention\" id=\"mention-1\" href=\"/a-b/\">The &lt;title&gt;</a>"),
    (
      "[[kind:a|label & co]]",
      "<a class=\"mention\" id=\"mention-1\" href=\"/kind:a/\">label &amp; co</a>"
    ),
    ("[[ a/b ]]", "<a class=\"mention\" id=\"mention-1\" href=\"/a/b/\">The &lt;title&gt;</a>"),
    ("[[a|l'autre]]", "<a class=\"mention\" id=\"mention-1\" href=\"/a/\">l’autre</a>"),
    (
      "*[[a_b_c]]*",
      "<em><a class=\"mention\" id=\"mention-1\" href=\"/a_b_c/\">The &lt;title&gt;</a></em>"
    ),
    ("[[[a]]]", "[<a class=\"mention\" id=\"mention-1\" href=\"/a/\">The &lt;title&gt;</a>]"),
    ("[[none]]", "none"),
    ("[[none|label]]", "label"),
    ("[[!Never linked]]", "Never linked"),
    ("[[?to be written]]", "<mark class=\"placeholder\">to be written</mark>"),
    ("`[[a]]`", "<code>[[a]]</code>"),
    ("\\[\\[a]]", "[[a]]"),
    ("\\[[a]]", "[[a]]"),
    (
      "![[[a]]](b)",
      "<img src=\"b\" alt=\"a\" loading=\"lazy\" /><span id=\"mention-1\"></span>"
    ),
    ("[x [[a]]](b)", "<a href=\"b\">x <span id=\"mention-1\">The &lt;title&gt;</span></a>"),
  ])
  func mentionIsWritten(text: String, expected: String) {
    #expect(scholarlyHTML(of: text, resolver: resolver) == "<p>\(expected)</p>\n")
  }

  @Test func everyMentionAndEveryLinkIntoTheSiteHasAPlaceOfItsOwn() {
    let text = "# Lien 1\n\n[[a]] [[a]] [b](/b/) [c](https://c.example.org) [d](/d/)"
    #expect(
      scholarlyHTML(of: text, resolver: resolver)
        == "<h1 id=\"lien-1-2\">Lien 1</h1>\n"
        + "<p><a class=\"mention\" id=\"mention-1\" href=\"/a/\">The &lt;title&gt;</a> "
        + "<a class=\"mention\" id=\"mention-2\" href=\"/a/\">The &lt;title&gt;</a> "
        + "<a id=\"lien-1\" href=\"/b/\">b</a> <a href=\"https://c.example.org\">c</a> "
        + "<a id=\"lien-3\" href=\"/d/\">d</a></p>\n"
    )
  }

  @Test func mentionsAndPlaceholdersAreFoundWhereTheyStand() {
    let text =
      "> a [[kind:slug|Label]]\n> [[other one]] [[?todo]] [[!plain]]\n\n| [[x\\|y]] |\n|--|\n"
    let document = parse(text.utf8).value
    #expect(document.mentions.map(\.target.value) == ["kind:slug", "other one", "x"])
    #expect(document.mentions.map(\.label) == ["Label", nil, "y"])
    #expect(excerpt(document.mentions[0].target.span, of: text) == "kind:slug")
    #expect(excerpt(document.mentions[1].target.span, of: text) == "other one")
    #expect(excerpt(document.mentions[2].target.span, of: text) == "x")
    #expect(document.placeholders.map(\.value) == ["todo"])
    #expect(document.placeholders.map { excerpt($0.span, of: text) } == ["todo"])
  }

  @Test(arguments: ["[[a", "[[]]", "[[ | b]]", "[[?]]", "[[a]b]]", "[[a|*b*]]"])
  func brokenMentionIsReported(mention: String) {
    let parsed = parse("See \(mention) there.".utf8)
    #expect(parsed.value.mentions.isEmpty)
    #expect(parsed.diagnostics.map(\.code) == [MarkdownDiagnostics.malformedMention])
    #expect(parsed.diagnostics.first?.span?.range.lowerBound == 4)
  }
}
