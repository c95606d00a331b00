import Foundation
import Support
import Testing

struct BuildCommandTests {
  let stageNames = [
    "read", "draft", "load", "link", "cite", "export", "render", "check", "write", "total",
  ]

  @Test func theFirstBuildLeavesASiteAndTheSecondChangesNothing() throws {
    try withSite(smallestSite) { root in
      let first = try runProgram(["build", "--site", root.path()])
      #expect(first.status == 0, "\(first.errors)")
      #expect(first.errors == "")
      let stages = first.output.split(separator: "\n").compactMap { $0.split(separator: " ").first }
      #expect(stages == stageNames.map { $0[...] })
      let output = root.appending(path: "output")
      let page = output.appending(path: "a-propos/index.html").path()
      let before =
        try FileManager.default.attributesOfItem(atPath: page)[.modificationDate] as? Date
      let second = try runProgram(["build", "--site", root.path()])
      #expect(second.output.contains(" 0 written, "))
      let after = try FileManager.default.attributesOfItem(atPath: page)[.modificationDate] as? Date
      #expect(before == after)
    }
  }

  private static let doubts = [
    "Content/pages/doute.md": """
    ---
    title: Un doute
    ---

    Il reste [[?un mot]] à dire, un lien [rompu](/nulle-part/) et ![](rien).

    """,
    "Content/site.yaml": (smallestSite["Content/site.yaml"] ?? "")
      + "\nseverities: {LNK001: warning, MET001: note}\n",
  ]

  @Test(arguments: ["text", "json", "github", "gitlab", "sarif"])
  func whenNothingChangedTheSameIsSaidInEveryFormat(format: String) throws {
    try withSite(smallestSite.merging(Self.doubts) { $1 }) { root in
      // Where times of files are coarse, the second build still makes all anew.
      let runs = try (0..<3).map { _ in
        try runProgram(["build", "--format", format, "--timings=json"], in: root)
      }
      let (first, last) = (runs[0], runs[2])
      #expect(runs.map(\.status) == [0, 0, 0])
      let remark = "unchanged, 0 removed (nothing changed since the last build)"
      #expect(!first.errors.contains(remark))
      #expect(last.errors.contains(remark))
      let timings = try JSONDecoder().decode(Timings.self, from: lastLine(of: last.output)).timings
      #expect(timings.map(\.stage) == ["read", "write", "total"])
      #expect(timings[1].count == 0 && timings[1].bytes == 0)
      #expect(found(in: first, format) == found(in: last, format))
      #expect(found(in: last, format).contains("doute.md"))
    }
  }

  private func lastLine(of text: String) -> Data {
    Data((text.split(separator: "\n").last ?? "").utf8)
  }

  /// What a run printed of problems: without the lines that tell of stages and times.
  private func found(in run: ProgramRun, _ format: String) -> String {
    let text = format == "text" ? run.errors : run.output
    return text.split(separator: "\n").filter { line in
      !line.contains(/^(\{"timings"|(read|draft|load|link|cite|export|render|check|write|total) )/)
    }.joined(separator: "\n")
  }

  /// A report that CI keeps must not be cut short in silence.
  @Test(
    .enabled(if: FileManager.default.fileExists(atPath: "/dev/full"), "skipped without /dev/full"),
    arguments: ["build", "check"]
  )
  func aReportThatCannotBeWrittenIsAFailure(command: String) throws {
    try withSite(smallestSite.merging(Self.doubts) { $1 }) { root in
      let line = "\"\(program.path())\" \(command) --format sarif >/dev/full"
      let run = try runProgram(["-c", line], in: root, program: URL(filePath: "/bin/sh"))
      #expect(run.status == 70)
      #expect(run.errors.contains("standard output cannot be written"))
    }
  }

  @Test func anUnknownFormOfTimingsIsRefused() throws {
    try withSite(smallestSite) { root in
      let run = try runProgram(["build", "--timings=xml"], in: root)
      #expect(run.status == 64)
      #expect(run.errors.contains("--timings=xml is no form: table or json"))
      #expect(!FileManager.default.fileExists(atPath: root.appending(path: "output").path()))
    }
  }

  @Test func timingsAreATableThatChangesNoFile() throws {
    try withSite(smallestSite) { root in
      _ = try runProgram(["build", "--output", "plain"], in: root)
      let run = try runProgram(["build", "--output", "timed", "--timings"], in: root)
      #expect(
        try contents(of: root.appending(path: "plain"))
          == contents(of: root.appending(path: "timed"))
      )
      let table = run.output.split(separator: "\n").map { $0.split(separator: " ") }.suffix(11)
      #expect(table.first == ["stage", "count", "wall", "ms", "CPU", "ms", "bytes", "peak", "MB"])
      #expect(table.dropFirst().compactMap { $0.first.map(String.init) } == stageNames)
      let read = try #require(table.first { $0.first == "read" })
      #expect(Int(read[1]).map { $0 > smallestSite.count } == true)
      #expect(read.dropFirst().allSatisfy { Double($0).map { $0 >= 0 } == true })
    }
  }

