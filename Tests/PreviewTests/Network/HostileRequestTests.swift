import Diagnostics
import Foundation
import Testing

@testable import Preview

/// Requests that nobody honest sends, over a real socket: what they reach for never comes back,
/// and the server goes on serving.
@Suite(.serialized)
struct HostileRequestTests {
  struct Hostile: CustomTestStringConvertible, Sendable {
    let text: String
    /// The only statuses it may get; 0 where the connection is closed without a word.
    let statuses: Set<Int>
    var testDescription: String { String(text.prefix(80)).debugDescription }
  }

  static let refused: Set = [400, 404]

  /// Targets of otherwise well-formed requests.
  static let targets: [String] = [
    // Climbing.
    "/../secret.txt", "/../../../../etc/passwd", "/a-propos/../../secret.txt", "/./../secret.txt",
    "/..", "/../", "/...//secret.txt", "/..;/secret.txt", "/a-propos/..;/secret.txt",
    "//../secret.txt", "/../site/Content/site.yaml", "/.",
    // Climbing, encoded once, twice, three times.
    "/%2e%2e/secret.txt", "/%2e%2e%2fsecret.txt", "/..%2fsecret.txt", "/%2e./secret.txt",
    "/.%2e/secret.txt", "/%2E%2E/%2E%2E/etc/passwd", "/%252e%252e/secret.txt",
    "/%252e%252e%252fsecret.txt", "/%25252e%25252e/secret.txt", "/%%32%65%%32%65/secret.txt",
    "/..%252fsecret.txt", "/%u002e%u002e/secret.txt",
    // Backslashes.
    "/..\\secret.txt", "/..%5csecret.txt", "/%2e%2e%5csecret.txt", "/..%255csecret.txt",
    "/\\..\\secret.txt", "/C:\\Windows\\win.ini", "/a-propos\\index.html",
    // Overlong and broken UTF-8.
    "/%c0%ae%c0%ae/secret.txt", "/%c0%ae%c0%ae%c0%afsecret.txt", "/%e0%80%ae%e0%80%ae/secret.txt",
    "/%f0%80%80%ae/secret.txt", "/%c0%2e%c0%2e/secret.txt", "/%c1%9csecret.txt", "/%ff%fe",
    "/%ed%a0%80", "/%80", "/\u{FF0E}\u{FF0E}/secret.txt", "/%ef%bc%8e%ef%bc%8e/secret.txt",
    // Zeros, ends of lines and other control characters.
    "/%00", "/a-propos/%00", "/index.html%00.png", "/../secret.txt%00.html",
    "/%0d%0aSet-Cookie:%20a=b", "/a-propos%0a", "/%08", "/%7f", "/a-propos%e2%80%ae",
    // Absolute paths and other forms of targets.
    "//etc/passwd", "///etc/passwd", "/%2fetc%2fpasswd", "/%2Fetc/passwd", "etc/passwd",
    "file:///etc/passwd", "http://evil.example/", "http://127.0.0.1:1/", "https://127.0.0.1/",
    "http://127.0.0.1@evil.example/", "*", "?", "#", "127.0.0.1:80",
    // Slashes and dots where a page has none.
    "/a-propos%2f", "/a-propos%2findex.html", "/a-propos//", "//a-propos/", "/a-propos/./",
    "/a-propos/index.html/", "/a-propos/index.html/..", "/index.html/",
    // Hidden files, links out of the site, sources.
    "/.env", "/.git/config", "/.htaccess", "/%2egit/config", "/assets/.hidden.css",
    "/assets/%2ehidden.css", "/.sitegen-manifest", "/.sitegen/../secret.txt", "/.sitegen/",
    "/.sitegen/other", "/assets/secret.pdf", "/assets/out/secret.txt", "/assets/backup.css~",
    "/Content/site.yaml", "/Templates/home.mustache", "/seeds/seeds.yaml", "/site.yaml",
    // Broken escapes, and far too much.
    "/%", "/%2", "/%zz", "/%-1", "/a%2", String(repeating: "/a", count: 6000),
    "/" + String(repeating: "%2e%2e%2f", count: 500) + "etc/passwd",
  ]

