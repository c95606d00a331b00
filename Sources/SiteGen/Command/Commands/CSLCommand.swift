import ArgumentParser
import CSL
import FileSystem
import Markup

/// `sitegen csl`.
struct CSLCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "csl",
    abstract: "Runs fixtures of the official CSL test suite.",
    discussion: """
      Prints one JSON line a fixture, with its name and what the processor made of it, so that \
      anyone can judge the processor from outside. Locales come from Debian's package \
      citation-style-language-locales, or from --locales.

      Example:
        sitegen csl ../shared/suites/csl/name_*.json
      """
  )

  @Argument(help: "Fixtures in their JSON form.", completion: .file(extensions: ["json"]))
  var fixtures: [String]

  @Option(help: "Folder of locale files, locales-en-US.xml and so on.")
  var locales = "/usr/share/citation-style-language/locales"

  func run() throws {
    var read: [String: CSLLocale] = [:]
    for path in fixtures {
      let bytes = try orEnd { () throws(FileSystemError) in try readStandaloneFile(path) }
      let fixture: OfficialFixture
      do throws(CSLReadError) {
        fixture = try OfficialFixture(json: bytes)
      } catch {
        throw ValidationError("\(path) is no fixture of the suite: \(error)")
      }
      let found = try fixture.languages.compactMap { try locale(for: $0, &read) }
      let line = JSONValue.object([
        "name": .string(name(of: path)), "output": .string(fixture.run(locales: found)),
      ])
      try deliver(Array("\(line.text)\n".utf8))
    }
  }

  /// The locale of a language, or of its first part; each file is read once.
  private func locale(for language: String, _ read: inout [String: CSLLocale]) throws -> CSLLocale?
  {
    for name in [language, String(language.prefix { $0 != "-" })] {
      if let known = read[name] { return known }
      guard let bytes = try? readStandaloneFile("\(locales)/locales-\(name).xml"),
        let locale = try? CSLLocale(xml: bytes)
      else { continue }  // the next, more general name may have a file
      read[name] = locale
      return locale
    }
    if language == "en-US" {
      throw ValidationError(
        "\(locales) holds no locales-en-US.xml; install citation-style-language-locales or name "
          + "another folder with --locales"
      )
    }
    return nil
  }

  private func name(of path: String) -> String {
    let file = path.split(separator: "/").last.map(String.init) ?? path
    return file.hasSuffix(".json") ? String(file.dropLast(5)) : file
  }
}
