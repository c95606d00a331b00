import Foundation
import Support
import Testing

/// A fenced block of a guide: what stands behind its fence, and its lines.
private struct GuideBlock {
  let info: String
  let text: String

  static func read(_ path: String) throws -> [GuideBlock] {
    let text = try String(contentsOf: packageRoot.appending(path: path), encoding: .utf8)
    return text.matches(of: /(?m)^```([^\n`]+)\n((?:(?!```)[^\n]*\n)*)```$/).map {
      GuideBlock(info: String($0.1), text: String($0.2))
    }
  }
}

/// What the papers for editors say can be done, done.
struct GuideTests {
  /// Blocks `sh` are run in their order in one folder, blocks that name a file are written to it;
  /// `sh later` waits for its command.
  @Test func everyCommandOfTheFrenchGuideWorksInItsOrder() throws {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "guide-\(UUID().uuidString)"
    )
    defer { try? FileManager.default.removeItem(at: folder) }  // a leftover is harmless
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let blocks = try GuideBlock.read("docs/guide-redaction.fr.md")
    #expect(blocks.count { $0.info == "sh" } >= 10)
    var place = folder
    for block in blocks {
      let parts = block.info.split(separator: " ").map(String.init)
      if parts == ["sh"] {
        try run(block.text, in: &place)
      } else if parts.count == 2, parts[0] != "sh" {
        try write(block.text, to: place.appending(path: parts[1]))
      }
    }
    let issue = try String(
      contentsOf: place.appending(path: "output/numeros/1/index.html"),
      encoding: .utf8
    )
    #expect(issue.contains("Machines et nombres") && issue.contains("«\u{A0}métier\u{A0}»"))
    let check = try runProgram(["check", "--format", "json"], in: place)
    let codes = Set(check.output.matches(of: /"code":"([A-Z]{3}[0-9]{3})"/).map { String($0.1) })
    #expect(codes.isSubset(of: ["MET001", "MET004", "ORP002"]), "\(codes)")
  }

  private func run(_ lines: String, in place: inout URL) throws {
    for line in lines.split(separator: "\n") {
      let words = shellWords(String(line))
      switch words.first {
      case "cd": place = place.appending(path: words[1])
      case "sitegen":
        let run = try runProgram(Array(words.dropFirst()), in: place)
        #expect(run.status == 0, "\(line)\n\(run.output)\(run.errors)")
      default: Issue.record("the guide may only use sitegen and cd: \(line)")
      }
    }
  }

  /// Words between spaces, quoted ones without their marks.
  private func shellWords(_ line: String) -> [String] {
    line.matches(of: /"([^"]*)"|(\S+)/).map { String($0.1 ?? $0.2 ?? "") }
  }

  @Test(arguments: ["github", "gitlab"])
  func theCommandsOfTheExamplesForCIExist(name: String) throws {
    let path = packageRoot.appending(path: "docs/ci/\(name).yml")
    let text = try String(contentsOf: path, encoding: .utf8)
    let lines = text.matches(of: /\.build\/release\/sitegen ([^\n>]*)/).map { String($0.1) }
    #expect(!lines.isEmpty)
    try withSite(smallestSite) { root in
      for line in lines {
        let words = shellWords(line.replacing("$CI_PAGES_URL", with: "https://example.org/revue"))
        let run = try runProgram(words, in: root)
        #expect(run.status == 0, "\(line): \(run.errors)")
      }
    }
    #expect(text.contains("make build"))
    let makefile = try String(contentsOf: packageRoot.appending(path: "Makefile"), encoding: .utf8)
    #expect(makefile.contains("\nbuild: "))
  }
}
