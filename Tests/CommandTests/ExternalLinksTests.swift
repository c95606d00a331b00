import Foundation
import Glibc
import Support
import Synchronization
import Testing

/// A server on loopback that answers `/la` with 200, `/lent` never, and all else with 404.
private final class LoopbackServer: Sendable {
  let port: UInt16
  private let descriptor: Int32
  private let requests = Mutex<[String]>([])

  var asked: [String] { requests.withLock { $0 } }

  init() throws {
    descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let (file, size) = (descriptor, length)
    let isBound = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { Glibc.bind(file, $0, size) == 0 }
    }
    try #require(isBound && listen(descriptor, 16) == 0)
    _ = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { getsockname(file, $0, &length) }
    }
    port = UInt16(bigEndian: address.sin_port)
  }

  func start() {
    Thread.detachNewThread { [self] in
      while true {
        let connection = accept(descriptor, nil, nil)
        guard connection >= 0 else { return }
        answer(connection)
      }
    }
  }

  func stop() {
    _ = shutdown(descriptor, Int32(SHUT_RDWR))
    _ = close(descriptor)
  }

  private func answer(_ connection: Int32) {
    var buffer = [UInt8](repeating: 0, count: 4096)
    let count = read(connection, &buffer, buffer.count)
    let line = String(decoding: buffer.prefix(max(0, count)), as: UTF8.self).prefix { $0 != "\r\n" }
    requests.withLock { $0.append(String(line)) }
    // Whoever waits for this one waits until the limit; the connection stays open.
    if line.contains("/lent") { return }
    let status = line.contains(" /la ") ? "200 OK" : "404 Not Found"
    let text = "HTTP/1.1 \(status)\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
    // MSG_NOSIGNAL: who closes early must not end the tests.
    _ = text.withCString { send(connection, $0, strlen($0), 0x4000) }
    _ = close(connection)
  }
}

private let hasCurl = FileManager.default.isExecutableFile(atPath: "/usr/bin/curl")

@Suite(.serialized, .enabled(if: hasCurl, "curl is not installed")) struct ExternalLinksTests {
  private func withLinks(_ names: [String], _ body: (URL, LoopbackServer) throws -> Void) throws {
    let server = try LoopbackServer()
    server.start()
    defer { server.stop() }
    let links = names.map { "[la page \($0)](http://127.0.0.1:\(server.port)/\($0))" }
    let page = "---\ntitle: Texte\n---\n\n\(links.joined(separator: " "))\n"
    try withSite(smallestSite.merging(["Content/pages/texte.md": page]) { $1 }) {
      try body($0, server)
    }
  }

  @Test func deadAddressesAreWarningsAtTheirPlace() throws {
    try withLinks(["la", "rien", "rien#lieu"]) { root, server in
      let run = try runProgram(["check", "--external", "--strict", "--format", "json"], in: root)
      #expect(run.status == 0)
      #expect(run.output.matches(of: /"code":"LNK005"/).count == 1)
      #expect(run.output.contains("/rien is not there: it answers 404"))
      #expect(run.output.contains("\"file\":\"Content/pages/texte.md\""))
      #expect(server.asked.count { $0.contains("/la ") } == 1)
    }
  }

  @Test func whatAnsweredIsNotAskedAgainAndWhatDidNotIs() throws {
    try withLinks(["la", "rien"]) { root, server in
      _ = try runProgram(["check", "--external"], in: root)
      let before = server.asked
      _ = try runProgram(["check", "--external"], in: root)
      let again = server.asked.dropFirst(before.count)
      #expect(!again.isEmpty && again.allSatisfy { $0.contains("/rien") })
    }
  }

  @Test func theTimeLimitHolds() throws {
    try withLinks(["lent"]) { root, _ in
      let run = try runProgram(["check", "--external", "--time-limit", "1"], in: root)
      #expect(run.status == 0)
      #expect(run.errors.contains("LNK005"))
    }
  }

  @Test func whereThereIsNothingToAskNothingIsWritten() throws {
    try withSite(smallestSite) { root in
      let before = try contents(of: root)
      #expect(try runProgram(["check", "--external"], in: root).status == 0)
      #expect(try contents(of: root) == before)
    }
  }

  @Test func withoutTheFlagNobodyIsAsked() throws {
    try withLinks(["rien"]) { root, server in
      let run = try runProgram(["check"], in: root)
      #expect(run.errors == "nothing to say\n")
      #expect(server.asked == [])
    }
  }
}
