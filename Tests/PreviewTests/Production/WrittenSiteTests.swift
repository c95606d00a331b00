import Diagnostics
import FileSystem
import Foundation
import SiteModel
import Testing

@testable import Preview

/// An output folder, served as a host would.
@Suite(.serialized)
struct WrittenSiteTests {
  private static let files = [
    "index.html": "<p>home</p></body>", "404.html": "<p>none</p>", "a/index.html": "<p>a</p>",
    "assets/site.css": "body {}", "assets/site.css.gz": "GZIP", "assets/site.css.br": "BROTLI",
    "_redirects": "/old/ /a/ 301\n/gone/ /404.html 410\n/a/ /never/ 302\n/alias /a/ 200\n",
    "_headers": "/assets/*\n  Cache-Control: public, max-age=31536000, immutable\n",
  ]

  /// Writes the files as a build does, serves them, and stops in the end.
  private func withOutput(
    _ files: [String: String] = Self.files,
    baseURL: String = "https://example.org",
    _ body: (Int, URL) async throws -> Void
  ) async throws {
    let root = FileManager.default.temporaryDirectory.appending(path: "out-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: root) }  // a leftover is harmless
    let content = root.appending(path: "Content")
    try FileManager.default.createDirectory(at: content, withIntermediateDirectories: true)
    try Data("base-url: \(baseURL)\n".utf8).write(to: content.appending(path: "site.yaml"))
    let output = root.appending(path: "output")
    try write(files, to: output)
    let server = try await PreviewServer.serve(
      OutputDirectory(path: output.path()),
      previewSettings(root, port: 0),
      report: { _ in }
    )
    let port = server.address.split(separator: ":").last.flatMap { Int($0.dropLast()) } ?? 0
    do {
      try await body(port, output)
    } catch {
      await server.stop()
      throw error
    }
    await server.stop()
  }

  private func write(_ files: [String: String], to output: URL) throws {
    let made = files.compactMap { path, text in
      OutputPath(path).map { OutputFile(path: $0, contents: .bytes(Array(text.utf8))) }
    }
    let site = SiteDirectory(path: output.deletingLastPathComponent().path())
    _ = try writeOutput(made, to: OutputDirectory(path: output.path()), copyingFrom: site)
  }

  @Test func pagesAreServedAsTheyStand() async throws {
    try await withOutput { port, _ in
      let home = try await RawConnection.ask(port, "/")
      #expect(home.status == 200)
      #expect(home.body == "<p>home</p></body>")
      #expect(home["cache-control"] == "public, max-age=0, must-revalidate")
      let tag = try #require(home["etag"])
      #expect(try await RawConnection.ask(port, "/", ["If-None-Match: \(tag)"]).status == 304)
      #expect(try await RawConnection.ask(port, "/a?b")["location"] == "/a/?b")
      #expect(try await RawConnection.ask(port, "/a").status == 301)
      let missing = try await RawConnection.ask(port, "/nulle-part")
      #expect(missing.status == 404)
      #expect(missing.body == "<p>none</p>")
    }
  }

  @Test func whatStandsReadyInASmallerFormIsPreferred() async throws {
    try await withOutput { port, _ in
      let field = "Accept-Encoding: gzip, br"
      let small = try await RawConnection.ask(port, "/assets/site.css", [field])
      #expect(small.body == "BROTLI")
      #expect(small["content-encoding"] == "br")
      #expect(small["content-type"] == "text/css; charset=utf-8")
      #expect(small["vary"] == "Accept-Encoding")
      let plain = try await RawConnection.ask(port, "/assets/site.css")
      #expect(plain.body == "body {}")
      #expect(plain["content-encoding"] == nil)
      #expect(plain["vary"] == "Accept-Encoding")
      #expect(plain["etag"] != small["etag"])
      #expect(plain["cache-control"] == "public, max-age=31536000, immutable")
    }
  }

  @Test func redirectsHoldWhereNoFileStands() async throws {
    try await withOutput { port, _ in
      let moved = try await RawConnection.ask(port, "/old/?x=1")
      #expect(moved.status == 301)
      #expect(moved["location"] == "/a/?x=1")
      #expect(try await RawConnection.ask(port, "/gone/").status == 410)
      #expect(try await RawConnection.ask(port, "/a/").body == "<p>a</p>")
      #expect(try await RawConnection.ask(port, "/alias").body == "<p>a</p>")
    }
  }

  @Test func onlyWhatABuildMadeIsServed() async throws {
    try await withOutput { port, output in
      let stranger = output.appending(path: "stranger.txt")
      try Data("SECRET".utf8).write(to: stranger)
      try Data("SECRET".utf8).write(to: output.appending(path: "../secret.txt"))
      try FileManager.default.removeItem(at: output.appending(path: "assets/site.css"))
      try FileManager.default.createSymbolicLink(
        atPath: output.appending(path: "assets/site.css").path(),
        withDestinationPath: "../../secret.txt"
      )
      for target in [
        "/stranger.txt", "/assets/site.css", "/.sitegen-manifest", "/_redirects", "/_headers",
        "/../secret.txt", "/.sitegen/live.js", "/.sitegen/events",
      ] {
        let answer = try await RawConnection.ask(port, target)
        #expect(answer.status == 404, "\(target)")
        #expect(!answer.body.contains("SECRET"), "\(target)")
      }
    }
  }

  @Test func aBuildBesideIsServedAtOnce() async throws {
    try await withOutput { port, output in
      var files = Self.files
      files["new/index.html"] = "<p>new</p>"
      try write(files, to: output)
      #expect(try await RawConnection.ask(port, "/new/").body == "<p>new</p>")
    }
  }

  @Test func aSiteBelowAPathStandsBelowIt() async throws {
    let files = Self.files.merging(["_redirects": "/revue/old/ /revue/a/ 301\n"]) { $1 }
    try await withOutput(files, baseURL: "https://example.org/revue") { port, _ in
      #expect(try await RawConnection.ask(port, "/revue/a/").body == "<p>a</p>")
      #expect(try await RawConnection.ask(port, "/")["location"] == "/revue/")
      #expect(try await RawConnection.ask(port, "/a/").status == 404)
      let moved = try await RawConnection.ask(port, "/revue/old/")
      #expect(moved["location"] == "/revue/a/")
    }
  }

  @Test func withoutABuildThereIsNothingToServe() async throws {
    for path in ["/nowhere/at/all", FileManager.default.temporaryDirectory.path()] {
      let error = await #expect(throws: PreviewError.self) {
        let settings = previewSettings(URL(filePath: path), port: 0)
        _ = try await PreviewServer.serve(OutputDirectory(path: path), settings) { _ in }
      }
      #expect(error?.diagnostic.code.id == "SRV002")
    }
  }
}
