import ArgumentParser
import Build
import CSL
import Diagnostics
import FileSystem
import Foundation
import Loading
import SiteModel

/// `sitegen cite`.
struct CiteCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cite",
    abstract: "Formats a list of references.",
    discussion: """
      Reads CSL-JSON, BibTeX or RIS, told apart by the ending of the file, else by its first \
      characters, and prints the reference list, an entry a line. A style without a bibliography \
      prints each work as its first citation would.

      Styles and locales stand in Templates/csl/ of the site, or come from Debian's packages \
      citation-style-language-styles and citation-style-language-locales; --style also takes the \
      path of a .csl file.

      Examples:
        sitegen cite articles.bib
        sitegen cite --style apa --locale en-GB --format html articles.json
        curl -LH 'Accept: application/x-bibtex' https://doi.org/10.1000/182 |
          sitegen cite -

      Exit status: 0 printed, 1 a file or the style cannot be read, 64 wrong usage, 70 the \
      machine's fault or ours.
      """
  )

  /// What an entry is written as.
  enum Form: String, CaseIterable, ExpressibleByArgument {
    case text
    case html
  }

  @Argument(
    help: "Files of references; - for standard input.",
    completion: .file(extensions: ["json", "bib", "ris"])
  )
  var items: [String]

  @Option(help: "Style: a name without .csl, or the path of a file.")
  var style: String = ChosenStyle.houseName

  @Option(help: "Language to write in, such as fr or en-GB; else that of the style, else en-US.")
  var locale: String?

  @Option(help: "What to print: text or html.")
  var format: Form = .text

  @Option(help: "Folder of the site, for Templates/csl/.")
  var site = "."

  func run() throws {
    let chosen = ChosenStyle(named: style)
    let sources = try orEnd { () throws(FileSystemError) in try readStyles(chosen) }
    let loaded = loadCitationStyle(sources, chosen, language: locale ?? "en-US", isNeeded: true)
    printDiagnostics(loaded.diagnostics, sources: sources.files)
    guard !loaded.diagnostics.containsError else { throw Exit.contentErrors }
    var read: [CSLItem] = []
    for path in items {
      let file = try orEnd { () throws(FileSystemError) in try readItemFile(path) }
      let found = try readItems(of: file)
      for problem in found.problems { write("\(file.path):\(problem)\n", to: .standardError) }
      read += found.items
    }
    let entries = formatEntries(read, loaded.value)
    try deliver(Array(entries.map { line(of: $0) }.joined().utf8))
  }

  /// The items of a file, and what its reader noticed, each with line and column.
  private func readItems(of file: SourceFile) throws -> (items: [CSLItem], problems: [String]) {
    let reading: InterchangeReading
    switch BibliographicFormat(of: file) {
    case .json:
      do throws(CSLReadError) {
        return (try CSLJSON.readItems(file.bytes), [])
      } catch {
        write("\(file.path):\(error.line): error: \(error.summary)\n", to: .standardError)
        throw Exit.contentErrors
      }
    case .bibTeX: reading = BibTeX.readItems(file.bytes)
    case .ris: reading = RIS.readItems(file.bytes)
    }
    let problems = reading.diagnostics.map {
      "\($0.position.line):\($0.position.column): warning: \($0.message)"
    }
    return (reading.items, problems)
  }

  /// The styles and locales of the site, and of the system what is missing there.
  private func readStyles(_ chosen: ChosenStyle) throws(FileSystemError) -> SourceTree {
    // Without a folder of templates, there is still the system.
    var files = (try? readTemplates(SiteDirectory(path: site)))?.value ?? []
    if style.hasSuffix(".csl") || style.contains("/") {
      files.append(SourceFile(path: style, bytes: try readStandaloneFile(style)))
    }
    let tree = SourceTree(files: files)
    return try addInstalledStyle(chosen, to: tree, language: locale ?? "en-US")
  }

  private func readItemFile(_ path: String) throws(FileSystemError) -> SourceFile {
    path == "-"
      ? SourceFile(path: "standard input", bytes: try readStandardInput())
      : SourceFile(path: path, bytes: try readStandaloneFile(path))
  }

  /// The reference list; without one in the style, the first citation of each work.
  private func formatEntries(_ items: [CSLItem], _ style: CitationStyle) -> [[FormattedText]] {
    var request = CitationRequest(
      items: items,
      style: style.style,
      locales: style.locales,
      language: locale ?? style.language
    )
    if style.style.hasBibliography { return processCitations(request).bibliography.map(\.content) }
    request.citations = items.map { CSLCitation(cites: [Cite(id: $0.id)]) }
    return processCitations(request).citations
  }

  /// An entry in one line.
  private func line(of entry: [FormattedText]) -> String {
    let text = format == .html ? writeHTML(entry) : writePlainText(entry)
    return text.split(whereSeparator: \.isNewline).joined(separator: " ") + "\n"
  }
}

/// The formats of references that are read.
private enum BibliographicFormat {
  case json
  case bibTeX
  case ris

  /// Tells by the ending of the name, else by the first characters.
  init(of file: SourceFile) {
    switch file.path.split(separator: ".").last?.lowercased() {
    case "json": self = .json
    case "bib": self = .bibTeX
    case "ris": self = .ris
    default:
      let start = file.bytes.drop { $0 <= 0x20 || $0 > 0x7F }.prefix(5)
      if start.first == UInt8(ascii: "[") || start.first == UInt8(ascii: "{") {
        self = .json
      } else {
        self = start.starts(with: "TY  -".utf8) ? .ris : .bibTeX
      }
    }
  }
}
