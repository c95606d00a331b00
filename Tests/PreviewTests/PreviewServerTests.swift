import Diagnostics
import FileSystem
import Foundation
import Support
import Testing

@testable import Preview

/// A running preview, from saves to what browsers get.
@Suite(.serialized)
struct PreviewServerTests {
  private static let page = "Content/pages/a-propos.md"

  private func text(_ body: String) -> String { "---\ntitle: À propos\n---\n\n\(body)\n" }

  @Test func aPageIsServedWithTheScriptAndNeverStored() async throws {
    try await PreviewFixture.run { fixture in
      #expect(await fixture.nextBuild()?.saved == [])
      let answer = try await fixture.ask("/a-propos/")
      #expect(answer.status == 200)
      #expect(answer["content-type"] == "text/html; charset=utf-8")
      #expect(answer["cache-control"] == "no-store")
      #expect(answer["date"] == "Sun, 06 Nov 1994 08:49:37 GMT")
      #expect(answer.body.contains("Bonjour."))
      #expect(answer.body.contains("<script src=\"/.sitegen/live.js\" data-page=\"/a-propos/\""))
      #expect(try await fixture.ask("/.sitegen/live.js").body == liveScript)
      let tag = try #require(answer["etag"])
      #expect(try await fixture.ask("/a-propos/", ["If-None-Match: \(tag)"]).status == 304)
      #expect(try await fixture.ask("/a-propos/", method: "HEAD").body == "")
    }
  }

