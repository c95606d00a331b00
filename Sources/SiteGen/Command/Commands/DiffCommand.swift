import ArgumentParser
import Build
import ContentTypes
import Diagnostics
import FileSystem
import Foundation
import Markup
import SiteModel

/// `sitegen diff`.
struct DiffCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Shows which pages, links and metadata changed since a revision of git.",
    discussion: """
      Builds the site of the revision and that of the folder in memory and compares them; nothing is \
      written. docs/publishing.md describes the form of --json.

      Examples:
        sitegen diff                           since the last commit
        sitegen diff main --json | jq '.changed[].address'

      Exit status: 0 compared, 1 a site has errors, 64 wrong usage or no such revision, 70 the \
      machine's fault or ours.
      """
  )

  @Argument(help: "A revision of git.")
  var revision = "HEAD"

  @Option(help: "Folder of the site.")
  var site = "."

  @Flag(help: "Compare with drafts and texts of a later date.")
  var drafts = false

  @Flag(help: "One JSON object instead of lines.")
  var json = false

  func run() async throws {
    let settings = try readingSettings(showsDrafts: drafts)
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "sitegen-diff-\(UUID().uuidString)"
    )
    defer { try? FileManager.default.removeItem(at: folder) }  // a leftover is harmless
    do {
      try extractRevision(revision, of: site, to: folder)
    } catch let error as GitError {
      write("error: \(error.text)\n", to: .standardError)
      throw Exit.usage
    }
    let report: WorkspaceDifference
    do throws(FileSystemError) {
      report = try await compareWorkspaces(
        SiteDirectory(path: folder.path()),
        SiteDirectory(path: site),
        settings
      )
    } catch {
      printDiagnostics([error.diagnostic], sources: [])
      throw Exit.code(for: error)
    }
    printDiagnostics(report.errors, sources: report.sources.files)
    if report.earlierErrors > 0 {
      let count = "\(report.earlierErrors) error\(report.earlierErrors == 1 ? "" : "s")"
      write(
        "error: the site of \(revision) has \(count) and no pages to compare with\n",
        to: .standardError
      )
    }
    guard let difference = report.difference else { throw Exit.contentErrors }
    try deliver(Array((json ? difference.json.text + "\n" : difference.text).utf8))
    if !json { write("since \(revision): \(difference.summary)\n", to: .standardOutput) }
  }
}
