import ArgumentParser
import Build
import ContentTypes
import Diagnostics
import FileSystem
import Foundation
import SiteModel

/// `sitegen import`.
struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Writes what a raw text says into Content/, for editing by hand.",
    discussion: """
      Every person, session, work … that the text speaks of becomes a file of Content/, and \
      seeds/seeds.yaml marks the text as imported: builds read the files instead, and no page \
      changes. A file that you wrote or changed is never replaced: a second import takes over what \
      only the text changed, shows the differences, and keeps your words where both did. All files \
      are written, or none. docs/import.md tells more.

      Examples:
        sitegen import report.txt --dry-run    what would be written
        sitegen import report.txt
        git diff                               what came of it

      Exit status: 0 imported, 1 errors in the content, 64 wrong usage, 70 the machine's fault or ours.
      """
  )

  @Argument(help: "The text, by its name in seeds/.")
  var seed: String

  @Option(help: "Folder of the site.")
  var site = "."

  @Flag(name: .customLong("dry-run"), help: "Only say what would be written.")
  var isDryRun = false

  func run() throws {
    let report = try orEnd { () throws(FileSystemError) in
      try importSeed(
        named: seed,
        in: SiteDirectory(path: site),
        types: contentTypes.map { $0.contentType },
        isDryRun: isDryRun
      )
    }
    printDiagnostics(report.diagnostics, sources: report.sources.files)
    let found = count(of: report.diagnostics)
    guard let plan = report.plan else {
      let names = seedNames(in: report.sources)
      let near = suggestion(for: seed, among: names)
      let hint = "texts: \(names.joined(separator: ", "))"
      write("error: seeds/seeds.yaml lists no \"\(seed)\"\(near); \(hint)\n", to: .standardError)
      throw Exit.usage
    }
    guard !report.diagnostics.containsError else {
      write("\(found): nothing was written\n", to: .standardOutput)
      throw Exit.contentErrors
    }
    let done = isDryRun ? "would be imported" : "imported"
    let doubts = found.isEmpty ? "" : " with \(found)"
    write(plan.outline, to: .standardOutput)
    write("\(plan.seed) \(done): \(plan.summary)\(doubts)\n", to: .standardOutput)
  }
}
