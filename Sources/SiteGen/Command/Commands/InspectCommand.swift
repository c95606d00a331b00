import ArgumentParser
import Build
import ContentTypes
import Diagnostics
import FileSystem
import Foundation
import Markup
import SiteModel

/// `sitegen inspect`.
struct InspectCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "inspect",
    abstract: "Prints what is understood of raw texts.",
    discussion: """
      Without a file, all texts of seeds/ are read. A text that seeds/seeds.yaml does not list is \
      recognised by its shape; it may stand anywhere, and needs no site. docs/inspect.md describes \
      the form of --json.

      Examples:
        sitegen inspect                        all seeds of this site, as an outline
        sitegen inspect --json | jq .persons   the same for machines
        sitegen inspect ~/compte-rendu.txt     a text on its own
        sitegen inspect report.txt --kind session-report
        sitegen inspect --links                every name in texts, linked or not

      Exit status: 0 read, whatever is doubted, 64 wrong usage, 70 the machine's fault or ours.
      """
  )

  @Argument(help: "Texts to read; all seeds of the site when none is given.")
  var files: [String] = []

  @Option(help: "Folder of the site, whose seeds/seeds.yaml says how its texts are read.")
  var site = "."

  @Option(help: "How to read files that are not listed: \(seedKinds.joined(separator: ", ")).")
  var kind: String?

  @Flag(help: "One JSON object instead of an outline.")
  var json = false

  @Flag(help: "Which names in the texts of the site become links, and which do not, and why.")
  var links = false

  mutating func validate() throws {
    if links, !files.isEmpty || kind != nil {
      throw ValidationError("--links tells of a whole site: no file and no --kind")
    }
    if let kind, !seedKinds.contains(kind) {
      let near = suggestion(for: kind, among: seedKinds)
      throw ValidationError(
        "no kind \"\(kind)\"\(near); kinds: \(seedKinds.joined(separator: ", "))"
      )
    }
    if kind != nil, files.isEmpty { throw ValidationError("--kind needs a file") }
  }

  func run() async throws {
    if links { return try await printLinks() }
    let seeds = try orEnd { () throws(FileSystemError) in try readSeeds(SiteDirectory(path: site)) }
    let inspection: Inspection
    if files.isEmpty {
      printDiagnostics(seeds.diagnostics, sources: seeds.value.files)
      inspection = inspectSeeds(of: seeds.value)
    } else {
      let texts = try orEnd { () throws(FileSystemError) in
        try files.map { path throws(FileSystemError) in
          SourceFile(path: path, bytes: try readStandaloneFile(path))
        }
      }
      inspection = inspectTexts(texts, listedIn: seeds.value, as: kind)
    }
    write(json ? inspection.json.text + "\n" : inspection.outline, to: .standardOutput)
  }

  private func printLinks() async throws {
    let read = try orEnd { () throws(FileSystemError) in
      try readSources(SiteDirectory(path: site))
    }
    let settings = try readingSettings()
    let inspection = await inspectLinks(of: read.value, settings)
    printDiagnostics(
      read.diagnostics + inspection.diagnostics,
      sources: read.value.files
    )
    write(json ? inspection.json.text + "\n" : inspection.outline, to: .standardOutput)
  }
}
