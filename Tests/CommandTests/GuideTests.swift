import Foundation
import Glibc
import Support
import Testing

/// A fenced block of a guide: what stands behind its fence, and its lines.
private struct GuideBlock {
  /// The words behind the fence: a language, then a file or what becomes of commands.
  let info: [String]
  let text: String

  static func read(_ path: String) throws -> [GuideBlock] {
    let text = try String(contentsOf: packageRoot.appending(path: path), encoding: .utf8)
    return text.matches(of: /(?m)^```([^\n`]+)\n((?:(?!```)[^\n]*\n)*)```$/).map {
      GuideBlock(info: $0.1.split(separator: " ").map(String.init), text: String($0.2))
    }
  }
}

/// Where a reader of the guide is.
private struct GuideReader {
  /// The day on which the guide is read: 2026-03-01.
  static let day = ["SOURCE_DATE_EPOCH": "1772323200"]

  var place: URL

  /// Does what a block asks: `sh` runs in this folder and succeeds, `sh erreur` ends with errors in
  /// the content; a block that names a file is written to it, or changes it (`diff`).
  mutating func follow(_ block: GuideBlock) throws {
    switch (block.info.first, block.info.dropFirst().first) {
    case ("sh", nil): try run(block.text, status: 0)
    case ("sh", "erreur"): try run(block.text, status: 1)
    case ("sh", "installation"): break  // the test of the installation reads it
    case ("sh", let other?): Issue.record("what becomes of commands under \(other)?")
    case ("diff", let path?): try change(place.appending(path: path), block.text)
    case (_, let path?): try write(block.text, to: place.appending(path: path))
    default: break
    }
  }

  private mutating func run(_ lines: String, status: Int32) throws {
    for line in lines.split(separator: "\n") {
      let words = shellWords(String(line))
      switch words.first {
      case "cd": place = place.appending(path: words[1])
      case "sitegen" where words.dropFirst().first == "serve": try preview(words)
      case "sitegen":
        let run = try runProgram(Array(words.dropFirst()), in: place, environment: Self.day)
        #expect(run.status == status, "\(line)\n\(run.output)\(run.errors)")
        // What ends with errors says what to do about the first.
        #expect(status == 0 || run.errors.contains("  help: "))
      default: Issue.record("the guide may only use sitegen and cd: \(line)")
      }
    }
  }

  /// Replaces the lines that go, with those around them, by the lines that come.
  private func change(_ file: URL, _ difference: String) throws {
    let lines = difference.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
    let old = lines.filter { !$0.hasPrefix("+") }.map { "\($0.dropFirst())\n" }.joined()
    let new = lines.filter { !$0.hasPrefix("-") }.map { "\($0.dropFirst())\n" }.joined()
    let text = try String(contentsOf: file, encoding: .utf8)
    #expect(text.ranges(of: old).count == 1, "\(old)\nstands not once in\n\(text)")
    try write(text.replacing(old, with: new), to: file)
  }

  /// Starts a preview at any port, reads a page of it, and ends it; ten minutes at most, for
  /// the machine may be busy.
  private func preview(_ words: [String]) throws {
    let opener = place.deletingLastPathComponent().appending(path: "bin/xdg-open")
    try write("#!/bin/sh\n", to: opener)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: opener.path())
    let (process, errors) = (Process(), Pipe())
    let known = ProcessInfo.processInfo.environment
    let path = "\(opener.deletingLastPathComponent().path()):\(known["PATH"] ?? "")"
    process.environment = known.merging(Self.day) { $1 }.merging(["PATH": path]) { $1 }
    process.executableURL = program
    process.arguments = words.dropFirst() + ["--port", "0"]
    process.currentDirectoryURL = place
    process.standardError = errors
    try process.run()
    // A preview that says nothing is killed, which ends every wait below.
    let identifier = process.processIdentifier
    let watch = DispatchWorkItem { kill(identifier, SIGKILL) }
    DispatchQueue.global().asyncAfter(deadline: .now() + .seconds(600), execute: watch)
    defer { watch.cancel() }
    var said = ""
    while !said.hasSuffix("\n"), let byte = try errors.fileHandleForReading.read(upToCount: 1),
      !byte.isEmpty
    { said += String(decoding: byte, as: UTF8.self) }
    let port = try #require(said.firstMatch(of: /http:\/\/127\.0\.0\.1:(\d+)\//)?.1, "\(said)")
    var page = ""
    // Until the first build is done, every address says so.
    while !page.hasPrefix("HTTP/1.1 200 "), process.isRunning {
      usleep(page.isEmpty ? 0 : 50_000)
      page = try fetch("/numeros/1/", port: UInt16(port) ?? 0)
    }
    #expect(page.hasPrefix("HTTP/1.1 200 OK\r\n") && page.contains("Brouillon"))
    process.terminate()
    _ = try errors.fileHandleForReading.readToEnd()
    process.waitUntilExit()
    #expect(process.terminationReason == .exit && process.terminationStatus == 0)
  }
}

