import Foundation
import Support
import Testing

private let faulty = "---\ntitle: Texte\n---\n\nLe \"coeur\" , l´autre - etc...\n"
private let mended = "---\ntitle: Texte\n---\n\nLe «\u{A0}cœur\u{A0}», l’autre – etc.\n"

private let abstract = "---\ntitle: Un\nabstract: |\n  Une ligne.\n\n  Le coeur - ici.\n---\n"

struct CheckCommandTests {
  private func withFaultySite(_ body: (URL) throws -> Void) throws {
    let texts = ["Content/pages/texte.md": faulty, "Content/issues/1.md": abstract]
    try withSite(smallestSite.merging(texts) { $1 }, body)
  }

  private func codes(_ run: ProgramRun) -> [String] {
    run.output.matches(of: /"code":"([A-Z]{3}[0-9]{3})"/).map { String($0.1) }
  }

  @Test func checkingWritesNothing() throws {
    try withFaultySite { root in
      let before = try contents(of: root)
      let run = try runProgram(["check", "--format", "json"], in: root)
      #expect(run.status == 0)
      #expect(
        codes(run) == [
          "TYP005", "TYP003", "TYP001", "TYP005", "TYP002", "TYP004", "TYP003", "TYP005", "MET003",
          "MET004",
        ]
      )
      #expect(try contents(of: root) == before)
      #expect(try runProgram(["check", "--strict"], in: root).status == 1)
    }
  }

  @Test func fixesAreWrittenOnceAndForAll() throws {
    try withFaultySite { root in
      let before = try contents(of: root)
      let run = try runProgram(["check", "--fix", "--format", "json"], in: root)
      #expect(run.errors.hasPrefix("8 mended in 2 files\n"))
      #expect(codes(run) == ["MET003", "MET004"])
      let after = try contents(of: root)
      #expect(after["Content/pages/texte.md"] == Data(mended.utf8))
      let issue = abstract.replacing("coeur -", with: "cœur –")
      #expect(after["Content/issues/1.md"] == Data(issue.utf8))
      let untouched = { (path: String) in
        !path.hasPrefix("Content/pages/t") && path != "Content/issues/1.md"
      }
      #expect(after.filter { untouched($0.key) } == before.filter { untouched($0.key) })
      #expect(
        try runProgram(["check", "--fix", "--format", "json"], in: root).errors.hasPrefix(
          "0 mended in 0 files\n"
        )
      )
      #expect(try contents(of: root) == after)
    }
  }

  @Test func aDryRunShowsADiffThatPatchUnderstands() throws {
    try withFaultySite { root in
      let before = try contents(of: root)
      let run = try runProgram(["check", "--fix", "--dry-run"], in: root)
      #expect(
        run.output.hasSuffix(
          """
          --- a/Content/pages/texte.md
          +++ b/Content/pages/texte.md
          @@ -2,4 +2,4 @@
           title: Texte
           ---
           
          -Le "coeur" , l´autre - etc...
          +Le «\u{A0}cœur\u{A0}», l’autre – etc.

          """
        ),
        "\(run.output)"
      )
      #expect(run.errors.hasPrefix("8 would be mended in 2 files\n"))
      #expect(try contents(of: root) == before)
    }
  }

  @Test func draftsAreCheckedWhenAskedFor() throws {
    let draft = "---\ntitle: Essai\nstatus: draft\n---\n\nUn renvoi [@personne2020].\n"
    try withSite(smallestSite.merging(["Content/issues/1.md": draft]) { $1 }) { root in
      #expect(try runProgram(["check"], in: root).status == 0)
      let run = try runProgram(["check", "--drafts"], in: root)
      #expect(run.status == 1)
      #expect(run.errors.contains("Content/issues/1.md:6:13: error: unknown reference"))
    }
  }

  @Test func aRuleCanBeTurnedOff() throws {
    try withFaultySite { root in
      let weights = "\nseverities: {TYP001: off, TYP005: error, MET003: off, MET004: note}\n"
      let configuration = (smallestSite["Content/site.yaml"] ?? "") + weights
      try write(configuration, to: root.appending(path: "Content/site.yaml"))
      let run = try runProgram(["check", "--format", "json"], in: root)
      #expect(run.status == 1)
      #expect(!codes(run).contains("TYP001") && !codes(run).contains("MET003"))
      #expect(run.output.contains("\"code\":\"MET004\""))
    }
  }

  @Test func strictBuildsHoldTheSameRules() throws {
    try withFaultySite { root in
      #expect(try runProgram(["build"], in: root).status == 0)
      let run = try runProgram(["build", "--strict", "--format", "json"], in: root)
      #expect(run.status == 1)
      #expect(codes(run).contains("TYP001"))
    }
  }

  @Test(arguments: ["json", "github", "gitlab", "sarif"])
  func machinesGetTheReportAlone(format: String) throws {
    try withSite(smallestSite) { root in
      let run = try runProgram(["check", "--format", format], in: root)
      #expect(run.status == 0)
      #expect(run.errors == "nothing to say\n")
      #expect(run.output.isEmpty == ["json", "github"].contains(format))
    }
  }

  @Test(arguments: ["check --dry-run", "check --fix --dry-run --format json", "check --jobs 0"])
  func wrongUsageEndsWith64(line: String) throws {
    #expect(try runProgram(line.split(separator: " ").map(String.init)).status == 64)
  }
}
