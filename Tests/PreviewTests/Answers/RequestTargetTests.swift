import SiteModel
import Testing

@testable import Preview

struct RequestTargetTests {
  @Test(arguments: [
    ("/", "index.html"), ("/a/", "a/index.html"), ("/a/b.css", "a/b.css"),
    ("/%C3%A9t%c3%a9/", "été/index.html"), ("/a%20b", "a b"), ("/a%2541", "a%41"),
    ("/a?b=/../c", "a"), ("http://localhost:1/a/", "a/index.html"), ("/a+b", "a+b"),
  ])
  func aTargetNamesAFile(target: String, path: String) throws {
    #expect(try RequestTarget(target).path?.text == path)
  }

  @Test(arguments: [
    "/..", "/../a", "/a/../b", "/./a", "/a//b", "//a", "/a/%2e%2e/b", "/%2E./", "/.git/config",
    "/a/.hidden", "/%2e%67it", "/a%2fb", "/a%2Fb", "/a%5cb", "/a%00", "/%00", "/a%0d%0ab", "/%7f",
    "/%E2%80%AE", "/%20",
  ])
  func whatNoFileCanBeCalledIsUnknown(target: String) {
    #expect(throws: RequestTarget.Refusal.unknown) { try RequestTarget(target) }
  }

  @Test(arguments: [
    "", "a", "*", "../a", "\\a", "/a%", "/a%2", "/a%zz", "/%c0%ae%c0%ae/", "/%ff", "/é", "/a b",
    "https://localhost/", "ftp://localhost/", "file:///etc/passwd", "http://localhost",
    "localhost:80",
  ])
  func whatIsNoAddressIsMalformed(target: String) {
    #expect(throws: RequestTarget.Refusal.malformed) { try RequestTarget(target) }
  }

  @Test(arguments: [
    ("/revue/a/", "/revue", "a/index.html"), ("/revue/", "/revue", "index.html"),
    ("/a/", "", "a/index.html"), ("/deux%20mots/a", "/deux%20mots", "a"),
    ("/revue", "/revue", nil), ("/autre/a", "/revue", nil), ("/", "/revue", nil),
  ])
  func addressesAreSeenFromBelowTheBasePath(target: String, base: String, path: String?) throws {
    #expect(try RequestTarget(target).below(base)?.path?.text == path)
  }
}
