import ArgumentParser
import Build
import ContentTypes
import Diagnostics
import FileSystem
import Foundation
import Markup
import SiteModel

/// `sitegen why`.
struct WhyCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "why",
    abstract: "Says what made a page: sources, fields, templates, links, with their places.",
    discussion: """
      The site is read and linked, and nothing is written. docs/why.md describes the form of --json.

      Examples:
        sitegen why /personnes/ada-lovelace/
        sitegen why person:ada-lovelace --json | jq .incoming
        sitegen why output/numeros/1/index.html

      Exit status: 0 told, 64 wrong usage or no such page, 70 the machine's fault or ours.
      """
  )

  @Argument(help: "An address, a file of the output, kind:slug, or a slug.")
  var page: String

  @Option(help: "Folder of the site.")
  var site = "."

  @Flag(help: "One JSON object instead of an outline.")
  var json = false

  func run() async throws {
    let settings = try readingSettings()
    let folder = site.hasSuffix("/") ? "\(site)output/" : "\(site)/output/"
    let report: WorkspaceAnswer
    do throws(FileSystemError) {
      report = try await explainPage(
        page,
        in: SiteDirectory(path: site),
        settings,
        below: [folder, "output/", "./output/"]
      )
    } catch {
      printDiagnostics([error.diagnostic], sources: [])
      throw Exit.code(for: error)
    }
    let files = report.sources.files
    guard let explanation = report.answer.explanation else {
      let near = report.answer.nearest.map { "\"\($0)\"" }.joined(separator: ", ")
      let hint = near.isEmpty ? "" : "; near to it: \(near)"
      write("error: no page \"\(page)\"\(hint)\n", to: .standardError)
      throw Exit.usage
    }
    try deliver(
      Array(
        (json ? explanation.json(sources: files).text + "\n" : explanation.text(sources: files))
          .utf8
      )
    )
    let errors = report.answer.diagnostics.count { $0.severity == .error }
    if errors > 0 {
      write(
        "warning: the site has \(errors) errors; `sitegen build` tells of them\n",
        to: .standardError
      )
    }
  }
}