  /// Requests that are wrong in more than their target.
  static let shapes: [Hostile] = [
    Hostile(text: "GET /secret.txt\r\n\r\n", statuses: [400, 0]),
    Hostile(text: "GET / HTTP/1.1\r\n\r\n", statuses: [400]),
    Hostile(text: "GET / HTTP/1.1\r\nHost:\r\n\r\n", statuses: [421]),
    Hostile(text: "GET / HTTP/1.1\r\nHost: evil.example\r\n\r\n", statuses: [421]),
    Hostile(text: "GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n", statuses: [421]),
    Hostile(text: "GET / HTTP/1.1\r\nHost: H\r\nHost: evil.example\r\n\r\n", statuses: [400]),
    Hostile(text: "GET / HTTP/1.1\r\nHost: H, evil.example\r\n\r\n", statuses: [421]),
    Hostile(text: "GET / HTTP/1.1\r\nHost: user@H\r\n\r\n", statuses: [421]),
    Hostile(text: "GET http://evil.example/ HTTP/1.1\r\nHost: H\r\n\r\n", statuses: [421]),
    Hostile(text: "GET / HTTP/9.9\r\nHost: H\r\n\r\n", statuses: [400, 505, 0]),
    Hostile(text: "GET / HTTP/0.9\r\nHost: H\r\n\r\n", statuses: [400, 505, 0]),
    Hostile(text: "G@T / HTTP/1.1\r\nHost: H\r\n\r\n", statuses: [400, 0]),
    Hostile(text: "get / HTTP/1.1\r\nHost: H\r\n\r\n", statuses: [400, 405, 0]),
    Hostile(text: "POST / HTTP/1.1\r\nHost: H\r\nContent-Length: 0\r\n\r\n", statuses: [405]),
    Hostile(text: "PUT /a HTTP/1.1\r\nHost: H\r\nContent-Length: 1\r\n\r\nx", statuses: [405]),
    Hostile(text: "DELETE / HTTP/1.1\r\nHost: H\r\n\r\n", statuses: [405]),
    Hostile(text: "TRACE / HTTP/1.1\r\nHost: H\r\n\r\n", statuses: [405]),
    Hostile(text: "OPTIONS * HTTP/1.1\r\nHost: H\r\n\r\n", statuses: [405]),
    Hostile(text: "PROPFIND / HTTP/1.1\r\nHost: H\r\n\r\n", statuses: [405]),
    Hostile(text: "CONNECT evil.example:80 HTTP/1.1\r\nHost: H\r\n\r\n", statuses: [405, 400, 0]),
    Hostile(text: "GET / HTTP/1.1\r\nHost: H\r\nContent-Length: 5\r\n\r\nhello", statuses: [400]),
    Hostile(
      text: "GET / HTTP/1.1\r\nHost: H\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
      statuses: [400]
    ),
    Hostile(
      text: "POST / HTTP/1.1\r\nHost: H\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n"
        + "0\r\n\r\nGET /a-propos/ HTTP/1.1\r\nHost: H\r\n\r\n",
      statuses: [400, 405]
    ),
    Hostile(
      text: "GET / HTTP/1.1\r\nHost: H\r\nContent-Length: 0\r\nContent-Length: 30\r\n\r\n",
      statuses: [400, 0]
    ),
    Hostile(
      text: "GET / HTTP/1.1\r\nHost: H\r\nTransfer-Encoding : chunked\r\n\r\n0\r\n\r\n",
      statuses: [400, 0]
    ),
    Hostile(
      text: "GET / HTTP/1.1\r\nHost: H\r\nTransfer-Encoding: xchunked\r\n\r\n",
      statuses: [400, 0]
    ),
    Hostile(
      text: "GET / HTTP/1.1\r\nHost: H\r\nContent-Length: -1\r\n\r\n",
      statuses: [400, 0]
    ),
    Hostile(
      text: "GET / HTTP/1.1\r\nHost: H\r\nContent-Length: 99999999999999999999999\r\n\r\n",
      statuses: [400, 0]
    ),
    Hostile(text: "GET / HTTP/1.1\r\nHost: H\r\n folded: a\r\n\r\n", statuses: [400, 421, 0]),
    Hostile(text: "GET / HTTP/1.1\r\nHost: H\r\nA\u{0}B: c\r\n\r\n", statuses: [400, 0]),
    Hostile(text: "GET / HTTP/1.1\r\nHost: H\r\nnonsense\r\n\r\n", statuses: [400, 0]),
    Hostile(text: "\u{16}\u{3}\u{1}\u{2}\u{0}\u{1}\u{0}\u{1}\r\n\r\n", statuses: [400, 0]),
    Hostile(text: "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", statuses: [400, 405, 505, 0]),
    Hostile(
      text: "GET / HTTP/1.1\r\nHost: H\r\nX: " + String(repeating: "a", count: 200_000)
        + "\r\n\r\n",
      statuses: [400, 431, 0]
    ),
    Hostile(
      text: "GET / HTTP/1.1\r\nHost: H\r\n" + String(repeating: "X: y\r\n", count: 20_000)
        + "\r\n",
      statuses: [400, 431, 0]
    ),
  ]

