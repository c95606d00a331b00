import Foundation
import Support
import Testing

struct ImportCommandTests {
  private static let site = smallestSite.merging([
    "seeds/programme.txt": """
    Séance 1 : Les machines (5 octobre 1841)

    Intervenants :
    - Ada Lovelace, mathématicienne

    """,
    "seeds/seeds.yaml":
      "texts:\n  - file: programme.txt\n    kind: programme\n    series: {slug: h, title: H}\n",
  ]) { $1 }

  @Test func aDryRunWritesNothing() throws {
    try withSite(Self.site) { root in
      let before = try contents(of: root)
      let run = try runProgram(["import", "programme.txt", "--dry-run"], in: root)
      #expect(run.status == 0 && run.errors == "")
      #expect(
        run.output == """
          new        Content/people/ada-lovelace.md
          new        Content/series/h.md
          new        Content/sessions/h/1.md
          seeds/programme.txt would be imported: 3 new

          """
      )
      #expect(try contents(of: root) == before)
    }
  }

  @Test func theSiteIsTheSameBeforeAndAfter() throws {
    try withSite(Self.site) { root in
      _ = try runProgram(["build"], in: root)
      let before = try contents(of: root.appending(path: "output"))
      #expect(try runProgram(["import", "programme"], in: root).status == 0)
      let build = try runProgram(["build"], in: root)
      #expect(build.output.contains(" 0 written, "), "\(build.errors)")
      #expect(try contents(of: root.appending(path: "output")) == before)
      let again = try runProgram(["import", "seeds/programme.txt"], in: root)
      #expect(again.output.hasSuffix("imported: 3 unchanged\n"))
    }
  }

  @Test func aConflictShowsBothTextsAndKeepsTheEditors() throws {
    try withSite(Self.site) { root in
      _ = try runProgram(["import", "programme.txt"], in: root)
      let file = root.appending(path: "Content/sessions/h/1.md")
      func edit(_ file: URL, _ old: String, _ new: String) throws {
        let text = try String(contentsOf: file, encoding: .utf8)
        try write(text.replacingOccurrences(of: old, with: new), to: file)
      }
      try edit(file, "Les machines", "Mes machines")
      try edit(root.appending(path: "seeds/programme.txt"), "Les machines", "Les métiers")
      let run = try runProgram(["import", "programme.txt"], in: root)
      #expect(run.status == 0)
      #expect(run.errors.contains("SED035"))
      #expect(
        run.output.contains(
          """
            title: yours stays
              was   Les machines
              yours Mes machines
              text  Les métiers
          """
        )
      )
      #expect(try String(contentsOf: file, encoding: .utf8).contains("title: Mes machines\n"))
    }
  }

  @Test func anUnknownTextIsWrongUsage() throws {
    try withSite(Self.site) { root in
      let run = try runProgram(["import", "program.txt"], in: root)
      #expect(run.status == 64)
      #expect(run.errors.contains("did you mean \"programme.txt\"?"))
    }
  }

  @Test func withAnErrorNothingIsWritten() throws {
    try withSite(Self.site) { root in
      try write("---\nt: [\n---\n", to: root.appending(path: "Content/pages/b.md"))
      let before = try contents(of: root)
      let run = try runProgram(["import", "programme.txt"], in: root)
      #expect(run.status == 1)
      #expect(run.output == "1 error: nothing was written\n")
      #expect(try contents(of: root) == before)
    }
  }
}
