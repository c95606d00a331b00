import Build
import ContentTypes
import Diagnostics
import FileSystem
import Foundation
import Markup
import SiteModel
import Support

/// The names in the prose of this site, against what a reader finds.
struct LinkQuality {
  /// By kind of entity, in the order of the kinds.
  let figures: [QualityFigure]
  /// All kinds together.
  let total: QualityFigure
  /// What the site says of its links.
  let links: [JSONValue]

  /// Places that several pages print count once.
  static func measure() async throws -> LinkQuality {
    let sources = try readSources(SiteDirectory(path: packageRoot.path())).value
    let settings = BuildSettings(
      entityTypes: contentTypes,
      baseURL: nil,
      linkStyle: .folder,
      isStrict: false,
      jobs: 2
    )
    let links = await inspectLinks(of: sources, settings).json["links"].list
    let expected = try expectedNamings()
    let found = foundNamings(links)
    let kinds = EntityKind.allCases.map(\.rawValue)
    let figures = kinds.map { kind in
      func ofKind(_ statements: [String]) -> [String] {
        statements.filter { $0.contains(" → \(kind):") }
      }
      return QualityFigure(kind, expected: ofKind(expected), found: ofKind(found))
    }
    return LinkQuality(
      figures: figures.filter { !$0.expected.isEmpty || !$0.extra.isEmpty },
      total: QualityFigure("all", expected: expected, found: found),
      links: links
    )
  }

  private static func expectedNamings() throws -> [String] {
    let persons = try GoldCollection.seeds.readGold("occurrences")["mentions"]
    let others = try GoldCollection.seeds.readGold("links")["links"]
    func statements(_ list: JSONValue, _ kind: String) -> [String] {
      list.keys.flatMap { file in
        list[file].list.map { naming in
          let target = naming.texts[2]
          let entity = target.contains(":") ? target : "\(kind):\(target)"
          return "\(file):\(naming.texts[0]) \(plain(naming.texts[1])) → \(entity)"
        }
      }
    }
    return statements(persons, "person") + statements(others, "organisation")
  }

  /// Of terms the uses that a page explains; of all others every naming.
  private static func foundNamings(_ links: [JSONValue]) -> [String] {
    var byPage: [String: [String: Int]] = [:]
    for link in links {
      let (entity, outcome) = (link["entity"].words, link["outcome"].words)
      guard outcome == "link" || outcome == "mention" && !entity.hasPrefix("term:") else {
        continue
      }
      let name = String(link["file"].words.split(separator: "/").last ?? "")
      let file = name.hasSuffix(".txt") ? String(name.prefix(3)) : String(name.dropLast(3))
      let statement = "\(file):\(link["line"].words) \(plain(link["printed"].words)) → \(entity)"
      byPage[link["page"].words, default: [:]][statement, default: 0] += 1
    }
    var counts: [String: Int] = [:]
    for page in byPage.values { counts.merge(page) { max($0, $1) } }
    return counts.sorted { $0.key < $1.key }.flatMap { Array(repeating: $0.key, count: $0.value) }
  }

  /// Apostrophes and spaces as typewriters set them.
  private static func plain(_ words: String) -> String {
    words.replacing("’", with: "'").replacing("\u{A0}", with: " ").replacing("\u{202F}", with: " ")
  }
}
