import Build
import Diagnostics
import Foundation
import Testing

/// A build lets go of the texts it has read, and reads those again that diagnostics show.
struct LetGoSourcesTests {
  private static let doubtful = "Content/pages/doute.md"

  @Test func whatDiagnosticsPointIntoIsShown() async throws {
    try await withKeptSite { site in
      let built = try await site.build()
      let paths = Set(built.diagnostics.flatMap(\.paths))
      #expect(paths.contains(Self.doubtful))
      #expect(paths.isSuperset(of: built.shown.map(\.path)))
      for file in built.shown {
        let data = try site.data(file.path)
        #expect(data == Data(file.bytes))
      }
      #expect(built.shown.contains { $0.path == Self.doubtful })
    }
  }

  /// Its lines would be those of another text.
  @Test func aFileThatChangedMeanwhileIsNotShown() async throws {
    try await withKeptSite { site in
      let before = try await site.build(by: nil).diagnostics
      let built = try await site.build(by: nil) { stage in
        guard stage == .link else { return }
        // A failure shows below: the file is then shown.
        try? site.put("---\ntitle: Autre\n---\n", at: Self.doubtful)
      }
      #expect(built.diagnostics == before)
      #expect(!built.shown.contains { $0.path == Self.doubtful })
    }
  }
}
