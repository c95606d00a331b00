import SiteModel
import Testing

struct AddressingTests {
  private func route(_ address: String) throws -> Route { try #require(Route(address: address)) }

  @Test(arguments: [
    ("/", "/", "./", "index.html"), ("/", "/axes/", "axes/", "axes/index.html"),
    ("/axes/", "/", "../", "../index.html"),
    ("/a/b/", "/a/c/", "../c/", "../c/index.html"),
    ("/a/b/", "/a/b/", "./", "index.html"), ("/a/b/", "/x/", "../../x/", "../../x/index.html"),
    ("/a/", "/assets/site.css", "../assets/site.css", "../assets/site.css"),
    ("/", "/404.html", "404.html", "404.html"),
  ])
  func linksAreRelative(from: String, to: String, folder: String, file: String) throws {
    #expect(LinkStyle.folder.link(from: try route(from), to: try route(to)) == folder)
    #expect(LinkStyle.file.link(from: try route(from), to: try route(to)) == file)
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
