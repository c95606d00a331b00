import Support
import Testing

@testable import Checking

struct LinkResolverTests {
  /// Addresses of random parts, amid other bytes: both ways of reading them lead to the same place.
  @Test(arguments: 0..<4) func linksLeadWhereTheRulesSay(seed: UInt64) throws {
    let parts = [
      "../", "./", "/", "a", "b.html", "un-nom-de-personne", "é", ".", "..", "#", "lieu", "top",
      "?", "q=1", "%20", "&amp;", ":", "https://", "mailto:", "//", " ",
    ]
    var random = SeededGenerator(seed: seed)
    var (left, led) = (0, 0)
    for _ in 0..<4_000 {
      let count = Int.random(in: 0...6, using: &random)
      let link = (0..<count).map { _ in parts.randomElement(using: &random) ?? "" }.joined()
      let page = ["index.html", "x/index.html", "x/y/z.html"].randomElement(using: &random) ?? ""
      let basePath = Bool.random(using: &random) ? "" : "/revue"
      let resolver = LinkResolver(page: page, basePath: basePath)
      let before = Array("<a href=\"".utf8)
      let html = before + Array(link.utf8) + Array("\">un texte qui suit / et #plus".utf8)
      let found = html.withUnsafeBufferPointer {
        resolver.resolve($0, before.count..<before.count + link.utf8.count)
      }
      let text = link.replacing("&amp;", with: "&")
      let target = InternalTarget(text, on: page, basePath: basePath)
      if let found, !found.mayBeScript {
        let target = try #require(target, "\(link) on \(page)")
        let hash = pathHash(target.path)
        #expect(found.page == hash, "\(link) on \(page)")
        #expect(
          found.place == target.place.map { placeHash(byteHash($0), on: hash) },
          "\(link) on \(page)"
        )
        led += 1
      } else {
        #expect(target == nil, "\(link) on \(page)")
        left += 1
      }
    }
    #expect(min(left, led) > 300)
  }
}
