import ArgumentParser
import Build
import ContentTypes
import Diagnostics
import FileSystem
import Foundation
import Loading

/// `sitegen build`.
struct BuildCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build",
    abstract: "Builds the site.",
    discussion: """
      Reads Content/, seeds/ and Templates/, and replaces the output folder as a whole once every \
      page is made; with errors, the last good output stands. What the last build was made from and \
      found is kept beside the output (.output.built): when nothing changed since, neither in the site \
      nor in the output, nothing is made again. Remove that file to have all made again.

      Examples:
        sitegen build
        sitegen build --output /srv/www --base-url https://revue.example.org
        sitegen build --links file             pages that open from the disk
        sitegen build --strict --format github
        sitegen build --drafts                 with drafts and later texts, marked
        sitegen build --timings                also time and memory of every stage
        sitegen build --verbose                also what Content/ corrects in seeds

      Texts of a date after today (UTC, or the day of SOURCE_DATE_EPOCH) stay out until then.

      Exit status: 0 built, 1 errors in the content, 64 wrong usage, 70 the machine's fault or ours.
      """
  )

  @OptionGroup var options: SiteOptions

  @Option(help: "Citation style, instead of site.yaml's: a name without .csl.")
  var csl: String?

  @Flag(help: "All rules of `sitegen check` hold, and warnings count as errors.")
  var strict = false

  @Flag(help: "Show drafts and texts of a later date, marked as such; not for readers.")
  var drafts = false

  @Flag(help: "Also say which fields of Content/ take the place of what seeds say (REL006).")
  var verbose = false

  @Option(help: "Form of the diagnostics: text, json (one object a line), github, gitlab or sarif.")
  var format: DiagnosticFormat = .text

  // Without `.next` the library reads `--timings=json --strict` as `--timings --strict`.
  @Option(
    defaultAsFlag: .table,
    parsing: .next,
    help: "Also say what each stage took: a table, or json (one object, the last line)."
  )
  var timings: TimingsForm?

  mutating func validate() throws {
    if case .unknown(let word)? = timings {
      throw ValidationError("--timings=\(word) is no form: table or json")
    }
  }

  func run() async throws {
    let printer = StagePrinter(isMachineRead: format.isForMachines || timings == .json)
    defer { printTimings(of: printer) }
    let settings = BuildSettings(
      entityTypes: contentTypes,
      baseURL: options.baseURL,
      citationStyle: csl,
      linkStyle: options.links,
      isStrict: strict,
      rules: strict ? .all : .essential,
      date: try buildDate(),
      showsDrafts: drafts,
      jobs: options.jobs ?? ProcessInfo.processInfo.activeProcessorCount
    )
    let report: WorkspaceReport
    do throws(FileSystemError) {
      report = try await buildWorkspace(
        options.siteDirectory,
        output: options.outputDirectory,
        settings,
        by: readProgramIdentity()
      ) { stage, made in
        if stage == .read { preferLargePages(forTexts: made.count) }
        printer.print(stage, made)
      }
    } catch {
      printer.finish()
      try printDiagnostics([error.diagnostic], sources: [], format: format)
      printer.conclude("nothing was written, the last good output stands")
      throw Exit.code(for: error)
    }
    keepUntilExit(report)
    printer.finish()
    let shown = report.diagnostics.filter { verbose || $0.code != LoadingDiagnostics.correction }
    try printDiagnostics(shown, sources: report.shown, format: format)
    let found = count(of: shown)
    guard report.written != nil else {
      printer.conclude("\(found): nothing was written, the last good output stands")
      throw Exit.contentErrors
    }
    printer.conclude(
      "built into \(options.outputDirectory.path)" + (found.isEmpty ? "" : " with \(found)")
    )
  }

  private func printTimings(of printer: StagePrinter) {
    switch timings {
    case .table:
      write(timingsTable(printer.timings), to: format == .text ? .standardOutput : .standardError)
    case .json: write(timingsJSON(printer.timings), to: .standardOutput)
    case .unknown, nil: break
    }
  }
}
