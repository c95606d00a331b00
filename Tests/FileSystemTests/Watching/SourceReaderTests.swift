import Diagnostics
import Foundation
import Support
import Testing

@testable import FileSystem

struct SourceReaderTests {
  private static let folders = ["Content", "Content/people", "Content/people/far", "seeds"]

  /// After any edits, reading what changed gives what reading all gives.
  @Test(arguments: 1...12)
  func readingChangesIsReadingAll(seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(seed))
    try withTemporaryFolder { folder in
      for name in Self.folders + ["Templates"] {
        try FileManager.default.createDirectory(
          at: folder.appending(path: name),
          withIntermediateDirectories: true
        )
      }
      let site = SiteDirectory(path: folder.path())
      var reader = SourceReader(site)
      _ = try reader.read(.anything)
      for _ in 0..<30 {
        let changed = try (0..<Int.random(in: 1...4, using: &generator)).map { _ in
          try edit(folder, &generator)
        }
        let read = try reader.read(.paths(Set(changed)))
        let whole = try readSources(site)
        #expect(read.value == whole.value, "seed \(seed)")
        #expect(
          read.diagnostics.sortedForPrinting() == whole.diagnostics.sortedForPrinting(),
          "seed \(seed)"
        )
      }
    }
  }

  /// Writes, removes, or makes a folder of something; gives its path.
  private func edit(_ root: URL, _ generator: inout SeededGenerator) throws -> String {
    let folder = try #require(Self.folders.randomElement(using: &generator))
    let names = ["a.md", "b.txt", "c.png", "a", "a-b.md", ".hidden.md", "old~", "bad\\name.md"]
    let path = "\(folder)/\(try #require(names.randomElement(using: &generator)))"
    let file = root.appending(path: path)
    try? FileManager.default.removeItem(at: file)  // there may be none
    switch Int.random(in: 0..<5, using: &generator) {
    case 0: break
    case 1:
      try FileManager.default.createDirectory(at: file, withIntermediateDirectories: true)
      try Data("x".utf8).write(to: file.appending(path: "inner.md"))
    case 2: try Data().write(to: file)
    case 3: try Data([0x61, 0xFF]).write(to: file)
    default: try Data("\(generator.next())".utf8).write(to: file)
    }
    return path
  }

  @Test func anUnchangedTextKeepsItsStorage() throws {
    try withTemporaryFolder { folder in
      for name in ["Content", "seeds", "Templates"] {
        let path = folder.appending(path: name)
        try FileManager.default.createDirectory(at: path, withIntermediateDirectories: true)
      }
      let file = folder.appending(path: "Content/a.md")
      try Data("text".utf8).write(to: file)
      var reader = SourceReader(SiteDirectory(path: folder.path()))
      let before = try reader.read(.anything).value
      try Data("text".utf8).write(to: file)
      let after = try reader.read(.paths(["Content/a.md"])).value
      #expect(address(of: before.files[0].bytes) == address(of: after.files[0].bytes))
      #expect(
        address(of: before.files[0].bytes)
          == address(of: try reader.read(.anything).value.files[0].bytes)
      )
    }
  }

  private func address(of bytes: [UInt8]) -> Int {
    bytes.withUnsafeBytes { Int(bitPattern: $0.baseAddress) }
  }

  @Test func whatStandsBehindALinkIsReadAnew() throws {
    try withTemporaryFolder { folder in
      for name in ["Content/real", "seeds", "Templates"] {
        let path = folder.appending(path: name)
        try FileManager.default.createDirectory(at: path, withIntermediateDirectories: true)
      }
      try Data("one".utf8).write(to: folder.appending(path: "Content/real/a.md"))
      try FileManager.default.createSymbolicLink(
        atPath: folder.appending(path: "Content/other").path(),
        withDestinationPath: "real"
      )
      var reader = SourceReader(SiteDirectory(path: folder.path()))
      _ = try reader.read(.anything)
      try Data("two".utf8).write(to: folder.appending(path: "Content/real/a.md"))
      let read = try reader.read(.paths(["Content/real/a.md"])).value
      #expect(read.file(at: "Content/other/a.md")?.bytes == Array("two".utf8))
    }
  }

  @Test func aRootThatIsGoneIsSaid() throws {
    var reader = SourceReader(SiteDirectory(path: "/nowhere/at/all"))
    #expect(throws: FileSystemError.self) { try reader.read(.anything) }
  }
}
