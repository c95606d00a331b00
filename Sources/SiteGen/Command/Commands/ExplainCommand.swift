import ArgumentParser
import Build
import Diagnostics
import Foundation

/// `sitegen explain`.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Explains a diagnostic: what the rule asks, why, and how to mend a breach.",
    discussion: """
      Examples:
        sitegen explain LNK001
        sitegen explain broken-internal-link
        sitegen explain                        every code with its name
      """
  )

  @Argument(help: "A code, or its name.")
  var code: String?

  func run() throws {
    guard let code else {
      let lines = allCodes.map { "\($0.id) \($0.name)\n" }
      return try deliver(Array(lines.joined().utf8))
    }
    let found = findCode(code)
    guard let known = found.code else {
      write("error: no diagnostic has the code \"\(code)\"\(found.hint)\n", to: .standardError)
      throw Exit.usage
    }
    try deliver(Array(diagnosticPage(of: known).utf8))
  }
}