  @Test func addressesLeadToFoldersFilesAndThePageOfErrors() async throws {
    try await PreviewFixture.run { fixture in
      _ = await fixture.nextEvent()
      let folder = try await fixture.ask("/a-propos?x=1")
      #expect(folder.status == 302)
      #expect(folder["location"] == "/a-propos/?x=1")
      #expect(try await fixture.ask("/a%2Dpropos/index.html").status == 200)
      #expect(try await fixture.ask("http://127.0.0.1:\(fixture.port)/a-propos/").status == 200)
      let missing = try await fixture.ask("/nulle-part/")
      #expect(missing.status == 404)
      #expect(missing.body.contains("live.js"))
      #expect(try await fixture.ask("/", method: "POST")["allow"] == "GET, HEAD")
      #expect(
        try await fixture.ask("/assets/site.css")["content-type"] == "text/css; charset=utf-8"
      )
      #expect(try await fixture.ask("/assets/site.css", ["Range: bytes=0-3"]).status == 206)
    }
  }

  @Test func aSiteBelowAPathIsServedBelowIt() async throws {
    let configuration = try #require(smallestSite["Content/site.yaml"])
      .replacing("cahiers.example.org", with: "example.org/revue")
    try await PreviewFixture.run(["Content/site.yaml": configuration]) { fixture in
      _ = await fixture.nextEvent()
      let root = try await fixture.ask("/")
      #expect(root["location"] == "/revue/")
      #expect(try await fixture.ask("/revue/").status == 200)
      #expect(try await fixture.ask("/revue/a-propos")["location"] == "/revue/a-propos/")
      #expect(try await fixture.ask("/a-propos/").status == 404)
    }
  }

  @Test func aSavedTextIsServedAndOnlyItsPagesAreNew() async throws {
    try await PreviewFixture.run { fixture in
      _ = await fixture.nextEvent()
      try fixture.save(text("Bonsoir."), at: Self.page)
      let build = try #require(await fixture.nextBuild())
      #expect(build.saved == [Self.page])
      #expect(build.changedPages == 1)
      #expect(build.changedFiles == 0)
      #expect(try await fixture.ask("/a-propos/").body.contains("Bonsoir."))
    }
  }

  @Test func savingTheSameTextBuildsNothing() async throws {
    try await PreviewFixture.run { fixture in
      _ = await fixture.nextEvent()
      try fixture.save(smallestSite[Self.page] ?? "", at: Self.page)
      try fixture.save(text("Bonsoir."), at: "Content/pages/autre.md")
      #expect(await fixture.nextBuild()?.saved.contains("Content/pages/autre.md") == true)
    }
  }

  @Test func anErrorKeepsTheLastGoodSiteAndIsShownUntilItIsMended() async throws {
    try await PreviewFixture.run { fixture in
      _ = await fixture.nextEvent()
      try fixture.save("---\ntitel: À propos\n---\n\n<script>Bonsoir</script>\n", at: Self.page)
      let problems = try #require(await fixture.nextProblems())
      #expect(problems.diagnostics.containsError)
      #expect(try await fixture.ask("/a-propos/").body.contains("Bonjour."))
      let shown = try await fixture.ask("/.sitegen/problems?x")
      #expect(shown.status == 200)
      #expect(shown.body.contains("Content/pages/a-propos.md:2:1"))
      #expect(shown["content-security-policy"]?.contains("default-src 'none'") == true)
      try fixture.save(text("Bonsoir."), at: Self.page)
      #expect(await fixture.nextBuild() != nil)
      #expect(try await fixture.ask("/a-propos/").body.contains("Bonsoir."))
      #expect(try await fixture.ask("/.sitegen/problems").status == 404)
    }
  }

  @Test func aBrokenTemplateIsShownAndMended() async throws {
    try await PreviewFixture.run { fixture in
      _ = await fixture.nextEvent()
      let template = fixture.root.appending(path: "Templates/page.mustache")
      let good = try String(contentsOf: template, encoding: .utf8)
      try fixture.save(good + "{{#open}}", at: "Templates/page.mustache")
      #expect(await fixture.nextProblems() != nil)
      #expect(try await fixture.ask("/a-propos/").status == 200)
      try fixture.save(good, at: "Templates/page.mustache")
      #expect(await fixture.nextBuild() != nil)
    }
  }

  @Test func withoutAnyGoodBuildEveryAddressShowsTheProblems() async throws {
    try await PreviewFixture.run([Self.page: "---\ntitel: À propos\n---\n"]) { fixture in
      #expect(await fixture.nextProblems() != nil)
      for target in ["/", "/a-propos/", "/nulle-part", "/../x"] {
        let answer = try await fixture.ask(target)
        #expect(answer.status == 500)
        #expect(answer.body.contains("Content/pages/a-propos.md:2:1"))
        #expect(answer.body.contains("live.js"))
      }
      try fixture.save(text("Bonsoir."), at: Self.page)
      #expect(await fixture.nextBuild() != nil)
      #expect(try await fixture.ask("/a-propos/").body.contains("Bonsoir."))
    }
  }

  @Test func aRemovedTextTakesItsPageAlong() async throws {
    try await PreviewFixture.run(["Content/pages/autre.md": text("Autre.")]) { fixture in
      _ = await fixture.nextEvent()
      #expect(try await fixture.ask("/autre/").status == 200)
      try fixture.remove("Content/pages/autre.md")
      #expect(await fixture.nextBuild()?.removed == 1)
      #expect(try await fixture.ask("/autre/").status == 404)
    }
  }

  @Test func anAssetIsServedAsItStandsAndGoesWithItsFile() async throws {
    try await PreviewFixture.run(["Templates/assets/a.pdf": "one"]) { fixture in
      _ = await fixture.nextEvent()
      #expect(try await fixture.ask("/assets/a.pdf").body == "one")
      try fixture.save("two", at: "Templates/assets/a.pdf")
      #expect(await fixture.nextBuild()?.changedFiles == 1)
      #expect(try await fixture.ask("/assets/a.pdf").body == "two")
      try fixture.remove("Templates/assets/a.pdf")
      #expect(try await fixture.ask("/assets/a.pdf").status == 404)
      #expect(await fixture.nextBuild()?.removed == 1)
    }
  }

  @Test func aSourceFolderThatGoesAndComesBackIsSaidAndMended() async throws {
    try await PreviewFixture.run { fixture in
      _ = await fixture.nextEvent()
      let (content, away) = (
        fixture.root.appending(path: "Content"), fixture.root.appending(path: "away")
      )
      try FileManager.default.moveItem(at: content, to: away)
      let problems = try #require(await fixture.nextProblems())
      #expect(problems.diagnostics.map(\.code) == [FileSystemDiagnostics.missingContentFolder])
      #expect(try await fixture.ask("/a-propos/").body.contains("Bonjour."))
      try FileManager.default.moveItem(at: away, to: content)
      #expect(await fixture.nextBuild() != nil)
    }
  }

  @Test func aSiteThatGoesAndComesBackIsSaidAndMended() async throws {
    try await PreviewFixture.run { fixture in
      _ = await fixture.nextEvent()
      let away = fixture.root.deletingLastPathComponent().appending(path: "away")
      try FileManager.default.moveItem(at: fixture.root, to: away)
      guard case .lost = await fixture.nextEvent() else { return #expect(Bool(false)) }
      let problems = try #require(await fixture.nextProblems())
      #expect(problems.diagnostics.map(\.code) == [FileSystemDiagnostics.missingSiteFolder])
      #expect(try await fixture.ask("/a-propos/").body.contains("Bonjour."))
      try FileManager.default.moveItem(at: away, to: fixture.root)
      #expect(await fixture.nextBuild() != nil)
    }
  }

  @Test func aTakenPortIsSaidWithTheNextThatIsFree() async throws {
    try await PreviewFixture.run { fixture in
      let error = await #expect(throws: PreviewError.self) {
        let settings = previewSettings(fixture.root, port: fixture.port)
        _ = try await PreviewServer.start(settings) { _ in }
      }
      let diagnostic = try #require(error?.diagnostic)
      #expect(diagnostic.code.id == "SRV003")
      #expect(diagnostic.summary.contains("port \(fixture.port) of 127.0.0.1 is in use"))
      #expect(diagnostic.help.contains("sitegen serve --port "))
    }
  }

  @Test func anAddressOfAnotherMachineCannotBeHad() async throws {
    let root = FileManager.default.temporaryDirectory
    let error = await #expect(throws: PreviewError.self) {
      _ = try await PreviewServer.start(previewSettings(root, host: "192.0.2.1", port: 0)) { _ in }
    }
    #expect(error?.diagnostic.code.id == "SRV004")
  }
}
