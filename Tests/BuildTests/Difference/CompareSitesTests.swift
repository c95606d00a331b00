import Build
import Markup
import SiteModel
import Testing

/// Two builds, told apart for review.
struct CompareSitesTests {
  private func files(_ pages: [String: String]) throws -> [OutputFile] {
    try pages.map { path, text in
      OutputFile(path: try #require(OutputPath(path)), contents: .bytes(Array(text.utf8)))
    }
  }

  private func page(_ title: String, _ main: String, head: String = "") -> String {
    "<html><head><title>\(title)</title>\(head)</head><body><nav><a href=\"/x/\">x</a></nav>"
      + "<main id=\"m\">\(main)</main></body></html>"
  }

  @Test func pagesThatComeAndGoAreNamed() throws {
    let difference = compareSites(
      try files(["a/index.html": page("a", "un"), "index.html": page("i", "i")]),
      try files(["b/index.html": page("b", "deux"), "index.html": page("i", "i"), "b.json": "{}"])
    )
    #expect(difference.added == ["/b/"] && difference.removed == ["/a/"])
    #expect(difference.changed.isEmpty && difference.files == ["b.json"])
    #expect(difference.text == "+ /b/\n- /a/\n~ b.json\n")
    #expect(difference.summary == "pages: 1 added, 1 removed; other files: 1")
  }

  @Test func titlesMetadataDatesLinksAndWordsAreTold() throws {
    let old = page(
      "Un &amp; deux",
      "<p>Le compte est <a href=\"/a/\">juste</a>.</p><time datetime=\"2027\">2027</time>",
      head: "<meta name=\"description\" content=\"Court\"><link rel=\"canonical\" href=\"/u/\">"
    )
    let new = page(
      "Un & trois",
      "<p>Le conte est <a title=\"a > b\" href=\"/b/\">juste</a>.</p><time datetime=\"2028\">2027</time>",
      head: "<meta name=\"description\" content=\"Long\"><meta name=\"robots\" content=\"noindex\">"
        + "<link rel=\"canonical\" href=\"/u/\">"
    )
    let difference = compareSites(
      try files(["u/index.html": old]),
      try files(["u/index.html": new])
    )
    #expect(
      difference.text == """
        ~ /u/
            title - Un & deux
            title + Un & trois
            description - Court
            description + Long
            robots + noindex
            date - 2027
            date + 2028
            link - /a/
            link + /b/
            words - compte
            words + conte

        """
    )
    #expect(
      difference.json.text.hasPrefix(
        "{\"added\":[],\"changed\":[{\"address\":\"/u/\",\"changes\":[{\"new\":\"Un & trois\","
      )
    )
  }

  @Test func whatStandsAroundATextIsToldAsSuch() throws {
    let old = page("a", "un")
    let difference = compareSites(
      try files(["a.html": old]),
      try files(["a.html": old.replacing("<nav>", with: "<nav class=\"x\">")])
    )
    #expect(difference.text == "~ /a.html\n    only what stands around its text\n")
  }

  @Test func theSameSiteHasNoDifference() async throws {
    let site = try PublishingSite()
    let (first, second) = (await site.build(), await site.build())
    #expect(!first.files.isEmpty)
    let difference = compareSites(first.files, second.files)
    #expect(difference.isEmpty && difference.summary == "nothing changed")
  }
}
