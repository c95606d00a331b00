import Markup
import Testing

@testable import SiteModel

struct AddressingTests {
  private func route(_ address: String) throws -> Route { try #require(Route(address: address)) }

  @Test(arguments: [
    ("/", "/", "./", "index.html"), ("/", "/axes/", "axes/", "axes/index.html"),
    ("/axes/", "/", "../", "../index.html"),
    ("/a/b/", "/a/c/", "../c/", "../c/index.html"),
    ("/a/b/", "/a/b/", "./", "index.html"), ("/a/b/", "/x/", "../../x/", "../../x/index.html"),
    ("/a/", "/assets/site.css", "../assets/site.css", "../assets/site.css"),
    ("/", "/404.html", "404.html", "404.html"),
    ("/personnes/ada/", "/personnes/adam/#x", "../adam/#x", "../adam/index.html#x"),
    ("/personnes/a/b/", "/personnes/a/", "../", "../index.html"),
  ])
  func linksAreRelative(from: String, to: String, folder: String, file: String) throws {
    for (style, link) in [(LinkStyle.folder, folder), (.file, file)] {
      #expect(style.link(from: try route(from), to: try route(to)) == link)
      #expect(appended(style, from: from, to: to) == link)
    }
  }

  private func appended(_ style: LinkStyle, from: String, to: String) -> String {
    var (source, target) = (from, to)
    var output = FlatList<UInt8>(capacity: 0)
    source.withUTF8 { source in
      target.withUTF8 { style.append(from: source, to: $0, into: &output) }
    }
    return output.withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
  }

  @Test func rootedLinksKeepTheBasePath() throws {
    let deep = Addressing(baseURL: "https://example.org/revue/", style: .folder)
    #expect(deep.rooted(try route("/axes/")) == "/revue/axes/")
    #expect(deep.absolute(try route("/axes/")) == "https://example.org/revue/axes/")
    let top = Addressing(baseURL: "https://example.org", style: .folder)
    #expect(top.rooted(.home) == "/")
  }

  @Test(arguments: ["axes", "/../x", "/a/./b", "//x", ""])
  func addressesOutsideTheSiteAreRefused(address: String) {
    #expect(Route(address: address) == nil)
  }
}
