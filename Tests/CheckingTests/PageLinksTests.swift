import Checking
import SiteModel
import Support
import Testing

/// Counting what changed gives what looking at all pages gives.
struct PageLinksTests {
  private static let addressing = Addressing(baseURL: "https://example.org", style: .folder)
  private static let sound = [
    "a/index.html": "<i id=lieu><a href=\"../b/#ici\">", "b/index.html": "<i id=ici>",
  ]

  @Test(arguments: [
    ("a/index.html", "<a href=\"../b/#ailleurs\">"), ("a/index.html", "<a href=\"../c/\">"),
    ("a/index.html", "<i id=x><i id=x>"), ("a/index.html", "<a href=\"#nulle-part\">"),
    ("b/index.html", "<i id=autre>"), ("b/index.html", "<i id=ici><i id=ici>"),
    ("b/index.html", ""), ("b/index.html", "<i id=ici><a href=\"../a/#lieu\">"),
  ])
  func replacingAPageTellsWhetherAnyIsSuspect(path: String, html: String) throws {
    let paths = try Self.sound.keys.sorted().map { try #require(OutputPath($0)) }
    let old = paths.map { facts($0, Self.sound[$0.text] ?? "") }
    let place = try #require(paths.firstIndex { $0.text == path })
    var new = old
    new[place] = facts(paths[place], html)
    var links = PageLinks(of: old, among: paths)
    #expect(links.areSound)
    links.replace(old[place], by: new[place])
    #expect(links.areSound == findSuspectPages(new, among: paths).isEmpty)
    links.replace(new[place], by: old[place])
    #expect(links.areSound)
  }

  private func facts(_ path: OutputPath, _ html: String) -> PageFacts? {
    PageFacts(
      OutputFile(path: path, contents: .bytes(Array(html.utf8))),
      addressing: Self.addressing
    )
  }
}