  @Test(arguments: ["text", "json"])
  func timingsForProgramsAreTheLastLine(format: String) throws {
    try withSite(smallestSite) { root in
      let arguments = ["build", "--timings=json", "--format", format]
      let run = try runProgram(arguments, in: root)
      let line = try #require(run.output.split(separator: "\n").last)
      let timings = try JSONDecoder().decode(Timings.self, from: Data(line.utf8)).timings
      #expect(timings.map(\.stage) == stageNames)
      let (write, total) = (try #require(timings.dropLast().last), try #require(timings.last))
      // Besides what is written stands the list of what was, and folders have no data.
      #expect(write.count == (try contents(of: root.appending(path: "output")).count - 1))
      #expect(write.bytes.map { $0 > 1000 } == true)
      #expect(total.wall >= timings.dropLast().reduce(0) { $0 + $1.wall })
      #expect(total.cpu > 0 && total.peak > 1_000_000)
    }
  }

  @Test func aBuildThatFailsTellsOfTheStagesItWalked() throws {
    let broken = ["Content/pages/b.md": "---\ntitel: x\n---\n"]
    try withSite(smallestSite.merging(broken) { $1 }) { root in
      let run = try runProgram(["build", "--timings=json"], in: root)
      #expect(run.status == 1)
      let timings = try JSONDecoder().decode(Timings.self, from: Data(run.output.utf8)).timings
      #expect(timings.map(\.stage) == ["read", "draft", "load", "link", "cite", "total"])
    }
  }

  @Test func neitherFolderNorWorkersNorHourShow() throws {
    try withSite(smallestSite) { first in
      try withSite(smallestSite) { second in
        _ = try runProgram(["build", "--jobs", "1"], in: first)
        _ = try runProgram(["build", "--site", second.path(), "--jobs", "8"])
        #expect(
          try contents(of: first.appending(path: "output"))
            == contents(of: second.appending(path: "output"))
        )
      }
    }
  }

  /// Two processes hash with two seeds: whatever leans on the order of a set shows here.
  @Test func theSiteOfThisProjectIsTheSameFromTwoProcesses() throws {
    try withSite([:]) { root in
      for jobs in ["1", "8"] {
        let output = root.appending(path: "output-\(jobs)").path()
        let run = try runProgram(
          ["build", "--site", packageRoot.path(), "--output", output, "--jobs", jobs])
        #expect(run.status == 0)
      }
      let first = try contents(of: root.appending(path: "output-1"))
      #expect(first.count > 140)
      #expect(first == (try contents(of: root.appending(path: "output-8"))))
    }
  }

