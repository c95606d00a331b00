import Diagnostics
import Foundation
import Testing

@testable import FileSystem

/// A real folder, watched in both ways.
@Suite(.serialized)
struct SourceWatchTests {
  static let methods: [SourceWatch.Method] = [.best, .polling]

  /// Waits for the next report that is not `nothing`, a minute at most.
  private func next(_ watch: inout SourceWatch) -> SourceWatch.Outcome {
    for _ in 0..<600 {
      let outcome = watch.wait(milliseconds: 100)
      if outcome != .nothing { return outcome }
    }
    return .nothing
  }

  /// All paths that are reported until one of them is seen.
  private func changes(_ watch: inout SourceWatch, until path: String) -> Set<String> {
    var all: Set<String> = []
    while !all.contains(path) {
      guard case .changed(.paths(let paths)) = next(&watch) else { break }
      all.formUnion(paths)
    }
    return all
  }

  private func withSite(_ body: (URL, SiteDirectory) throws -> Void) throws {
    try withTemporaryFolder { folder in
      let root = folder.appending(path: "site")
      for name in ["Content/people", "seeds", "Templates"] {
        try FileManager.default.createDirectory(
          at: root.appending(path: name),
          withIntermediateDirectories: true
        )
      }
      try Data("one".utf8).write(to: root.appending(path: "Content/people/a.md"))
      try body(root, SiteDirectory(path: root.path()))
    }
  }

  @Test(arguments: methods)
  func aSavedFileIsReported(method: SourceWatch.Method) throws {
    try withSite { root, site in
      var watch = SourceWatch(site, method)
      try Data("two!".utf8).write(to: root.appending(path: "Content/people/a.md"))
      #expect(changes(&watch, until: "Content/people/a.md") == ["Content/people/a.md"])
    }
  }

  @Test(arguments: methods)
  func aFileRenamedIntoPlaceIsReportedAlone(method: SourceWatch.Method) throws {
    try withSite { root, site in
      var watch = SourceWatch(site, method)
      try Data("two!".utf8).write(to: root.appending(path: "Content/people/a.md"), options: .atomic)
      #expect(changes(&watch, until: "Content/people/a.md") == ["Content/people/a.md"])
    }
  }

  @Test(arguments: methods)
  func newFoldersAreWatched(method: SourceWatch.Method) throws {
    try withSite { root, site in
      var watch = SourceWatch(site, method)
      let folder = root.appending(path: "Content/new/deep")
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      #expect(changes(&watch, until: "Content/new").contains("Content/new"))
      while watch.wait(milliseconds: 100) != .nothing {}
      try Data("x".utf8).write(to: folder.appending(path: "b.md"))
      #expect(changes(&watch, until: "Content/new/deep/b.md") == ["Content/new/deep/b.md"])
    }
  }

  @Test(arguments: methods)
  func aRenamedFolderIsWatchedUnderItsNewName(method: SourceWatch.Method) throws {
    try withSite { root, site in
      var watch = SourceWatch(site, method)
      try FileManager.default.moveItem(
        at: root.appending(path: "Content/people"),
        to: root.appending(path: "Content/persons")
      )
      let seen = changes(&watch, until: "Content/persons")
      #expect(seen.isSuperset(of: ["Content/people", "Content/persons"]))
      while watch.wait(milliseconds: 100) != .nothing {}
      try Data("two!".utf8).write(to: root.appending(path: "Content/persons/a.md"))
      #expect(changes(&watch, until: "Content/persons/a.md") == ["Content/persons/a.md"])
    }
  }

  @Test(arguments: methods)
  func hiddenFilesAndBackupsAreNobodysConcern(method: SourceWatch.Method) throws {
    try withSite { root, site in
      var watch = SourceWatch(site, method)
      for name in [".a.md.swp", "a.md~"] {
        try Data("x".utf8).write(to: root.appending(path: "Content/people/\(name)"))
      }
      try Data("x".utf8).write(to: root.appending(path: "beside.md"))
      try Data("two!".utf8).write(to: root.appending(path: "Content/people/a.md"))
      #expect(changes(&watch, until: "Content/people/a.md") == ["Content/people/a.md"])
    }
  }

  @Test(arguments: methods)
  func aSourceFolderThatGoesAndComesBackIsWatchedAgain(method: SourceWatch.Method) throws {
    try withSite { root, site in
      var watch = SourceWatch(site, method)
      let (content, away) = (root.appending(path: "Content"), root.appending(path: "away"))
      try FileManager.default.moveItem(at: content, to: away)
      #expect(changes(&watch, until: "Content").contains("Content"))
      try FileManager.default.moveItem(at: away, to: content)
      #expect(changes(&watch, until: "Content").contains("Content"))
      while watch.wait(milliseconds: 100) != .nothing {}
      try Data("two!".utf8).write(to: content.appending(path: "people/a.md"))
      #expect(changes(&watch, until: "Content/people/a.md") == ["Content/people/a.md"])
    }
  }

  @Test(arguments: methods)
  func aSiteThatGoesAndComesBackIsWatchedAgain(method: SourceWatch.Method) throws {
    try withSite { root, site in
      var watch = SourceWatch(site, method)
      let away = root.deletingLastPathComponent().appending(path: "away")
      try FileManager.default.moveItem(at: root, to: away)
      guard case .lost(let error) = next(&watch) else { return #expect(Bool(false)) }
      #expect(error.diagnostic.code == FileSystemDiagnostics.missingSiteFolder)
      try FileManager.default.moveItem(at: away, to: root)
      #expect(next(&watch) == .changed(.anything))
      try Data("two!".utf8).write(to: root.appending(path: "Content/people/a.md"))
      #expect(changes(&watch, until: "Content/people/a.md") == ["Content/people/a.md"])
    }
  }

  @Test(arguments: methods)
  func aChangeBehindALinkMayBeAnything(method: SourceWatch.Method) throws {
    try withSite { root, site in
      try FileManager.default.createDirectory(
        at: root.appending(path: "shelf"),
        withIntermediateDirectories: true
      )
      try FileManager.default.createSymbolicLink(
        atPath: root.appending(path: "Content/linked").path(),
        withDestinationPath: "../shelf"
      )
      var watch = SourceWatch(site, method)
      try Data("x".utf8).write(to: root.appending(path: "shelf/b.md"))
      #expect(next(&watch) == .changed(.anything))
    }
  }

  /// `SRV001`: with no watches left, everything is looked at.
  @Test func aSystemThatCannotWatchIsDoneWithout() throws {
    let code = FileSystemDiagnostics.systemCannotWatch
    let failure = SystemFailure("watch", NativePath("Content"), number: 28)
    let error = FileSystemError(code, failure)
    #expect(error.diagnostic.summary.hasPrefix("cannot watch \"Content\""))
    #expect(error.diagnostic.code.id == "SRV001")
  }
}