  /// A site beside a secret, with links and hidden files that lead to it.
  private func withHostileSite(_ body: (PreviewFixture) async throws -> Void) async throws {
    let texts = [
      "Templates/assets/.hidden.css": "SECRET", "Templates/assets/backup.css~": "SECRET",
      "../secret.txt": "SECRET", ".env": "SECRET", ".git/config": "SECRET",
    ]
    try await PreviewFixture.run(texts) { fixture in
      _ = await fixture.nextEvent()
      try await body(fixture)
    }
  }

  @Test func noTargetReachesWhatIsNotServed() async throws {
    #expect(Self.targets.count >= 60)
    try await withHostileSite { fixture in
      for target in Self.targets {
        let connection = try RawConnection(port: fixture.port)
        connection.send(
          "GET \(target) HTTP/1.1\r\nHost: H\r\nConnection: close\r\n\r\n"
            .replacing("Host: H", with: "Host: 127.0.0.1:\(fixture.port)")
        )
        let text = await connection.read()
        let answer = RawAnswer(text)
        let allowed = Self.refused.union([421, 0, 414, 431])
        #expect(allowed.contains(answer.status), "\(target.prefix(60)) got \(answer.status)")
        #expect(!text.contains("SECRET") && !text.contains("root:"), "\(target.prefix(60))")
        #expect(answer["set-cookie"] == nil)
      }
      #expect(try await fixture.ask("/").status == 200)
    }
  }

  @Test func noShapeOfARequestIsServedOrStopsTheServer() async throws {
    try await withHostileSite { fixture in
      for shape in Self.shapes {
        let connection = try RawConnection(port: fixture.port)
        // Kept open, so that what is smuggled behind would be answered too.
        connection.send(shape.text.replacing("H\r\n", with: "127.0.0.1:\(fixture.port)\r\n"))
        connection.send("\r\n")
        connection.finishSending()
        let text = await connection.read()
        #expect(
          shape.statuses.contains(RawAnswer(text).status),
          "\(shape.testDescription) got \(text.prefix(40))"
        )
        #expect(!text.contains("HTTP/1.1 200"), "\(shape.testDescription)")
        #expect(try await fixture.ask("/").status == 200, "after \(shape.testDescription)")
      }
    }
  }

  /// A link that leads out of the site is an error of the build, so nothing is served at all.
  @Test func linksOutOfTheSiteAreNeverFollowed() async throws {
    try await PreviewFixture.run(["../secret.txt": "SECRET"]) { fixture in
      _ = await fixture.nextEvent()
      let assets = fixture.root.appending(path: "Templates/assets")
      for (name, target) in [("secret.pdf", "../../../secret.txt"), ("out", "../../..")] {
        try FileManager.default.createSymbolicLink(
          atPath: assets.appending(path: name).path(),
          withDestinationPath: target
        )
      }
      let problems = try #require(await fixture.nextProblems())
      #expect(problems.diagnostics.map(\.code.id).contains("SRC006"))
      for target in ["/assets/secret.pdf", "/assets/out/secret.txt"] {
        #expect(try await fixture.ask(target).status == 404)
      }
    }
  }

  /// An asset may become such a link between the build and the request.
  @Test func anAssetThatBecomesALinkOutIsNotServed() async throws {
    let texts = ["Templates/assets/a.pdf": "%PDF", "../secret.txt": "SECRET"]
    try await PreviewFixture.run(texts) { fixture in
      _ = await fixture.nextEvent()
      #expect(try await fixture.ask("/assets/a.pdf").body == "%PDF")
      try fixture.remove("Templates/assets/a.pdf")
      try FileManager.default.createSymbolicLink(
        atPath: fixture.root.appending(path: "Templates/assets/a.pdf").path(),
        withDestinationPath: "../../../secret.txt"
      )
      #expect(try await fixture.ask("/assets/a.pdf").status == 404)
    }
  }
}
