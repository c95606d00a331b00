import Diagnostics
import Foundation
import SiteModel

@testable import SeedParsers

/// The texts of `Invented/Texts/`, of the five kinds, written before any rule was tuned to them.
enum InventedSeeds {
  private static var folder: URL {
    URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("Invented/Texts")
  }

  /// The texts in the order of ``SeedParsers/all``.
  static func file(_ number: Int) throws -> SourceFile {
    let name = ["issue", "biography", "report", "event", "programme"][number] + ".txt"
    let data = try Data(contentsOf: folder.appendingPathComponent(name))
    return SourceFile(path: "seeds/\(name)", bytes: [UInt8](data))
  }

  /// The drafts of one text.
  static func drafts(_ name: String) throws -> DraftedSeed {
    let files = try [name, "seeds.yaml"].map { name in
      let data = try Data(contentsOf: folder.appendingPathComponent(name))
      return SourceFile(path: "seeds/\(name)", bytes: [UInt8](data))
    }
    let listed = listSeeds(SourceTree(files: files)).value.first
    guard let seed = listed else { throw CocoaError(.fileNoSuchFile) }
    let drafted = draftSeed(seed)
    return DraftedSeed(file: seed.file, drafts: drafted.value, diagnostics: drafted.diagnostics)
  }
}
