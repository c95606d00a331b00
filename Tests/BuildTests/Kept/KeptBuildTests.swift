import Build
import Diagnostics
import FileSystem
import Foundation
import Support
import Synchronization
import Testing

/// A build over an output that is up to date says what the last one said, and makes nothing.
struct KeptBuildTests {
  @Test func whenNothingChangedNothingIsMadeAgain() async throws {
    try await withKeptSite { site in
      let first = try await site.settle()
      let written = try #require(first.written)
      #expect(first.diagnostics.count >= 2, "a site without doubts shows little")
      let before = try site.files()
      let again = try await site.build()
      #expect(again.isReplay)
      #expect(
        again.written
          == WriteReport(
            written: 0,
            unchanged: written.written + written.unchanged,
            removed: 0,
            bytes: 0
          )
      )
      #expect(again.lastWords.hasSuffix("removed (nothing changed since the last build)"))
      let (anew, files) = try await site.buildAnew()
      #expect(again.diagnostics == first.diagnostics)
      #expect(again.diagnostics == anew.diagnostics)
      #expect(again.shown.map(\.path) == anew.shown.map(\.path))
      let showsTheSame = again.shown == anew.shown
      #expect(showsTheSame)
      #expect(try site.files() == before)
      #expect(before == files)
    }
  }

  @Test func theSiteOfThisProjectIsNotMadeTwice() async throws {
    try await withKeptSite { site in
      for folder in ["Content", "seeds"] {
        try site.remove(folder)
        try FileManager.default.copyItem(
          at: packageRoot.appending(path: folder),
          to: site.root.appending(path: folder)
        )
      }
      let first = try await site.settle()
      let again = try await site.build()
      #expect(again.isReplay)
      #expect(again.diagnostics == first.diagnostics)
      #expect(again.diagnostics.count > 20)
    }
  }

  private static let sources = [
    "Content/site.yaml", "Content/pages/doute.md", "Content/people/ada-martin.md",
    "seeds/seeds.yaml", "Templates/person.mustache", "Templates/assets/site.css",
    "Content/pages/logo.png",
  ]

  static let edits =
    sources.map { path in
      KeptChange("another byte in \(path)") { site in
        var data = try site.data(path)
        data[data.count - 2] ^= 1
        try site.put(data, at: path)
      }
    } + [
      KeptChange("a byte more") { site in
        try site.put(site.data("Content/pages/doute.md") + [0x0A], at: "Content/pages/doute.md")
      },
      KeptChange("no more page") { try $0.remove("Content/pages/doute.md") },
      KeptChange("no more asset") { try $0.remove("Content/pages/logo.png") },
      KeptChange("a page more") {
        try $0.put("---\ntitle: Suite\n---\n", at: "Content/pages/suite.md")
      },
      KeptChange("a page of another name") { site in
        try site.put(site.data("Content/pages/doute.md"), at: "Content/pages/autre.md")
        try site.remove("Content/pages/doute.md")
      },
      KeptChange("an asset more") { try $0.put("x", at: "Content/pages/x.pdf") },
    ]

  @Test(arguments: edits)
  func everyEditIsBuiltAsIfForTheFirstTime(edit: KeptChange) async throws {
    try await withKeptSite { site in
      try await site.settle()
      let before = try site.files()
      try edit.make(site)
      let run = try await site.build()
      let (anew, files) = try await site.buildAnew()
      #expect(!run.isReplay)
      #expect(run.diagnostics == anew.diagnostics)
      #expect((run.written == nil) == (anew.written == nil))
      #expect(try site.files() == (run.written == nil ? before : files))
    }
  }

  @Test func hiddenFilesAreNoSources() async throws {
    try await withKeptSite { site in
      try await site.settle()
      try site.put("x", at: "Content/pages/.doute.md.swp")
      let isReplay = try await site.build().isReplay
      #expect(isReplay)
    }
  }

  /// `DigestInputsTests` has all settings.
  @Test(
    arguments: OtherSettings.all.filter { ["linkStyle", "rules", "jobs"].contains($0.setting) }
  )
  func otherSettingsAreBuiltAsIfForTheFirstTime(other: OtherSettings) async throws {
    try await withKeptSite { site in
      try await site.settle()
      let before = try site.files()
      let run = try await site.build(other.settings)
      let (anew, files) = try await site.buildAnew(other.settings)
      #expect(run.isReplay == (other.setting == "jobs"))
      #expect(run.diagnostics == anew.diagnostics)
      #expect(try site.files() == (anew.written == nil ? before : files))
    }
  }

  @Test func anotherProgramMakesAllAnew() async throws {
    try await withKeptSite { site in
      try await site.settle()
      let isReplay = try await site.build(by: ProgramIdentity(text: "two")).isReplay
      #expect(!isReplay)
    }
  }

  @Test func aProgramThatIsNotKnownRemembersNothing() async throws {
    try await withKeptSite { site in
      _ = try await site.build(by: nil)
      #expect(throws: (any Error).self) { try site.data(".output.built") }
      let isReplay = try await site.build(by: nil).isReplay
      #expect(!isReplay)
    }
  }

  /// When pages are made, the files of exports were compared already.
  @Test(arguments: [false, true])
  func whatIsChangedDuringABuildIsSeenByTheNext(isEdited: Bool) async throws {
    try await withKeptSite { site in
      try await site.settle()
      try site.remove(".output.built")
      if isEdited { try site.put("---\ntitle: Autre\n---\n", at: "Content/pages/doute.md") }
      let isChanged = Mutex(false)
      _ = try await site.build { stage in
        guard stage == .render else { return }
        isChanged.withLock { $0 = (try? site.put("changed", at: "output/robots.txt")) != nil }
      }
      #expect(isChanged.withLock { $0 })
      _ = try await site.build()
      let (_, files) = try await site.buildAnew()
      #expect(try site.files() == files)
    }
  }

  /// What is remembered is of the build before, and so are the sources again, but not the output.
  @Test func aBuildThatEndedBeforeItCouldRememberIsNotPassedOver() async throws {
    try await withKeptSite { site in
      try await site.settle()
      let expected = try site.files()
      let page = "Content/pages/doute.md"
      let text = try site.data(page)
      try site.put("---\ntitle: Autre\n---\n", at: page)
      let isWritten = try await site.build(by: nil).written != nil
      #expect(isWritten)
      #expect(try site.files() != expected)
      try site.put(text, at: page)
      let isReplay = try await site.build().isReplay
      #expect(!isReplay)
      #expect(try site.files() == expected)
    }
  }

  /// An edit that is taken back finds the output as it was left.
  @Test func errorsLeaveWhatIsRemembered() async throws {
    try await withKeptSite { site in
      let first = try await site.settle()
      let page = "Content/pages/doute.md"
      let text = try site.data(page)
      try site.put("---\ntitel: x\n---\n", at: page)
      let isWritten = try await site.build().written != nil
      #expect(!isWritten)
      try site.put(text, at: page)
      let again = try await site.build()
      #expect(again.isReplay)
      #expect(again.diagnostics == first.diagnostics)
    }
  }
}
