public import ArgumentParser
public import Diagnostics
import FileSystem
import Loading
public import SiteModel

/// Which site, and how it is addressed.
struct SiteOptions: ParsableArguments {
  @Option(help: "Folder of the site: Content/, seeds/, Templates/.")
  var site = "."

  @Option(help: "Folder to write; defaults to output/ in the folder of the site.")
  var output: String?

  @Option(name: .customLong("base-url"), help: "Address of the site, instead of site.yaml's.")
  var baseURL: String?

  @Option(help: "Links to pages: folder, for web servers, or file, to open them from a disk.")
  var links: LinkStyle = .folder

  @Option(help: "Number of workers; the output never depends on it.")
  var jobs: Int?

  mutating func validate() throws {
    if let baseURL, !isBaseURL(baseURL) {
      throw ValidationError(
        "--base-url \"\(baseURL)\" is no absolute http or https address, such as https://example.org/revue"
      )
    }
    if let jobs, !(1...1024).contains(jobs) {
      throw ValidationError("--jobs takes a whole number from 1 to 1024")
    }
  }

  var siteDirectory: SiteDirectory { SiteDirectory(path: site) }

  var outputDirectory: OutputDirectory {
    OutputDirectory(path: output ?? (site.hasSuffix("/") ? "\(site)output" : "\(site)/output"))
  }
}

extension LinkStyle: ExpressibleByArgument {}
extension DiagnosticFormat: ExpressibleByArgument {}
