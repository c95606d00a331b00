import ArgumentParser
import Build
import ContentTypes
import Diagnostics
import FileSystem
import Foundation
import Loading
import Preview

/// `sitegen serve`.
struct ServeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve",
    abstract: "Shows the site in a browser, and follows every change.",
    discussion: """
      Builds in memory and serves this machine alone; output/ is neither read nor written. When a \
      file is saved, the pages that changed load again where they were read. What is wrong stands \
      over the page until it is mended. Ctrl-C ends it.

      Examples:
        sitegen serve --open                   and open it in the browser
        sitegen serve --drafts                 with drafts and later texts, marked
        sitegen serve --port 0                 at any port that is free
        sitegen serve --host 0.0.0.0           for all machines of this network
        sitegen serve --production             output/ as a host would serve it

      Exit status: 0 stopped, 64 wrong usage, 70 the machine's fault or ours.
      """
  )

  @OptionGroup var options: SiteOptions

  @Option(help: "Port to listen on; 0 takes any that is free.")
  var port = 8000

  @Option(help: "Address to listen on; all but loopback lets other machines read the site.")
  var host = "127.0.0.1"

  @Option(help: "Citation style, instead of site.yaml's: a name without .csl.")
  var csl: String?

  @Flag(help: "Show drafts and texts of a later date, marked as such.")
  var drafts = false

  @Flag(help: "Open the site in the browser of the desktop.")
  var open = false

  @Flag(help: "Serve the output of the last build as a host would, and rebuild nothing.")
  var production = false

  mutating func validate() throws {
    guard (0...65_535).contains(port) else {
      throw ValidationError("--port takes a whole number from 0 to 65535")
    }
  }

  func run() async throws {
    let stop = StopSignals()
    let printer = PreviewPrinter()
    let server = try await startServer(printer)
    printer.printAddress(server.address, host: host, isProduction: production)
    if open { openBrowser(at: server.address) }
    await stop.wait()
    write("\nstopping…\n", to: .standardError)
    await server.stop()
  }

  private func startServer(_ printer: PreviewPrinter) async throws -> PreviewServer {
    let settings = try settings()
    do throws(PreviewError) {
      guard production else { return try await .start(settings, report: printer.print) }
      return try await .serve(options.outputDirectory, settings, report: printer.print)
    } catch {
      printDiagnostics([error.diagnostic], sources: [])
      throw Exit.code(for: FileSystemError(error.diagnostic))
    }
  }

  private func settings() throws -> PreviewSettings {
    PreviewSettings(
      site: options.siteDirectory,
      build: BuildSettings(
        entityTypes: contentTypes,
        baseURL: options.baseURL,
        citationStyle: csl,
        linkStyle: options.links,
        isStrict: false,
        date: try buildDate(),
        showsDrafts: drafts,
        jobs: options.jobs ?? ProcessInfo.processInfo.activeProcessorCount
      ),
      host: host,
      port: port,
      now: { Int(Date().timeIntervalSince1970) }
    )
  }
}
