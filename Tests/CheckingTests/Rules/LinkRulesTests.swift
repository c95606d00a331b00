import Checking
import Diagnostics
import SiteModel
import Support
import Testing

/// A site without entities, for rules that look at pages alone.
private func site(basePath: String = "") -> Site {
  Site(
    configuration: SiteConfiguration(
      title: "",
      description: "",
      baseURL: "",
      language: "fr",
      publisher: .init(name: "", acronym: nil),
      issn: nil,
      severities: [:]
    ),
    addressing: Addressing(baseURL: "https://example.org\(basePath)", style: .folder),
    contentTypes: [],
    graph: EntityGraph(entities: [], relations: []),
    texts: [:]
  )
}

private func summaries(_ rule: any Rule, _ pages: [String: String], basePath: String = "") throws
  -> [String]
{
  let files = try pages.sorted { $0.key < $1.key }.map { path, html in
    OutputFile(path: try #require(OutputPath(path)), contents: .bytes(Array(html.utf8)))
  }
  let site = site(basePath: basePath)
  let found = rule.check(CheckedSite(site: site, files: files))
  #expect(found == rule.check(suspectsAlone(of: site, files)), "suspects are all that is wrong")
  return found.map(\.summary)
}

/// The site as a build shows it to the rules: only the pages whose facts are suspect.
private func suspectsAlone(of site: Site, _ files: [OutputFile]) -> CheckedSite {
  let facts = files.map { PageFacts($0, addressing: site.addressing) }
  let suspects = findSuspectPages(facts, among: files.map(\.path)).map { files[$0] }
  #expect(PageLinks(of: facts, among: files.map(\.path)).areSound == suspects.isEmpty)
  let known = KnownFiles(files.map(\.path))
  let early = files.map { PageFacts($0, addressing: site.addressing, among: known) }
  #expect(findSuspectPages(early, among: files.map(\.path)).map { files[$0] } == suspects)
  return CheckedSite(
    site: site,
    paths: files.map(\.path),
    copies: [],
    pages: suspects.compactMap { ScannedPage($0, addressing: site.addressing) }
  )
}

struct LinkRulesTests {
  @Test(arguments: [
    "b/", "../x/b/", "./b/", "b/c/../", "b//", "b/.", "/b/", "b/index.html#lieu", "#lieu",
    "b/#%6Cieu",
    "b/?q#lieu", "", "b", "..", "../../..", "b/#top", "https://b/", "b:c",
  ])
  func factsResolveLinksAsTheRulesDo(link: String) throws {
    for page in ["index.html", "x/index.html", "x/y/z.html"] {
      for basePath in ["", "/revue"] {
        let pages = [page: "<a href=\"\(link)\"><i id=lieu>", "b/index.html": "<i id=lieu>"]
        for rule in [BrokenInternalLink(), BrokenAnchor()] as [any Rule] {
          _ = try summaries(rule, pages, basePath: basePath)
        }
      }
    }
  }

  /// Pages damaged at random: what any rule finds, their facts have shown before.
  @Test(arguments: 0..<60) func factsOfDamagedPagesMissNothing(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let page =
      "<!-- <i id=x> --><a class=\"k\" href=\"../b/\" id='lieu'>b</a><A HREF=./b/#ici >c</A>"
      + "<img alt=\"\" src='../a/i.png'><script>'<i id=x>'</script><i id=ici><b data-x=1>d</b>"
      + "<a href=\"https://e.example.org/#x\">e</a><a href='../a/index.html#x-1'>f<i id='x-1'>"
    let signs = Array("<>\"'=/.#:?&% -!aionsx".utf8)
    var pages = ["a/i.png": ""]
    for path in ["a/index.html", "b/index.html", "x/y/z.html"] {
      var html = Array(page.utf8)
      for _ in 0..<Int.random(in: 0...3, using: &random) {
        let place = Int.random(in: html.indices, using: &random)
        let sign = signs[Int.random(in: signs.indices, using: &random)]
        if Bool.random(using: &random) { html[place] = sign } else { html.remove(at: place) }
      }
      pages[path] = String(decoding: html, as: UTF8.self)
    }
    let rules: [any Rule] = [
      BrokenInternalLink(), BrokenAnchor(), DuplicateIdentifier(), ScriptInPage(),
    ]
    for rule in rules { _ = try summaries(rule, pages) }
  }

  @Test func pagesWithoutFaultAreNotLookedAtAgain() throws {
    let pages = [
      "a/index.html": "<a id=x href=../b/#y>", "b/index.html": "<a id=y href='../a/#x'>",
    ]
    let files = try pages.sorted { $0.key < $1.key }.map { path, html in
      OutputFile(path: try #require(OutputPath(path)), contents: .bytes(Array(html.utf8)))
    }
    let facts = files.map { PageFacts($0, addressing: site().addressing) }
    #expect(findSuspectPages(facts, among: files.map(\.path)) == [])
    #expect(findSuspectPages([facts[0]], among: [files[0].path]) == [0])
  }

  @Test(arguments: [
    "b/", "./b/", "b/index.html", "/b/", "../x/b/".replacing("../x/", with: ""), "b/#lieu", "#ici",
    "https://ailleurs.example.org/rien", "mailto:a@example.org", "//ailleurs.example.org/",
    "b/?q=1", "%62/", "", "#",
  ])
  func linksThatLeadSomewhereAreSilent(link: String) throws {
    let pages = [
      "index.html": "<p id=\"ici\"><a href=\"\(link)\">x</a></p>", "b/index.html": "<i id='lieu'>",
    ]
    #expect(try summaries(BrokenInternalLink(), pages) == [])
    #expect(try summaries(BrokenAnchor(), pages) == [])
  }

  @Test(arguments: ["c/", "/c/", "b", "../b/", "b/rien.png"])
  func linksToNothingAreReported(link: String) throws {
    let pages = ["index.html": "<a href=\"\(link)\">x</a>", "b/index.html": ""]
    #expect(try summaries(BrokenInternalLink(), pages).count == 1)
  }

  @Test func theSuggestionIsThePathMeant() throws {
    let pages = ["index.html": "<a href='axes/valuer/'>x</a>", "axes/valeur/index.html": ""]
    #expect(
      try summaries(BrokenInternalLink(), pages) == [
        "the link \"axes/valuer/\" of page index.html leads nowhere"
          + "; did you mean \"/axes/valeur/\"?"
      ]
    )
  }

  @Test func anchorsMustExistOnTheirPage() throws {
    let pages = ["index.html": "<a href=\"b/#lieux\">x</a>", "b/index.html": "<p id=\"lieu\">"]
    #expect(
      try summaries(BrokenAnchor(), pages) == [
        "the link \"b/#lieux\" of page index.html names no place of b/index.html"
          + "; did you mean \"lieu\"?"
      ]
    )
  }

  @Test func aSiteBelowAPathIsHeldToThatPath() throws {
    let pages = ["404.html": "<a href=\"/revue/\">x</a>", "index.html": ""]
    #expect(try summaries(BrokenInternalLink(), pages, basePath: "/revue") == [])
    let wrong = ["404.html": "<a href=\"/revue/rien/\">x</a>", "index.html": ""]
    #expect(try summaries(BrokenInternalLink(), wrong, basePath: "/revue").count == 1)
  }

  @Test(arguments: [
    "<a href=\"javascript:alert(1)\">", "<a href=\" JavaScript\t:x\">",
    "<img src='data:text/html,x'>",
    "<b onclick=alert(1)>", "<svg ONLOAD='x'>",
  ])
  func scriptsAreReported(html: String) throws {
    let files = ["index.html": html]
    #expect(try summaries(ScriptInPage(), files).count == 1)
  }

  @Test func honestPagesHoldNoScript() throws {
    let html = "<a href=\"donnees/data:\" title='javascript:'>onclick=</a>"
    #expect(try summaries(ScriptInPage(), ["index.html": html]) == [])
  }

  /// `LNK003`.
  @Test func idsStandOnce() throws {
    let html = "<!-- id=\"a\" --><p id=\"a\"><p id='b'><p id=a><script>var x = '<p id=b>'</script>"
    #expect(
      try summaries(DuplicateIdentifier(), ["index.html": html]) == [
        "the id \"a\" stands more than once on page index.html"
      ]
    )
  }
}
