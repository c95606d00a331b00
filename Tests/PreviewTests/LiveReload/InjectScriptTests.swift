import Testing

@testable import Preview

struct InjectScriptTests {
  private func inject(_ html: String, page: String = "/a/") -> String {
    String(
      decoding: injectScript(into: Array(html.utf8), page: page, version: "1"),
      as: UTF8.self
    )
  }

  private let tag =
    "<script src=\"/.sitegen/live.js\" data-page=\"/a/\" data-version=\"1\"></script>\n"

  @Test func theScriptStandsBeforeTheLastEndOfABody() {
    #expect(inject("<p></body></p></BODY></html>") == "<p></body></p>\(tag)</BODY></html>")
  }

  @Test func aPageWithoutAnEndGetsItAtItsEnd() {
    #expect(inject("<p>") == "<p>\(tag)")
    #expect(inject("") == tag)
  }

  @Test func anAddressCannotLeaveItsQuotes() {
    let page = "/?\"><script>alert(1)</script>"
    #expect(inject("", page: page).contains("data-page=\"/?&quot;&gt;&lt;script&gt;"))
  }

  @Test func newsAreEventsAndTheReloadComesLast() {
    let calm = PageNews(isStale: false, problems: nil).events(assets: ["/a.css"])
    #expect(calm == "event: mended\ndata: -\n\nevent: assets\ndata: [\"/a.css\"]\n\n")
    let stale = PageNews(isStale: true, problems: "/p").events(assets: ["/a.css"])
    #expect(stale == "event: problems\ndata: /p\n\nevent: reload\ndata: -\n\n")
  }
}
