import Diagnostics
import Support
import Testing

@testable import Preview

struct HostRulesTests {
  private func rules(redirects: String = "", headers: String = "") -> HostRules {
    HostRules(
      redirects: SourceFile(path: "_redirects", text: redirects),
      headers: SourceFile(path: "_headers", text: headers)
    )
  }

  @Test(arguments: [
    ("/a/ /b/ 301", "/a/", "/b/"), ("/a/ /b/", "/a", "/b/"), ("/a /b/ 302", "/a/", "/b/"),
    ("/%C3%A9/ /e/ 301", "/%c3%a9/", "/e/"), ("/old/* /new/:splat 301", "/old/x/y", "/new/x/y"),
    ("/old/* /new/:splat", "/old", "/new/"), ("/* /404.html 404", "/any/thing", "/404.html"),
    ("/a/ /b/ 301", "/c/", nil), ("/old/* /new/", "/older/", nil),
  ])
  func aRedirectLeadsFromOldToNew(line: String, path: String, target: String?) throws {
    #expect(try #require(RedirectRule(line[...])).target(of: path) == target)
  }

  @Test func linesThatAreNoRulesAreReportedAtTheirPlace() {
    let text = "# old addresses\n\n/a/ /b/ 301  # moved\nnonsense\n/a/ /b/ 299\n/a/ /b/ 301 x\n"
    let rules = rules(redirects: text)
    #expect(rules.redirects.map(\.from) == ["/a/"])
    let tree = sourceTree(["_redirects": text])
    #expect(
      printed(rules.diagnostics, sources: tree)
        == [4, 5, 6].map {
          "_redirects:\($0):1 SRV005 no line \"OLD NEW STATUS\""
        }
    )
  }

  @Test func fieldsBelongToThePathAboveThem() {
    let text =
      "/assets/*\r\n  Cache-Control: max-age=31536000\r\n  X-A: b: c\n\n/*\n  X-Frame-Options: DENY\n"
    let rules = rules(headers: text)
    #expect(rules.diagnostics == [])
    #expect(rules.headers.map(\.pattern) == ["/assets/*", "/*"])
    #expect(
      rules.headers[0].fields == [
        Request.Field(name: "Cache-Control", value: "max-age=31536000"),
        Request.Field(name: "X-A", value: "b: c"),
      ]
    )
  }

  @Test func aFieldWithoutPathOrNameIsReported() {
    let rules = rules(headers: "  X: y\nassets\n/a\n  nonsense\n  B d: x\n")
    #expect(rules.diagnostics.map(\.code.id) == Array(repeating: "SRV005", count: 4))
    #expect(rules.diagnostics.allSatisfy { $0.severity == .warning })
  }

  @Test(arguments: [
    ("/*", "/", true), ("/a", "/a", true), ("/a", "/a/", false), ("/a/*", "/a/b/c", true),
    ("/a/*", "/b/a/", false), ("/*.css", "/a/b.css", true), ("/*.css", "/a/b.js", false),
    ("/a*b*c", "/axbxc", true), ("/a*b*c", "/axxc", false), ("/ab*bc", "/abc", false),
  ])
  func aPatternSpeaksOfPaths(pattern: String, path: String, isConcerned: Bool) {
    #expect(HeaderRule(pattern: pattern).concerns(path) == isConcerned)
  }

  @Test(arguments: [
    ("gzip", [ContentCoding.gzip]), ("gzip, br", [.brotli, .gzip]), ("br;q=0, gzip", [.gzip]),
    ("*", [.brotli, .zstandard, .gzip]), ("*;q=0", []), ("gzip;q=0, *", [.brotli, .zstandard]),
    ("GZIP; Q=0.5", [.gzip]), ("x-gzip", [.gzip]), ("", []), ("identity", []),
    ("zstd", [.zstandard]),
  ])
  func codingsAreAcceptedAsTheFieldSays(field: String, accepted: [ContentCoding]) {
    #expect(ContentCoding.allCases.filter { $0.isAccepted(by: field) } == accepted)
  }
}
