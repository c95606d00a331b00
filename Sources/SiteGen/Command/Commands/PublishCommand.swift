import ArgumentParser
import Build
import ContentTypes
import Diagnostics
import FileSystem
import Foundation
import SiteModel

/// `sitegen publish`.
struct PublishCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "publish",
    abstract: "Publishes an issue, or a declared change to one, and seals its text.",
    discussion: """
      The issue must be complete (title, authors, abstract, licence …) and free of errors and \
      warnings. Its file gets `status: published`, and date and number where it has none; \
      Content/issues/registry.yaml records the seal of the text, and Content/issues/published/ keeps \
      the text itself. From then on a change to the text is a warning, and an error under \
      `build --strict`, until the issue declares it under `erratum:` or `revision:`; publishing \
      again records it. All files are written, or none. docs/publishing.md tells more.

      Examples:
        sitegen publish 1 --dry-run            what would be written, line by line
        sitegen publish 1
        sitegen publish 2 --date 2027-01-12    a date for an issue that gives none

      Exit status: 0 published, 1 something keeps it from that, 64 wrong usage, 70 the machine's \
      fault or ours.
      """
  )

  @Argument(help: "The number of the issue, or its slug.")
  var issue: String

  @Option(help: "Folder of the site.")
  var site = "."

  @Option(help: "The date of an issue that gives none, as 2027-01-12; today otherwise.")
  var date: String?

  @Flag(name: .customLong("dry-run"), help: "Only say what would be written.")
  var isDryRun = false

  mutating func validate() throws {
    if let date, PartialDate(date) == nil {
      throw ValidationError("--date \"\(date)\" is no date such as 2027-01-12")
    }
  }

  func run() async throws {
    let today = try buildDate()
    let settings = try readingSettings()
    let answer: PublicationAnswer
    do throws(FileSystemError) {
      answer = try await publishText(
        named: issue,
        in: SiteDirectory(path: site),
        on: today,
        asking: date.flatMap { PartialDate($0) },
        settings,
        isDryRun: isDryRun
      )
    } catch {
      printDiagnostics([error.diagnostic], sources: [])
      throw Exit.code(for: error)
    }
    guard answer.isKnown else {
      let near = suggestion(for: issue, among: answer.names)
      let names = answer.names.joined(separator: ", ")
      let hint = names.isEmpty ? "there is none in Content/issues/" : "issues: \(names)"
      write("error: no issue is called \"\(issue)\"\(near); \(hint)\n", to: .standardError)
      throw Exit.usage
    }
    printDiagnostics(answer.diagnostics, sources: answer.sources.files)
    guard let plan = answer.plan else {
      write("\(count(of: answer.diagnostics)): nothing was written\n", to: .standardOutput)
      throw Exit.contentErrors
    }
    tell(plan)
  }

  private func tell(_ plan: PublicationPlan) {
    switch plan.outcome {
    case .standing(let version, let date):
      let text = version == 1 ? "" : ", in version \(version)"
      write(
        "\(plan.id) is published since \(date.isoText)\(text), and nothing changed\n",
        to: .standardOutput
      )
    case .published(let version, let date):
      let done = isDryRun ? "would be published" : "published"
      if isDryRun { write(plan.difference, to: .standardOutput) }
      write("\(plan.id) \(done) as version \(version) of \(date.isoText)\n", to: .standardOutput)
      if !isDryRun {
        for edit in plan.edits { write("  wrote \(edit.path)\n", to: .standardOutput) }
      }
    }
    write("left to do:\n", to: .standardOutput)
    if case .published = plan.outcome {
      write("  commit these files, build the site and send it to its host\n", to: .standardOutput)
    }
    for task in plan.tasks { write("  \(words(for: task))\n", to: .standardOutput) }
  }

  private func words(for task: PublicationPlan.Task) -> String {
    switch task {
    case .identifier(let file):
      "ask for a DOI and write it as `doi: 10.…` in \(file); the seal does not change by it"
    case .serialNumber:
      "ask for an ISSN and write it as `issn: 1234-5679` in Content/site.yaml"
    case .deposit:
      "deposit the text: legal deposit, and an open archive such as HAL"
    }
  }
}
