import ArgumentParser
import Diagnostics
import FileSystem
import Foundation
import Markdown

/// `sitegen markdown`.
struct MarkdownCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "markdown",
    abstract: "Prints Markdown from standard input as HTML.",
    discussion: """
      The dialect is that of the site: CommonMark, the extensions of GitHub, and citations, \
      mentions, notes and French typography. Links to works and entities stay words, since no site \
      is read.

      Examples:
        sitegen markdown < text.md
        sitegen markdown --commonmark < spec-example.md
        sitegen markdown --gfm < table.md
      """
  )

  @Flag(help: "CommonMark alone, nothing of ours or GitHub's.")
  var commonmark = false

  @Flag(help: "CommonMark with the extensions of GitHub, nothing of ours.")
  var gfm = false

  mutating func validate() throws {
    if commonmark, gfm { throw ValidationError("--commonmark and --gfm exclude each other") }
  }

  func run() throws {
    let file = SourceFile(
      path: "standard input",
      bytes: try orEnd { () throws(FileSystemError) in try readStandardInput() }
    )
    let dialect: MarkdownDialect = commonmark ? .commonMark : gfm ? .gitHub : .scholarly
    let parsed = parseMarkdown(ComposedText(of: file), dialect: dialect)
    var html: [UInt8] = []
    renderHTML(parsed.value, resolver: .plain, into: &html)
    try deliver(html)
    printDiagnostics(parsed.diagnostics, sources: [file])
    if parsed.diagnostics.containsError { throw Exit.contentErrors }
  }
}
