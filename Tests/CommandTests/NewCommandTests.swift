import Foundation
import Support
import Testing

/// A kind of record, how it is asked for, and the file it must get.
struct NewRecord: CustomTestStringConvertible, Sendable {
  let line: [String]
  let path: String

  var testDescription: String { line.joined(separator: " ") }
}

private let newRecords = [
  NewRecord(line: ["issue", "L'été : un titre"], path: "Content/issues/1.md"),
  NewRecord(line: ["person", "Émilie du Châtelet"], path: "Content/people/emilie-du-chatelet.md"),
  NewRecord(line: ["series", "Histoire"], path: "Content/series/histoire.md"),
  NewRecord(line: ["event", "# Colloque \"1\""], path: "Content/events/colloque-1.md"),
  NewRecord(line: ["page", "Oui"], path: "Content/pages/oui.md"),
  NewRecord(line: ["axis", "Valeur"], path: "Content/axes/valeur.md"),
  NewRecord(line: ["page", "日本", "--slug", "japon"], path: "Content/pages/japon.md"),
]

struct NewCommandTests {
  /// Makes a site by a copy of the program that stands where no repository is.
  private func withNewSite(_ body: (URL) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "new-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }  // a leftover is harmless
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let made = try runProgram(["new", "site", "revue"], in: folder)
    #expect(made.status == 0, "\(made.errors)")
    #expect(made.output == "revue\n")
    try body(folder.appending(path: "revue"))
  }

  /// The codes that a build of a folder reports, each once.
  private func codes(of root: URL) throws -> Set<String> {
    let run = try runProgram(["build", "--format", "json"], in: root)
    #expect(run.status == 0, "\(run.output)")
    return Set(run.output.matches(of: /"code":"([A-Z]{3}[0-9]{3})"/).map { String($0.1) })
  }

  @Test func aMovedProgramMakesASiteThatBuildsAtOnce() throws {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "moved-\(UUID().uuidString)"
    )
    defer { try? FileManager.default.removeItem(at: folder) }  // a leftover is harmless
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let moved = folder.appending(path: "outil")
    try FileManager.default.copyItem(at: program, to: moved)
    for arguments in [["new", "site", "revue"], ["build", "--site", "revue"]] {
      let run = try runProgram(arguments, in: folder, program: moved)
      #expect(run.status == 0, "\(run.errors)")
    }
    let page = folder.appending(path: "revue/output/a-propos/index.html")
    #expect(FileManager.default.fileExists(atPath: page.path()))
  }

  @Test(arguments: newRecords)
  func whatIsMadeBuildsAndSaysWhatToFillIn(record: NewRecord) throws {
    try withNewSite { root in
      let run = try runProgram(["new"] + record.line, in: root)
      #expect(run.status == 0, "\(run.errors)")
      #expect(run.output == "\(record.path)\n")
      #expect(run.errors.hasPrefix("next: "))
      #expect(try codes(of: root) == ["MET001"])
    }
  }

  @Test func numbersFollowOneAnother() throws {
    try withNewSite { root in
      _ = try runProgram(["new", "series", "Histoire"], in: root)
      let lines = [
        ["issue", "Un"], ["issue", "Deux"], ["session", "Un"],
        ["session", "Deux", "--series", "histoire"],
      ]
      let made = try lines.map { try runProgram(["new"] + $0, in: root).output }
      #expect(
        made == [
          "Content/issues/1.md\n", "Content/issues/2.md\n", "Content/sessions/histoire/1.md\n",
          "Content/sessions/histoire/2.md\n",
        ]
      )
      #expect(try codes(of: root) == ["MET001"])
    }
  }

  @Test(arguments: [
    (["person", "Ada Lovelace"], "person:ada-lovelace is there already"),
    (["page", "Axes"], "REL004"), (["page", "日本"], "add --slug"), (["page", " "], "empty"),
    (["session", "Un"], "`sitegen new series TITLE`"), (["page", "a", "--slug", "A b"], "\"a-b\""),
    (["pag", "a"], "pag"), (["page", "a", "--series", "b"], "--series is for sessions"),
  ])
  func whatCannotBeMadeIsSaidAndNothingChanges(line: [String], reason: String) throws {
    try withNewSite { root in
      let before = try contents(of: root)
      let run = try runProgram(["new"] + line, in: root)
      #expect([1, 64].contains(run.status))
      #expect(run.errors.contains(reason), "\(run.errors)")
      #expect(run.output == "")
      #expect(try contents(of: root) == before)
    }
  }

  /// `SRC014`.
  @Test func aSiteIsNeverMadeOverAnotherNorOverAnythingElse() throws {
    try withNewSite { root in
      try write("à moi", to: root.appending(path: "Content/site.yaml"))
      let before = try contents(of: root)
      let run = try runProgram(["new", "site", root.path()])
      #expect(run.status == 64)
      #expect(run.errors.contains("SRC014"))
      #expect(try contents(of: root) == before)
    }
  }

  @Test func aFolderThatOnlyGitKnowsIsEmpty() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "git-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }  // a leftover is harmless
    try write("", to: folder.appending(path: ".git/HEAD"))
    try write("mine\n", to: folder.appending(path: ".gitignore"))
    #expect(try runProgram(["new", "site", "."], in: folder).status == 0)
    #expect(try runProgram(["build"], in: folder).status == 0)
    let kept = try String(contentsOf: folder.appending(path: ".gitignore"), encoding: .utf8)
    #expect(kept == "mine\n")
  }

  /// Whatever a build leaves in a new site, its `.gitignore` names.
  @Test func gitPassesOverWhatBuildsLeave() throws {
    try withNewSite { root in
      let before = try FileManager.default.contentsOfDirectory(atPath: root.path())
      // Where times of files are coarse, the first build may remember nothing.
      for _ in 0..<2 { _ = try runProgram(["build"], in: root) }
      let made = try FileManager.default.contentsOfDirectory(atPath: root.path())
      #expect(Set(made).subtracting(before) == ["output", ".output.built"])
      let ignored = try String(contentsOf: root.appending(path: ".gitignore"), encoding: .utf8)
      let lines = ignored.split(separator: "\n")
      #expect(lines.contains("/output/") && lines.contains("/.output.*"))
    }
  }

  @Test func outsideASiteNothingIsMade() throws {
    try withSite([:]) { root in
      let run = try runProgram(["new", "issue", "Un"], in: root)
      #expect(run.status == 64)
      #expect(run.errors.contains("`sitegen new site DIR`"))
    }
  }
}
