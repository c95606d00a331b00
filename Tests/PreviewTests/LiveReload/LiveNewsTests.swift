import Foundation
import Testing

@testable import Preview

/// What pages that listen are told, over a real connection.
@Suite(.serialized)
struct LiveNewsTests {
  private static let page = "Content/pages/a-propos.md"

  /// Opens the news of a page as its script would, and waits for the greeting.
  private func listen(_ fixture: PreviewFixture, to page: String) async throws -> RawConnection {
    let html = try await fixture.ask(page).body
    let version = try #require(html.firstMatch(of: /data-version="([^"]+)"/)).1
    let connection = try RawConnection(port: fixture.port)
    let target = "/.sitegen/events?page=\(page)&version=\(version)"
    connection.send("GET \(target) HTTP/1.1\r\nHost: 127.0.0.1:\(fixture.port)\r\n\r\n")
    let greeting = await connection.read(until: "event: mended")
    #expect(greeting.contains("Content-Type: text/event-stream"))
    #expect(greeting.contains("event: server"))
    #expect(!greeting.contains("reload"))
    return connection
  }

  @Test func onlyPagesThatChangedReload() async throws {
    let other = "---\ntitle: Autre\n---\n\nAutre.\n"
    try await PreviewFixture.run(["Content/pages/autre.md": other]) { fixture in
      _ = await fixture.nextEvent()
      let changed = try await listen(fixture, to: "/a-propos/")
      let unchanged = try await listen(fixture, to: "/autre/")
      try fixture.save("---\ntitle: À propos\n---\n\nBonsoir.\n", at: Self.page)
      #expect(await changed.read(until: "event: reload").contains("event: reload"))
      let news = await unchanged.read(until: "event: mended")
      #expect(news.contains("event: mended") && !news.contains("event: reload"))
    }
  }

  @Test func aStylesheetIsExchangedWithoutReload() async throws {
    try await PreviewFixture.run { fixture in
      _ = await fixture.nextEvent()
      let page = try await listen(fixture, to: "/a-propos/")
      try fixture.save("body { color: red }", at: "Templates/assets/site.css")
      let news = await page.read(until: "event: assets")
      #expect(news.contains("data: [\"/assets/site.css\"]"))
      #expect(!news.contains("event: reload"))
    }
  }

  @Test func problemsComeAndGo() async throws {
    try await PreviewFixture.run { fixture in
      _ = await fixture.nextEvent()
      let page = try await listen(fixture, to: "/a-propos/")
      try fixture.save("---\ntitel: À propos\n---\n", at: Self.page)
      #expect(await page.read(until: "event: problems").contains("data: /.sitegen/problems?"))
      try fixture.save("---\ntitle: À propos\n---\n\nBonjour.\n", at: Self.page)
      #expect(await page.read(until: "event: mended").contains("event: mended"))
    }
  }

  @Test func aPageThatIsBehindIsToldAtOnce() async throws {
    try await PreviewFixture.run { fixture in
      _ = await fixture.nextEvent()
      let connection = try RawConnection(port: fixture.port)
      let target = "/.sitegen/events?page=%2Fa-propos%2F&version=old"
      connection.send("GET \(target) HTTP/1.1\r\nHost: 127.0.0.1:\(fixture.port)\r\n\r\n")
      #expect(await connection.read(until: "event: reload").contains("event: reload"))
    }
  }

  @Test func thePageOfErrorsReloadsWhenAPageIsThere() async throws {
    try await PreviewFixture.run { fixture in
      _ = await fixture.nextEvent()
      let page = try await listen(fixture, to: "/autre/")
      try fixture.save("---\ntitle: Autre\n---\n\nAutre.\n", at: "Content/pages/autre.md")
      #expect(await page.read(until: "event: reload").contains("event: reload"))
    }
  }

  @Test func whoListensGetsSignsOfLifeAndIsForgottenAtTheEnd() async throws {
    let limits = ConnectionLimits(secondsToRequest: 1, secondsBetweenBeats: 1)
    try await PreviewFixture.run(limits: limits) { fixture in
      _ = await fixture.nextEvent()
      let page = try await listen(fixture, to: "/")
      #expect(await page.read(until: ":\n\n").contains(":\n\n"))
    }
  }
}
