import Testing

@testable import Preview

/// Connections that take long do not keep others from being answered.
@Suite(.serialized)
struct ConnectionLimitTests {
  @Test func athousandSilentConnectionsDoNotStopTheServer() async throws {
    try await PreviewFixture.run { fixture in
      _ = await fixture.nextEvent()
      var open: [RawConnection] = []
      // A test process may hold some hundred files: silent ones are let go in turn.
      for number in 0..<1000 {
        let connection = try RawConnection(port: fixture.port)
        switch number % 4 {
        case 0: break
        case 1: connection.send("G")
        case 2: connection.send("GET / HTTP/1.1\r\nHost: 127.0.0.1:\(fixture.port)\r\nX: ")
        default: connection.send("GET / HTTP/1.1\r\n")
        }
        open.append(connection)
        if number % 100 == 99 { #expect(try await fixture.ask("/").status == 200, "\(number)") }
        if open.count > 700 { open.removeFirst(50) }
      }
      #expect(open.count >= 650)
      #expect(try await fixture.ask("/").status == 200)
      // The oldest had to make room.
      #expect(await open[0].isClosed())
    }
  }

  @Test func aRequestThatNeverEndsIsGivenUp() async throws {
    let limits = ConnectionLimits(secondsToRequest: 1)
    try await PreviewFixture.run(limits: limits) { fixture in
      _ = await fixture.nextEvent()
      let silent = try RawConnection(port: fixture.port)
      let slow = try RawConnection(port: fixture.port)
      slow.send("GET / HTTP/1.1\r\nX: ")
      #expect(await silent.isClosed())
      #expect(await slow.isClosed())
      #expect(try await fixture.ask("/").status == 200)
    }
  }

  @Test func anAnswerThatNobodyTakesIsGivenUp() async throws {
    let large = String(repeating: "0123456789abcdef", count: 2_000_000)
    let limits = ConnectionLimits(secondsToAnswer: 1)
    try await PreviewFixture.run(["Templates/assets/large.pdf": large], limits: limits) { fixture in
      _ = await fixture.nextEvent()
      let lazy = try RawConnection(port: fixture.port)
      lazy.send("GET /assets/large.pdf HTTP/1.1\r\nHost: 127.0.0.1:\(fixture.port)\r\n\r\n")
      #expect(try await fixture.ask("/").status == 200)
      // Its end is seen only by reading what is left; nothing of it must be whole.
      try await Task.sleep(for: .seconds(3))  // longer than the patience of the server
      #expect(await lazy.read().utf8.count < large.utf8.count)
    }
  }

  @Test func oneConnectionMayAskManyTimes() async throws {
    try await PreviewFixture.run { fixture in
      _ = await fixture.nextEvent()
      let connection = try RawConnection(port: fixture.port)
      let request = "HEAD / HTTP/1.1\r\nHost: 127.0.0.1:\(fixture.port)\r\n\r\n"
      connection.send(String(repeating: request, count: 20))
      let text = await connection.read(until: "HTTP/1.1 200", times: 20)
      #expect(text.matches(of: /HTTP\/1.1 200/).count == 20)
    }
  }
}
