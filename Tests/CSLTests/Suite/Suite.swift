import Foundation

@testable import CSL

/// The official suite on this machine, where it is there.
enum Suite {
  static let testFolder = URL(filePath: #filePath).deletingLastPathComponent()

  static let folder: URL = {
    let environment = ProcessInfo.processInfo.environment
    let suites =
      environment["SITEGEN_SUITES"].map { URL(filePath: $0) }
      ?? testFolder.appending(path: "../../../../shared/suites").standardizedFileURL
    return suites.appending(path: "csl")
  }()

  static let localesFolder = URL(
    filePath: ProcessInfo.processInfo.environment["SITEGEN_CSL_LOCALES"]
      ?? "/usr/share/citation-style-language/locales"
  )

  static let isPresent =
    FileManager.default.fileExists(atPath: folder.path)
    && FileManager.default.fileExists(atPath: localesFolder.path)

  static func fixtureNames() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path)
      .filter { $0.hasSuffix(".json") }.map { String($0.dropLast(5)) }.sorted()
  }

  static func bytes(_ url: URL) throws -> [UInt8] { [UInt8](try Data(contentsOf: url)) }

  /// The locale files of a folder, each read once.
  struct Locales {
    private var read: [String: CSLLocale] = [:]

    /// The files there are for a list of languages.
    mutating func files(for languages: [String]) throws -> [CSLLocale] {
      try languages.compactMap { try file(for: $0) }
    }

    private mutating func file(for language: String) throws -> CSLLocale? {
      if let known = read[language] { return known }
      for name in [language, String(language.prefix { $0 != "-" })] {
        let url = localesFolder.appending(path: "locales-\(name).xml")
        guard FileManager.default.fileExists(atPath: url.path) else { continue }
        let locale = try CSLLocale(xml: bytes(url))
        read[language] = locale
        return locale
      }
      return nil
    }
  }

  static func run(
    _ name: String,
    _ locales: inout Locales
  ) throws -> (output: String, expected: String) {
    let fixture = try OfficialFixture(json: bytes(folder.appending(path: name + ".json")))
    return (fixture.run(locales: try locales.files(for: fixture.languages)), fixture.expected)
  }
}
