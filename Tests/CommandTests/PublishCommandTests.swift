import Foundation
import Support
import Testing

/// From a draft on the disk to a published issue that nobody changes unseen.
struct PublishCommandTests {
  static let site = smallestSite.merging([
    "Content/people/ada-martin.md": "---\nname: Ada Martin\ngiven: Ada\nfamily: Martin\n---\n",
    "Content/issues/1.md": """
    ---
    title: Le premier numéro
    status: draft
    authors: [ada-martin]
    abstract: De quoi il s’agit.
    license: CC-BY-4.0
    ---

    Le compte est juste.

    """,
  ]) { $1 }

  private func run(_ arguments: [String], in root: URL) throws -> ProgramRun {
    // 2027-03-14
    try runProgram(arguments, in: root, environment: ["SOURCE_DATE_EPOCH": "1805000000"])
  }

  private func change(_ path: String, _ old: String, _ new: String, in root: URL) throws {
    let file = root.appending(path: path)
    let text = try String(contentsOf: file, encoding: .utf8)
    #expect(text.contains(old))
    try write(text.replacingOccurrences(of: old, with: new), to: file)
  }

  @Test func aChangedWordOfAPublishedIssueStopsCIAndSaysWhatToDo() throws {
    try withSite(Self.site) { root in
      let published = try run(["publish", "1"], in: root)
      #expect(published.status == 0, "\(published.errors)")
      #expect(try run(["build", "--strict"], in: root).status == 0)
      try change("Content/issues/1.md", "compte", "conte", in: root)
      let strict = try run(["build", "--strict"], in: root)
      #expect(strict.status == 1)
      #expect(
        strict.errors.contains(
          "\"compte\" became \"conte\" since version 1 of issue:1 was published"
        )
      )
      #expect(strict.errors.contains("run `sitegen publish 1`"))
      #expect(try run(["build"], in: root).status == 0)
      let declared = "erratum: [{date: 2027-03-20, what: Un mot, why: Une faute}]\nlicense"
      try change("Content/issues/1.md", "license", declared, in: root)
      #expect(try run(["build", "--strict"], in: root).status == 0)
      #expect(try run(["publish", "1"], in: root).status == 0)
      let final = try run(["build", "--strict"], in: root)
      #expect(final.status == 0 && !final.errors.contains("PUB"), "\(final.errors)")
      let earlier = root.appending(path: "output/numeros/1/v1/index.html")
      #expect(try String(contentsOf: earlier, encoding: .utf8).contains("compte est juste"))
      let why = try run(["why", "/numeros/1/v1/"], in: root)
      #expect(why.output.contains("  title       editor  Content/issues/published/1-v1.md:3"))
    }
  }

  @Test func aDryRunWritesNothingAndShowsAll() throws {
    try withSite(Self.site) { root in
      let before = try contents(of: root)
      let dry = try run(["publish", "1", "--dry-run"], in: root)
      #expect(dry.status == 0, "\(dry.errors)")
      #expect(try contents(of: root) == before)
      #expect(dry.output.contains("  - status: draft\n  + status: published\n"))
      #expect(dry.output.contains("issue:1 would be published as version 1 of 2027-03-14\n"))
      #expect(dry.output.contains("  ask for an ISSN"))
    }
  }

  @Test func aSecondTimeItSaysSo() throws {
    try withSite(Self.site) { root in
      let first = try run(["publish", "1"], in: root)
      #expect(first.output.contains("  wrote Content/issues/registry.yaml\n"))
      let before = try contents(of: root)
      let second = try run(["publish", "1"], in: root)
      #expect(second.status == 0)
      #expect(
        second.output.hasPrefix("issue:1 is published since 2027-03-14, and nothing changed\n")
      )
      #expect(try contents(of: root) == before)
    }
  }

  @Test func whatIsMissingIsToldAndNothingWritten() throws {
    try withSite(Self.site) { root in
      try change("Content/issues/1.md", "license: CC-BY-4.0\n", "", in: root)
      let before = try contents(of: root)
      let run = try run(["publish", "1"], in: root)
      #expect(run.status == 1)
      #expect(run.errors.contains("`license` is missing, and no text is published without it"))
      #expect(run.output == "1 error: nothing was written\n")
      #expect(try contents(of: root) == before)
    }
  }

  @Test func aDateThatIsAskedForAndNotTakenIsAnError() throws {
    try withSite(Self.site) { root in
      try change("Content/issues/1.md", "status:", "date: 2027-01\nstatus:", in: root)
      let before = try contents(of: root)
      let refused = try run(["publish", "1", "--date", "2027-02-01"], in: root)
      #expect(refused.status == 1)
      #expect(
        refused.errors.contains(
          "Content/issues/1.md:3:7: error: the text gives the date 2027-01, not 2027-02-01 [PUB012"
        )
      )
      #expect(try contents(of: root) == before)
      #expect(try run(["publish", "1", "--date", "2027-01"], in: root).status == 0)
      // A published text keeps its date.
      #expect(try run(["publish", "1", "--date", "2027-02-01"], in: root).status == 1)
    }
  }

  @Test func aDateThatIsAskedForIsWrittenWhereThereIsNone() throws {
    try withSite(Self.site) { root in
      #expect(try run(["publish", "1", "--date", "2027-02-01"], in: root).status == 0)
      let text = try String(
        contentsOf: root.appending(path: "Content/issues/1.md"),
        encoding: .utf8
      )
      #expect(text.contains("\ndate: 2027-02-01\n"))
    }
  }

  @Test func anIssueThatIsNoneIsWrongUsage() throws {
    try withSite(Self.site) { root in
      let run = try run(["publish", "12"], in: root)
      #expect(run.status == 64)
      #expect(run.errors.contains("error: no issue is called \"12\""))
    }
  }
}
