import ArgumentParser
import Build
import ContentTypes
import Diagnostics
import FileSystem
import Foundation
import Loading
import SiteModel

/// `sitegen check`.
struct CheckCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Checks the site by all rules and writes no page.",
    discussion: """
      Besides what a build needs: links and anchors, citations, metadata, alternative texts, links \
      and headings, typography, pages that nobody links to, records that nothing names, doubles. \
      `sitegen explain CODE` tells more of a rule; `severities:` in Content/site.yaml gives it another \
      weight, or off. docs/check.md lists the rules.

      Examples:
        sitegen check
        sitegen check --drafts                 with drafts
        sitegen check --fix --dry-run          what could be mended by itself
        sitegen check --fix                    mend it, in Content/ only
        sitegen check --external               also ask the addresses of other sites
        sitegen check --strict --format sarif > report.sarif

      Exit status: 0 no error, 1 errors in the content, 64 wrong usage, 70 the machine's fault or ours.
      """
  )

  @Option(help: "Folder of the site.")
  var site = "."

  @Option(help: "Citation style, instead of site.yaml's: a name without .csl.")
  var csl: String?

  @Flag(help: "Warnings count as errors.")
  var strict = false

  @Flag(help: "Also check drafts.")
  var drafts = false

  @Flag(help: "Mend what can be mended without changing words or meaning.")
  var fix = false

  @Flag(name: .customLong("dry-run"), help: "With --fix: only show the changes, as a diff.")
  var isDryRun = false

  @Flag(help: "Also ask the addresses of other sites; what answered is not asked for a week.")
  var external = false

  @Option(name: .customLong("time-limit"), help: "With --external: seconds for all addresses.")
  var timeLimit = 120

  @Option(help: "Form of the diagnostics: text, json (one object a line), github, gitlab or sarif.")
  var format: DiagnosticFormat = .text

  @Option(help: "Number of workers; what is found never depends on it.")
  var jobs: Int?

  mutating func validate() throws {
    if isDryRun, !fix { throw ValidationError("--dry-run goes with --fix") }
    if isDryRun, format.isForMachines {
      throw ValidationError("--dry-run prints a diff: no --format with it")
    }
    if external, fix { throw ValidationError("--external and --fix exclude each other") }
    if !(1...3600).contains(timeLimit) {
      throw ValidationError("--time-limit takes a whole number of seconds from 1 to 3600")
    }
    if let jobs, !(1...1024).contains(jobs) {
      throw ValidationError("--jobs takes a whole number from 1 to 1024")
    }
  }

  func run() async throws {
    let settings = BuildSettings(
      entityTypes: contentTypes,
      baseURL: nil,
      citationStyle: csl,
      linkStyle: .folder,
      isStrict: strict,
      rules: .all,
      showsDrafts: drafts,
      jobs: jobs ?? ProcessInfo.processInfo.activeProcessorCount
    )
    let report: CheckReport
    do throws(FileSystemError) {
      report = try await checkWorkspace(
        SiteDirectory(path: site),
        settings,
        fixing: fix ? (isDryRun ? .plan : .write) : .none
      ) { _, _ in }
    } catch {
      try printDiagnostics([error.diagnostic], sources: [], format: format)
      throw Exit.code(for: error)
    }
    let dead =
      external ? checkAddresses(report.externalLinks, site: site, seconds: timeLimit) : []
    let shown = report.diagnostics.filter { $0.code != LoadingDiagnostics.correction } + dead
    if isDryRun {
      try deliver(Array(report.diff.utf8))
    } else {
      try printDiagnostics(shown, sources: report.sources.files, format: format)
    }
    conclude(report, shown)
    if shown.containsError { throw Exit.contentErrors }
  }

  private func conclude(_ report: CheckReport, _ shown: [Diagnostic]) {
    if fix {
      let done = isDryRun ? "would be mended" : "mended"
      let files = "\(report.edits.count) file\(report.edits.count == 1 ? "" : "s")"
      write("\(report.fixed) \(done) in \(files)\n", to: .standardError)
    }
    let found = count(of: shown)
    write(found.isEmpty ? "nothing to say\n" : "\(found)\n", to: .standardError)
  }
}
