import ArgumentParser
import Build
import Foundation

/// `sitegen diagnostics`.
struct DiagnosticsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diagnostics",
    abstract: "Prints the manual of all diagnostics in Markdown.",
    discussion: """
      Example:
        sitegen diagnostics > docs/diagnostics.md
      """
  )

  func run() throws { try deliver(Array(diagnosticManual().utf8)) }
}
