import ArgumentParser
import Build
import ContentTypes
import Diagnostics
import FileSystem
import Foundation
import SiteModel

/// `sitegen addresses`.
struct AddressesCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "addresses",
    abstract: "Shows and records the addresses that the site has promised.",
    discussion: """
      Content/addresses.yaml holds the address of every page that was ever published. A build warns \
      of each that is gone; `former-addresses` in a record leads it to the new one, --retire gives \
      it up. docs/addresses.md tells more.

      Examples:
        sitegen addresses                      kept, new, redirected and gone ones
        sitegen addresses --update             record the new ones
        sitegen addresses --retire /ancien/    give one up

      Exit status: 0 done, 1 errors in the content, 64 wrong usage, 70 the machine's fault or ours.
      """
  )

  @Option(help: "Folder of the site.")
  var site = "."

  @Flag(help: "Write Content/addresses.yaml.")
  var update = false

  @Option(help: "Give up an address that is gone, and write Content/addresses.yaml; repeatable.")
  var retire: [String] = []

  func run() async throws {
    let settings = try readingSettings()
    let isUpdate = update || !retire.isEmpty
    let report: AddressReport
    do throws(FileSystemError) {
      report = try await reviewAddresses(
        of: SiteDirectory(path: site),
        settings,
        retiring: retire,
        isUpdate: isUpdate
      )
    } catch {
      printDiagnostics([error.diagnostic], sources: [])
      throw Exit.code(for: error)
    }
    try conclude(report, isUpdate: isUpdate)
  }

  private func conclude(_ report: AddressReport, isUpdate: Bool) throws {
    let errors = report.diagnostics.filter { $0.severity == .error }
    let gone = report.diagnostics.filter { $0.code.name == "address-gone" }
    printDiagnostics(errors + gone, sources: report.sources.files)
    for address in report.unretirable {
      let known = report.plan.lines.filter { $0.state == .gone }.map(\.route.text)
      let near = suggestion(for: address, among: known)
      write("error: \(address) is not a promised address that is gone\(near)\n", to: .standardError)
    }
    guard report.unretirable.isEmpty else { throw Exit.usage }
    guard errors.isEmpty else {
      write("\(count(of: errors)): nothing was written\n", to: .standardError)
      throw Exit.contentErrors
    }
    if !isUpdate { write(report.plan.outline, to: .standardOutput) }
    let done = isUpdate ? (report.isWritten ? "recorded: " : "nothing to record: ") : ""
    write("\(done)\(report.plan.summary)\n", to: .standardOutput)
  }
}
