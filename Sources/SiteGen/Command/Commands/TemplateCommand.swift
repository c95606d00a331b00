import ArgumentParser
import Diagnostics
import FileSystem
import Foundation
import Markup
import Templating

/// `sitegen template`.
struct TemplateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "template",
    abstract: "Renders one template from JSON.",
    discussion: """
      Names and partials that are not there print nothing, as the Mustache specification asks; \
      `sitegen build` makes each of them an error instead. What is wrong with the templates \
      themselves is printed, and rendered as well as can be.

      Examples:
        sitegen template home --json home.json
        sitegen template partials/card --json - < card.json
      """
  )

  @Argument(help: "Name of the template: its path below Templates/ without .mustache.")
  var name: String

  @Option(help: "File with the values, or - for standard input.")
  var json: String

  @Option(help: "Folder of the site, which holds Templates/.")
  var site = "."

  func run() throws {
    let templates = try orEnd { () throws(FileSystemError) in
      try readTemplates(SiteDirectory(path: site))
    }
    let values = try orEnd { () throws(FileSystemError) in
      try json == "-" ? readStandardInput() : readStandaloneFile(json)
    }
    let compiled = TemplateSet.compile(templates.value, root: "Templates")
    printDiagnostics(
      templates.diagnostics + compiled.diagnostics,
      sources: templates.value
    )
    guard compiled.value.contains(name) else {
      let near = suggestion(for: name, among: compiled.value.names)
      throw ValidationError("Templates/ holds no template \"\(name)\"\(near)")
    }
    guard let parsed = try? JSONValue(parsing: values) else {
      throw ValidationError("\(json) holds no JSON")
    }
    try deliver(compiled.value.render(name, value: TemplateValue(json: parsed)))
    if (templates.diagnostics + compiled.diagnostics).containsFault { throw Exit.contentErrors }
  }
}

extension [Diagnostic] {
  /// Whether a template itself is wrong; one that is only missing prints nothing, by specification.
  fileprivate var containsFault: Bool {
    contains { $0.severity == .error && $0.code != TemplatingDiagnostics.unknownTemplate }
  }
}
