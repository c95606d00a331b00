import Foundation
import Support
import Testing

/// What changed since a revision.
struct DiffCommandTests {
  private func git(_ arguments: [String], in folder: URL) throws {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    let identity = ["-c", "user.name=a", "-c", "user.email=a@example.org", "-c", "gc.auto=0"]
    process.arguments = ["git"] + identity + arguments
    process.currentDirectoryURL = folder
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
  }

  private func withRepository(_ body: (URL) throws -> Void) throws {
    try withSite(smallestSite) { root in
      try git(["init", "--quiet"], in: root)
      try git(["add", "--all"], in: root)
      try git(["commit", "--quiet", "--message", "un"], in: root)
      try body(root)
    }
  }

  @Test func aChangedPageIsShownInWords() throws {
    try withRepository { root in
      let clean = try runProgram(["diff"], in: root)
      #expect(clean.status == 0, "\(clean.errors)")
      #expect(clean.output == "since HEAD: nothing changed\n")
      try write(
        "---\ntitle: À propos\n---\n\nBonsoir.\n",
        to: root.appending(path: "Content/pages/a-propos.md")
      )
      try write("---\ntitle: Une page\n---\n", to: root.appending(path: "Content/pages/b.md"))
      let run = try runProgram(["diff", "HEAD"], in: root)
      #expect(run.output.hasPrefix("+ /b/\n"))
      #expect(run.output.contains("    words - Bonjour.\n    words + Bonsoir.\n"))
      let json = try runProgram(["diff", "--json"], in: root)
      #expect(json.output.hasPrefix("{\"added\":[\"/b/\"],"))
      #expect(!FileManager.default.fileExists(atPath: root.appending(path: "output").path()))
    }
  }

  @Test func aRevisionThatIsNoneIsWrongUsage() throws {
    try withRepository { root in
      for name in ["nowhere", "--all"] {
        let run = try runProgram(["diff", "--", name], in: root)
        #expect(run.status == 64)
        #expect(run.errors == "error: no revision is called \"\(name)\"\n")
      }
    }
  }

  @Test func withoutARepositoryItSaysSo() throws {
    try withSite(smallestSite) { root in
      let run = try runProgram(
        ["diff"],
        in: root,
        environment: ["GIT_CEILING_DIRECTORIES": root.deletingLastPathComponent().path()]
      )
      #expect(run.status == 64)
      #expect(run.errors == "error: . is in no repository of git\n")
    }
  }

  @Test func aRevisionThatDoesNotBuildIsTold() throws {
    try withSite(smallestSite.merging(["Content/pages/b.md": "---\ntitel: b\n---\n"]) { $1 }) {
      root in
      try git(["init", "--quiet"], in: root)
      try git(["add", "--all"], in: root)
      try git(["commit", "--quiet", "--message", "un"], in: root)
      try write("---\ntitle: b\n---\n", to: root.appending(path: "Content/pages/b.md"))
      let run = try runProgram(["diff"], in: root)
      #expect(run.status == 1)
      #expect(run.errors == "error: the site of HEAD has 1 error and no pages to compare with\n")
    }
  }
}
