import ArgumentParser
import Foundation

/// Where the program begins.
@main
enum EntryPoint {
  static func main() async {
    // A reader that closes early (`sitegen build | head`) must not kill a build half way.
    signal(SIGPIPE, SIG_IGN)
    await SiteGenCommand.main()
  }
}

/// The list of commands.
struct SiteGenCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sitegen",
    abstract: "Makes a cross-linked site from the texts of a scholarly collection.",
    discussion: """
      Examples:
        sitegen new site revue                 make a small site in the folder revue
        sitegen new issue "Un titre"           make the file of the next issue
        sitegen build                          build this folder into output/
        sitegen build --strict --format github build in CI, warnings count as errors
        sitegen check                          see what is wrong, by all rules
        sitegen serve --open                   see it in the browser, always current
        sitegen inspect report.txt             see what is understood of a raw text
        sitegen why /personnes/ada-lovelace/   see what made a page
        sitegen import report.txt              turn it into files of Content/
        sitegen explain LNK001                 what a diagnostic asks for
        sitegen publish 1                      publish a numbered issue
        sitegen diff main                      what changed since a revision
        sitegen markdown < text.md             see a text as HTML
        sitegen template issue --json issue.json
      """,
    version: "0.1.0",
    subcommands: [
      NewCommand.self, BuildCommand.self, CheckCommand.self, ServeCommand.self, PublishCommand.self,
      DiffCommand.self, InspectCommand.self, WhyCommand.self, AddressesCommand.self,
      ImportCommand.self, MarkdownCommand.self, TemplateCommand.self, ExplainCommand.self,
      DiagnosticsCommand.self, CSLCommand.self, CiteCommand.self,
    ]
  )
}
