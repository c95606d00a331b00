import Foundation
import Support
import Testing

@Suite(.serialized)
struct ServeCommandTests {
  /// Starts `serve` and gives its first line, which holds the address.
  private func start(
    _ arguments: [String],
    path: String? = nil
  ) throws -> (Process, Pipe, String) {
    let process = Process()
    if let path {
      let known = ProcessInfo.processInfo.environment
      process.environment = known.merging(["PATH": "\(path):\(known["PATH"] ?? "")"]) { $1 }
    }
    let errors = Pipe()
    process.executableURL = program
    process.arguments = ["serve"] + arguments
    process.currentDirectoryURL = packageRoot
    process.standardOutput = FileHandle.nullDevice
    process.standardError = errors
    try process.run()
    var first: [UInt8] = []
    while first.last != UInt8(ascii: "\n") {
      let next = try errors.fileHandleForReading.read(upToCount: 1) ?? Data()
      if next.isEmpty { break }
      first += next
    }
    return (process, errors, String(decoding: first, as: UTF8.self))
  }

  @Test(arguments: [SIGINT, SIGTERM])
  func aSignalEndsItCleanly(signal: Int32) throws {
    try withSite(smallestSite) { root in
      let (process, errors, line) = try start(["--site", root.path(), "--port", "0"])
      #expect(line.hasPrefix("serving a preview at http://127.0.0.1:"))
      kill(process.processIdentifier, signal)
      let rest = try errors.fileHandleForReading.readToEnd() ?? Data()
      process.waitUntilExit()
      #expect(process.terminationReason == .exit)
      #expect(process.terminationStatus == 0)
      #expect(String(decoding: rest, as: UTF8.self).contains("stopping…"))
      #expect(!FileManager.default.fileExists(atPath: root.appending(path: "output").path()))
    }
  }

  @Test func aTakenPortEndsItWithTheNextThatIsFree() throws {
    try withSite(smallestSite) { root in
      let (process, _, line) = try start(["--site", root.path(), "--port", "0"])
      let port = try #require(line.firstMatch(of: /127\.0\.0\.1:(\d+)/)).1
      let second = try runProgram(["serve", "--site", root.path(), "--port", String(port)])
      #expect(second.status == 70)
      #expect(second.errors.contains("error: port \(port) of 127.0.0.1 is in use"))
      #expect(second.errors.contains("SRV003"))
      process.terminate()
      process.waitUntilExit()
    }
  }

  @Test func otherMachinesAreSpokenOfWhenTheyCanRead() throws {
    try withSite(smallestSite) { root in
      let (process, errors, _) = try start([
        "--site", root.path(), "--port", "0", "--host", "0.0.0.0",
      ])
      process.terminate()
      let rest = try errors.fileHandleForReading.readToEnd() ?? Data()
      process.waitUntilExit()
      #expect(String(decoding: rest, as: UTF8.self).contains("other machines that reach 0.0.0.0"))
    }
  }

  @Test func nothingBuiltMeansNothingToServe() throws {
    try withSite(smallestSite) { root in
      let run = try runProgram(["serve", "--site", root.path(), "--port", "0", "--production"])
      #expect(run.status == 70)
      #expect(run.errors.contains("SRV002"))
    }
  }

  @Test func whereThereIsNoSiteNothingIsServed() throws {
    let run = try runProgram(["serve", "--site", "/nowhere/at/all", "--port", "0"])
    #expect(run.status == 64)
    #expect(run.errors.contains("SRC012"))
  }

  @Test func theBrowserOfTheDesktopIsOpened() throws {
    try withSite(smallestSite) { root in
      let opener = root.appending(path: "bin/xdg-open")
      let opened = root.appending(path: "opened")
      try write("#!/bin/sh\necho \"$1\" > '\(opened.path())'\n", to: opener)
      try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: opener.path())
      let (process, errors, line) = try start(
        ["--site", root.path(), "--port", "0", "--open"],
        path: opener.deletingLastPathComponent().path()
      )
      var address = ""
      for _ in 0..<1000 where address.isEmpty {
        usleep(10_000)  // another process writes it
        address = (try? String(contentsOf: opened, encoding: .utf8)) ?? ""
      }
      process.terminate()
      _ = try errors.fileHandleForReading.readToEnd()
      process.waitUntilExit()
      #expect(address.hasPrefix("http://127.0.0.1:") && line.contains(address.dropLast()))
    }
  }

  @Test(arguments: ["-1", "65536", "http"])
  func aPortIsANumberThatPortsHave(port: String) throws {
    #expect(try runProgram(["serve", "--port=\(port)"]).status == 64)
  }
}
