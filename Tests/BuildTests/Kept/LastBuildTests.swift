import Diagnostics
import FileSystem
import Support
import Testing

@testable import Build

struct LastBuildTests {
  private static let stamp = OutputStamp(
    machineStart: "start\n",
    device: 65024,
    inode: .max,
    moment: DiskMoment(seconds: 1_800_000_000, nanoseconds: 999_999_999),
    folderChanged: DiskMoment(seconds: 1_800_000_001, nanoseconds: 7)
  )

  private func build(_ diagnostics: [Diagnostic]) -> LastBuild {
    LastBuild(inputs: [1, 2, 3], output: Self.stamp, files: 43, diagnostics: diagnostics)
  }

  /// Diagnostics of every shape, from a seed.
  private func someDiagnostics(_ count: Int, seed: UInt64) throws -> [Diagnostic] {
    var generator = SeededGenerator(seed: seed)
    return try (0..<count).map { _ in
      func span() -> SourceSpan? {
        let start = Int.random(in: 0..<1000, using: &generator)
        let end = start + Int.random(in: 0..<20, using: &generator)
        let path = ["Content/é.md", "seeds/a.txt"].randomElement(using: &generator) ?? ""
        return Bool.random(using: &generator) ? SourceSpan(path: path, range: start..<end) : nil
      }
      func text() -> String {
        ["", "mot", "deux\nlignes", "\u{301}", "🎓"].randomElement(using: &generator) ?? ""
      }
      let edits = (0..<Int.random(in: 0..<3, using: &generator)).map { _ in
        Fix.Edit(
          span() ?? SourceSpan(path: "a", range: 0..<0),
          old: Array(text().utf8),
          new: [0xFF]
        )
      }
      return Diagnostic(
        try #require(allCodes.randomElement(using: &generator)),
        try #require(Severity.allCases.randomElement(using: &generator)),
        at: span(),
        text(),
        help: text(),
        notes: (0..<Int.random(in: 0..<3, using: &generator)).map { _ in
          Diagnostic.Note(text(), at: span())
        },
        fix: Bool.random(using: &generator)
          ? Fix(text(), edits, isSafe: Bool.random(using: &generator)) : nil
      )
    }
  }

  @Test(arguments: 1...20 as ClosedRange<UInt64>)
  func whatIsKeptIsReadAgain(seed: UInt64) throws {
    let build = build(try someDiagnostics(Int(seed) * 5, seed: seed))
    #expect(LastBuild(bytes: build.bytes, codes: allCodes) == build, "seed \(seed)")
  }

  @Test func whatBreaksOffIsNotRead() throws {
    let bytes = build(try someDiagnostics(2, seed: 7)).bytes
    for end in bytes.indices {
      #expect(LastBuild(bytes: Array(bytes[..<end]), codes: allCodes) == nil, "\(end)")
    }
    #expect(LastBuild(bytes: bytes + [0], codes: allCodes) == nil)
  }

  @Test func noDamagedByteIsRead() throws {
    let bytes = build(try someDiagnostics(2, seed: 8)).bytes
    for place in bytes.indices {
      for damage in [0x01, 0x80] as [UInt8] {
        var damaged = bytes
        damaged[place] ^= damage
        #expect(LastBuild(bytes: damaged, codes: allCodes) == nil, "\(place)")
      }
    }
  }

  @Test func aCodeThatNobodyKnowsIsNotRead() throws {
    let code = try #require(allCodes.first)
    let bytes = build([Diagnostic(code, .warning, at: nil, "mot")]).bytes
    #expect(LastBuild(bytes: bytes, codes: allCodes) != nil)
    #expect(LastBuild(bytes: bytes, codes: Array(allCodes.dropFirst())) == nil)
  }
}
