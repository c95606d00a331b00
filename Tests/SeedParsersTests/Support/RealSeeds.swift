import Diagnostics
import Foundation
import FrontMatter
import SiteModel

@testable import SeedParsers

/// The texts of `seeds/`, read once a test.
enum RealSeeds {
  static let names = [
    "000_0b0ce47747e48ef0", "001_617c9d2549af2800", "002_dbb3276bc21e2272",
    "003_d0c3a7c19028c0b7", "004_01517cb4f730b06c",
  ]

  private static var folder: URL {
    URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("seeds")
  }

  static func file(_ name: String) throws -> SourceFile {
    let data = try Data(contentsOf: folder.appendingPathComponent(name))
    return SourceFile(path: "seeds/\(name)", bytes: [UInt8](data))
  }

  /// Manifest and texts.
  static func tree() throws -> SourceTree {
    SourceTree(files: try (names.map { "\($0).txt" } + ["seeds.yaml"]).map(file))
  }

  /// The drafts of one text, with the parser that the manifest gives it.
  static func drafts(_ number: Int) throws -> DraftedSeed { try all.get()[number] }

  /// Drafted once for all tests.
  private static let all = Result {
    listSeeds(try tree()).value.map { seed in
      let drafted = draftSeed(seed)
      return DraftedSeed(
        file: seed.file,
        drafts: drafted.value,
        diagnostics: drafted.diagnostics
      )
    }
  }
}
