import Diagnostics
import Testing

@testable import FileSystem

struct ReadInputTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test(arguments: [0, 1, 65535, 65536, 65537, 300_000])
  func filesOfAnySizeAreReadWhole(size: Int) throws {
    let bytes = (0..<size).map { UInt8(truncatingIfNeeded: $0 &* 31 &+ $0 / 251) }
    try folder.put(bytes, at: "a")
    try folder.link("a", at: "b")
    #expect(try readStandaloneFile("\(folder.path.text)/b") == bytes)
    #expect(try OpenFile(reading: folder.path / "a").holds(bytes))
    #expect(try OpenFile(reading: folder.path / "a").holds(bytes + [0]) == false)
    if size > 0 {
      var other = bytes
      other[size - 1] ^= 1
      #expect(try OpenFile(reading: folder.path / "a").holds(other) == false)
      try folder.put(other, at: "c")
      let file = try OpenFile(reading: folder.path / "a")
      #expect(try OpenFile(reading: folder.path / "c").holdsSame(as: file) == false)
    }
  }

  @Test(arguments: [
    ("none", "cannot read \"ROOT/none\": No such file or directory"),
    ("site", "cannot read \"ROOT/site\": Is a directory"),
  ])
  func whatCannotBeReadIsNamedWithTheReason(name: String, summary: String) throws {
    let diagnostic = try thrownDiagnostic {
      _ = try readStandaloneFile("\(folder.path.text)/\(name)")
    }
    #expect(diagnostic.code == FileSystemDiagnostics.unreadableInput)
    #expect(diagnostic.summary == summary.replacing("ROOT", with: folder.path.text))
  }
}