  @Test func withAnErrorTheLastGoodSiteStands() throws {
    try withSite(smallestSite) { root in
      _ = try runProgram(["build"], in: root)
      let output = root.appending(path: "output")
      let before = try contents(of: output)
      try write("---\ntitel: x\n---\n", to: root.appending(path: "Content/pages/b.md"))
      let run = try runProgram(["build", "--format", "json"], in: root)
      #expect(run.status == 1)
      #expect(run.output.contains("\"code\":\"FLD002\""))
      #expect(run.errors.contains("nothing was written"))
      #expect(try contents(of: output) == before)
    }
  }

  @Test(arguments: [
    "build --jobs 0", "build --format xml", "bild", "build --base-url exemple",
    "markdown --gfm --commonmark",
  ])
  func wrongUsageEndsWith64(line: String) throws {
    let run = try runProgram(line.split(separator: " ").map(String.init))
    #expect(run.status == 64)
    #expect(run.errors.contains("Error"))
  }

  @Test(arguments: ["--version", "build --help", "help template"])
  func helpIsNoError(line: String) throws {
    let run = try runProgram(line.split(separator: " ").map(String.init))
    #expect(run.status == 0)
    #expect(!run.output.isEmpty)
  }

  @Test func missingFoldersAreNamed() throws {
    try withSite([:]) { root in
      let run = try runProgram(["build"], in: root)
      #expect(run.status == 1)
      #expect(run.errors.contains("SRC001"))
      #expect(run.errors.contains("SRC002"))
      #expect(!FileManager.default.fileExists(atPath: root.appending(path: "output").path()))
    }
  }

  @Test func anOutputThatCannotBeWrittenIsOurMachinesFault() throws {
    try withSite(smallestSite) { root in
      try write("", to: root.appending(path: "fichier"))
      let run = try runProgram(["build", "--output", "fichier/output"], in: root)
      #expect(run.status == 70)
      #expect(run.errors.contains("error:"))
    }
  }

  /// Killed at twenty moments, the output is the old site or the new one, whole.
  @Test func aKilledBuildLeavesAWholeSite() throws {
    var texts = smallestSite
    for number in 0..<200 {
      texts["Content/pages/page-\(number).md"] = "---\ntitle: Page \(number)\n---\n\nTexte.\n"
    }
    try withSite(texts) { root in
      _ = try runProgram(["build"], in: root)
      let output = root.appending(path: "output")
      var valid = try contents(of: output)
      let clock = ContinuousClock()
      // Where times of files are coarse, the first build may have left none.
      try? FileManager.default.removeItem(at: root.appending(path: ".output.built"))
      let whole = try clock.measure { _ = try runProgram(["build"], in: root) }
      var generator = SeededGenerator(seed: 20)
      for round in 0..<20 {
        for number in 0..<200 {
          let text = "---\ntitle: Page \(number)\n---\n\nTour \(round).\n"
          try write(text, to: root.appending(path: "Content/pages/page-\(number).md"))
        }
        let fraction = Double(generator.next() % 1000) / 1000
        try killBuild(in: root, after: whole * fraction)
        let left = try contents(of: output)
        if left != valid {
          _ = try runProgram(["build"], in: root)
          valid = try contents(of: output)
          #expect(left == valid, "round \(round), seed 20")
        }
      }
      _ = try runProgram(["build"], in: root)
      _ = try runProgram(["build", "--output", "anew"], in: root)
      #expect(try contents(of: output) == contents(of: root.appending(path: "anew")))
    }
  }

  private func killBuild(in root: URL, after delay: Duration) throws {
    let process = Process()
    process.executableURL = program
    process.arguments = ["build"]
    process.currentDirectoryURL = root
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    let nanoseconds = delay.components.attoseconds / 1_000_000_000
    usleep(UInt32(delay.components.seconds * 1_000_000 + nanoseconds / 1000))
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
  }
}

/// What `--timings=json` says.
private struct Timings: Decodable {
  struct Stage: Decodable {
    let stage: String
    let count: Int?
    let wall: Double
    let cpu: Double
    let bytes: Int?
    let peak: Int
  }

  let timings: [Stage]
}