/// The whole answer to a request on this machine; what came within twenty seconds.
private func fetch(_ target: String, port: UInt16) throws -> String {
  let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
  defer { _ = close(descriptor) }
  var limit = timeval(tv_sec: 20, tv_usec: 0)
  setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
  var address = sockaddr_in()
  address.sin_family = sa_family_t(AF_INET)
  address.sin_port = port.bigEndian
  address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
  let isConnected = withUnsafePointer(to: &address) { pointer in
    pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
      connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
    }
  }
  try #require(isConnected)
  let request = "GET \(target) HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\nConnection: close\r\n\r\n"
  _ = request.withCString { send(descriptor, $0, strlen($0), 0x4000) }
  var (answer, buffer) = ([UInt8](), [UInt8](repeating: 0, count: 65_536))
  while true {
    let count = read(descriptor, &buffer, buffer.count)
    guard count > 0 else { return String(decoding: answer, as: UTF8.self) }
    answer += buffer[..<count]
  }
}

/// Words between spaces, quoted ones without their marks.
private func shellWords(_ line: String) -> [String] {
  line.matches(of: /"([^"]*)"|(\S+)/).map { String($0.1 ?? $0.2 ?? "") }
}

private func page(_ path: String, in site: URL) throws -> String {
  try String(contentsOf: site.appending(path: "output/\(path)/index.html"), encoding: .utf8)
}

/// What the papers for editors say can be done, done.
struct GuideTests {
  @Test func everyCommandOfTheFrenchGuideWorksInItsOrder() throws {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "guide-\(UUID().uuidString)"
    )
    defer { try? FileManager.default.removeItem(at: folder) }  // a leftover is harmless
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let blocks = try GuideBlock.read("docs/guide-redaction.fr.md")
    let commands = blocks.filter { $0.info.first == "sh" }.map(\.text).joined()
    for command in ["new", "check", "serve", "publish", "build --strict"] {
      #expect(commands.contains("sitegen \(command)"))
    }
    var reader = GuideReader(place: folder)
    for block in blocks { try reader.follow(block) }
    let issue = try page("numeros/1", in: reader.place)
    #expect(issue.contains("Machines et nombres") && issue.contains("«\u{A0}métier\u{A0}»"))
    #expect(issue.contains("et la commente"))
    #expect(try page("numeros/1/v1", in: reader.place).contains("et l’annote"))
    let check = try runProgram(["check", "--format", "json"], in: reader.place)
    let codes = Set(check.output.matches(of: /"code":"([A-Z]{3}[0-9]{3})"/).map { String($0.1) })
    #expect(codes.isSubset(of: ["MET001", "MET004", "ORP002"]), "\(codes)")
  }

  @Test func theInstallationOfTheGuideNamesWhatMakeBuilds() throws {
    let blocks = try GuideBlock.read("docs/guide-redaction.fr.md")
    let block = try #require(blocks.first { $0.info == ["sh", "installation"] })
    #expect(
      block.text == "make build\nsudo install .build/release/sitegen /usr/local/bin/sitegen\n"
    )
    try expectTargetBuild()
  }

  @Test(arguments: ["github", "gitlab"])
  func theCommandsOfTheExamplesForCIExist(name: String) throws {
    let path = packageRoot.appending(path: "docs/ci/\(name).yml")
    let text = try String(contentsOf: path, encoding: .utf8)
    let lines = text.matches(of: /\.build\/release\/sitegen ([^\n>]*)/).map { String($0.1) }
    #expect(!lines.isEmpty)
    try withSite(smallestSite) { root in
      for line in lines {
        let words = shellWords(line.replacing("$CI_PAGES_URL", with: "https://example.org/revue"))
        let run = try runProgram(words, in: root)
        #expect(run.status == 0, "\(line): \(run.errors)")
      }
    }
    #expect(text.contains("make -C /opt/sitegen build"))
    try expectTargetBuild()
  }

  private func expectTargetBuild() throws {
    let makefile = try String(contentsOf: packageRoot.appending(path: "Makefile"), encoding: .utf8)
    #expect(makefile.contains("\nbuild: ") && makefile.contains("BINARY = .build/release/sitegen"))
  }
}
