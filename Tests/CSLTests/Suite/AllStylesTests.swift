import Foundation
import Testing

@testable import CSL

/// Every independent style of the distribution's package renders a mixed list.
///
/// Slow: runs only with `SITEGEN_CSL_STYLES` naming the folder of styles.
@Suite("All styles") struct AllStylesTests {
  static let folder = ProcessInfo.processInfo.environment["SITEGEN_CSL_STYLES"]

  static let types = [
    "article-journal", "book", "chapter", "thesis", "webpage", "report", "paper-conference",
    "legal_case", "motion_picture", "article-newspaper", "entry-encyclopedia", "patent", "map",
    "interview", "personal_communication", "speech", "song", "manuscript", "dataset", "",
  ]

  /// Twenty items of twenty types, some poor in fields.
  static var items: [CSLItem] {
    types.enumerated().map { index, type in
      var item = CSLItem(id: "item-\(index)", type: type)
      if index % 5 != 4 { item.fields["title"] = .text("A <i>title</i> of \"number\" \(index)") }
      if index % 3 != 2 {
        item.fields["author"] = .names([
          CSLName(family: "van Lind", given: "Kai-Ole"), CSLName(literal: "Office of Maps"),
        ])
      }
      item.fields["editor"] = .names([CSLName(family: "Sand", given: "Ada")])
      item.fields["container-title"] = .text("Container")
      item.fields["page"] = .text("12-19")
      item.fields["volume"] = .number("3")
      item.fields["issued"] = .date(
        index % 4 == 3 ? CSLDate(literal: "n.d.") : CSLDate(start: .init(year: 1990 + index))
      )
      return item
    }
  }

  @Test(.enabled(if: folder != nil, "SITEGEN_CSL_STYLES names no folder"))
  func everyStyleRendersAMixedList() throws {
    let folder = URL(filePath: try #require(Self.folder))
    var locales = Suite.Locales()
    var rendered = 0
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    for file in files where file.hasSuffix(".csl") {
      let style = try CSLStyle(xml: Suite.bytes(folder.appending(path: file)))
      guard style.independentParent == nil else { continue }
      let language = style.defaultLocale ?? "en-US"
      let citations = Self.items.map { CSLCitation(cites: [Cite(id: $0.id)], noteNumber: 1) }
      let result = processCitations(
        CitationRequest(
          items: Self.items,
          style: style,
          locales: try locales.files(for: localeChain(for: language)),
          citations: citations
        )
      )
      #expect(result.citations.count == 20, "\(file)")
      #expect(!style.warnings.contains { $0.kind == .recursiveMacro }, "\(file)")
      rendered += 1
    }
    print("styles rendered: \(rendered)")
    #expect(rendered > 0)
  }
}
