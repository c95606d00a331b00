import CSL
import SiteModel
import Templating

extension Reference {
  /// Variables that the page shows as they are, by the name templates know them by.
  private static let plainVariables = [
    ("container", "container-title"), ("collection", "collection-title"),
    ("collection-number", "collection-number"), ("volume", "volume"), ("issue", "issue"),
    ("pages", "page"), ("number-of-pages", "number-of-pages"), ("publisher", "publisher"),
    ("place", "publisher-place"), ("edition", "edition"), ("genre", "genre"),
    ("number", "number"), ("version", "version"), ("event-title", "event-title"), ("isbn", "ISBN"),
    ("issn", "ISSN"), ("summary", "abstract"), ("keywords", "keyword"),
  ]

  /// What `data(in:)` gives.
  static let dataShape = RecordShape(
    Dictionary(
      uniqueKeysWithValues: plainVariables.map { ($0.0, TemplateShape.optional(.text)) }
    )
  ).merging([
    "type": .record(WorkTypes.shape), "authors": creatorShape, "editors": creatorShape,
    "translators": creatorShape, "year": .optional(.text), "lang": .optional(.text),
    "doi": .optional(.record(["href": .text, "text": .text])), "url": .optional(.text),
  ])

  private static let creatorShape = TemplateShape.listing(
    of: .record(["name": .text, "href": .optional(.text)])
  )

  /// The bibliographic data field by field; markup of CSL is left out.
  func data(in view: EntityView) -> TemplateRecord {
    let plain = Reference.plainVariables.map { name, variable in
      (name, item.text(variable).map { TemplateValue.text(withoutTags($0)) } ?? .absent)
    }
    return TemplateRecord(plain).merging([
      "type": WorkTypes.value(of: WorkTypes.type(of: item)),
      "authors": people("author", in: view), "editors": people("editor", in: view),
      "translators": people("translator", in: view), "year": year,
      "lang": language.map { .text($0) } ?? .absent,
      "doi": doi.map { .record(["href": .text(resolverAddress(ofDOI: $0)), "text": .text($0)]) }
        ?? .absent,
      "url": webAddress.map { .text($0) } ?? .absent,
    ])
  }

  /// The DOI without resolver or prefix.
  private var doi: String? {
    guard let text = item.text("DOI"), let start = text.firstRange(of: "10.") else { return nil }
    return String(text[start.lowerBound...])
  }

  /// The address on the web; nothing but http and https may become a link.
  private var webAddress: String? {
    guard let url = item.text("URL") else { return nil }
    let isWeb = ["https://", "http://"].contains { url.lowercased().hasPrefix($0) }
    return isWeb && !url.contains(where: \.isWhitespace) ? url : nil
  }

  /// The tag of the title's language, where the field holds one.
  private var language: String? {
    guard let tag = item.text("language")?.replacing("_", with: "-") else { return nil }
    let parts = tag.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    let isTag = parts.allSatisfy { part in
      (2...8).contains(part.count)
        && part.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x7A).contains($0 | 0x20) }
    }
    return isTag && parts[0].count == 2 ? tag : nil
  }

  /// The year, or the words that stand for it.
  private var year: TemplateValue {
    guard let issued = item.date("issued") else { return .absent }
    guard let start = issued.start else { return .text(issued.literal) }
    let end = issued.end.flatMap { $0.year == start.year ? nil : "–\($0.year)" } ?? ""
    return .text("\(start.year)\(end)\(item.text("year-suffix") ?? "")")
  }

  private func people(_ variable: String, in view: EntityView) -> TemplateValue {
    .listing(
      item.names(variable).map { name in
        let person = view.site.graph.person(named: name, creatorOf: id)
        return .record([
          "name": .text(name.fullText), "href": person.flatMap { view.href(of: $0) } ?? .absent,
        ])
      }
    )
  }
}
