import Build
import Diagnostics
import Foundation
import FrontMatter
import Markup
import Support
import Testing

/// Texts, and what a reader finds in them.
struct GoldCollection: Sendable, CustomTestStringConvertible {
  /// The heading of its part of the page.
  let title: String
  /// Where the texts and their list are, from the root of the package.
  let seeds: String
  /// Where the gold records are, from the root of the package.
  let gold: String
  /// Whether the texts were written to be read once before any parser knew them.
  var isInvented: Bool { !namesOrganisations }
  /// Whether the gold records say which organisations and acronyms the texts name.
  let namesOrganisations: Bool

  static let seeds = GoldCollection(
    title: "The seeds of this site",
    seeds: "seeds",
    gold: "Tests/SeedQualityTests/Gold",
    namesOrganisations: true
  )
  static let unseen = GoldCollection(
    title: "Texts written to be different, before tuning",
    seeds: "Tests/SeedQualityTests/Unseen/seeds",
    gold: "Tests/SeedQualityTests/Unseen/Gold",
    namesOrganisations: false
  )
  static let fresh = GoldCollection(
    title: "A second set, read once after the tuning",
    seeds: "Tests/SeedQualityTests/Fresh/seeds",
    gold: "Tests/SeedQualityTests/Fresh/Gold",
    namesOrganisations: false
  )
  static let all = [seeds, unseen, fresh]

  var testDescription: String { title }

  /// What `sitegen inspect --json` says of the texts.
  func inspect() throws -> JSONValue {
    let folder = packageRoot.appending(path: seeds)
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path())
    let files = try names.filter { $0.hasSuffix(".txt") || $0.hasSuffix(".yaml") }.map { name in
      SourceFile(
        path: "seeds/\(name)",
        bytes: [UInt8](try Data(contentsOf: folder.appending(path: name)))
      )
    }
    return inspectSeeds(of: SourceTree(files: files)).json
  }

  /// The figures of the first reading; none for the texts the parsers were written with.
  func firstReading() throws -> JSONValue {
    isInvented ? try readGold("first-reading") : .null
  }

  /// A file of gold records, in the same form as what is inspected; numbers are texts.
  func readGold(_ name: String) throws -> JSONValue {
    let url = packageRoot.appending(path: "\(gold)/\(name).yaml")
    let read = readYAML(SourceFile(path: name, bytes: [UInt8](try Data(contentsOf: url))))
    guard read.diagnostics.isEmpty else { throw GoldFault(diagnostics: read.diagnostics) }
    return JSONValue(.mapping(read.value))
  }
}
