import Build
import CSL
import ContentTypes
import Diagnostics
import FileSystem
import Foundation
import SiteModel
import Support
import Testing

/// The style of the house against the reference lists that the seeds of this project print.
struct HouseStyleTests {
  private let style: CitationStyle
  private let references: [Reference]

  init() async throws {
    let sources = try readSources(SiteDirectory(path: packageRoot.path())).value
    let settings = BuildSettings(
      entityTypes: contentTypes,
      baseURL: nil,
      linkStyle: .folder,
      isStrict: false,
      jobs: 2
    )
    let built = await buildSite(from: sources, settings) { _, _ in }
    let site = try #require(built.site)
    style = site.citationStyle
    references = site.graph.entities(of: .reference).compactMap { $0 as? Reference }
      .filter { !$0.texts.isEmpty }
  }

  private func format(_ citations: [CSLCitation] = []) -> FormattedCitations {
    processCitations(
      CitationRequest(
        items: references.map(\.item),
        style: style.style,
        locales: style.locales,
        language: style.language,
        citations: citations
      )
    )
  }

  /// `HouseStyle/exceptions.md` says of each entry that differs what is irregular in its print.
  @Test func theStyleGivesThePrintedListsBack() throws {
    let formatted = Dictionary(
      format().bibliography.map { ($0.id, regular(markdown(of: $0.content))) },
      uniquingKeysWith: { first, _ in first }
    )
    let differing = references.filter {
      formatted[$0.item.id] != regular(printed($0))
    }
    let passing = references.count - differing.count
    print("house style: \(passing) of \(references.count) references as printed")
    #expect(differing.map(\.item.id).sorted() == (try exceptions()).sorted())
    #expect(references.count == 38)
  }

  @Test(arguments: [
    (["didier2018"], nil, "(Didier, 2018)"),
    (["didier2018"], "12", "(Didier, 2018, p. 12)"),
    (["didier2018"], "12-14", "(Didier, 2018, p. 12-14)"),
    (["bourgain2022", "turrini2021a"], nil, "(Bourgain & Lade, 2022 ; Turrini & Bourgain, 2021a)"),
    (["le-moal2010"], nil, "(Le Moal et al, 2010)"),
    (["doueih2018"], nil, "(Doueih & Domenicucci, 2018)"),
    (["dufour2021", "dufour2021b"], nil, "(Dufour, 2021 ; Dufour et al, 2021)"),
    (["turrini2021b"], nil, "(Turrini & Bourgain, 2021b)"),
  ])
  func callsStandAsTheTextsPrintThem(keys: [String], page: String?, printed: String) {
    let citation = CSLCitation(cites: keys.map { Cite(id: $0, locator: page, label: "page") })
    #expect(format([citation]).citations.map(\.plainText) == [printed])
  }

  private func printed(_ reference: Reference) -> String {
    reference.texts.first.flatMap { $0.markdown.text(in: nil) }.map {
      String(decoding: $0.bytes, as: UTF8.self)
    } ?? ""
  }

  private func exceptions() throws -> [String] {
    let file = packageRoot.appending(path: "Tests/GoldenTests/HouseStyle/exceptions.md")
    let text = try String(contentsOf: file, encoding: .utf8)
    return text.matches(of: /(?m)^- `([^`]+)`: ./).map { String($0.1) }
  }

  private func markdown(of nodes: [FormattedText]) -> String {
    nodes.map { node in
      switch node {
      case .text(let text): text
      case .styled(.italic, let children): "*\(markdown(of: children))*"
      case .styled(_, let children), .block(_, let children), .linked(_, let children):
        markdown(of: children)
      }
    }
    .joined()
  }

  /// One kind of space and one of quotation marks.
  private func regular(_ text: String) -> String {
    text.replacing(/\s+/, with: " ").replacing(/« ?| ?»|[“”]/, with: "\"")
      .replacing(/[‘’]/, with: "'")
  }
}

/// The words of the house for citations, in its two languages.
struct HouseLocaleTests {
  private func terms(_ language: String) throws -> Set<String> {
    let file = packageRoot.appending(path: "Templates/csl/locales-\(language).xml")
    let text = try String(contentsOf: file, encoding: .utf8)
    let names = text.matches(of: /<term name="([^"]+)"/).map { String($0.1) }
    return Set(names.filter { !$0.hasPrefix("ordinal") })
  }

  @Test func bothLanguagesHaveTheSameTerms() throws {
    let french = try terms("fr-FR")
    #expect(try terms("en-US").symmetricDifference(french) == [])
    #expect(french.count > 150)
  }
}
