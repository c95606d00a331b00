import CSL
import Samples

/// The readers under trial, each with what the program does with what it read.
enum Reader: Int, CaseIterable, Sendable {
  case bibTeX, ris, json, style, locale
}

/// Damages a text for a reader, reads it and formats what came of it.
struct Trial: Sendable {
  let sources: FuzzSources
  let style: CSLStyle
  let locale: CSLLocale
  let items: [CSLItem]

  init() throws {
    sources = try FuzzSources()
    style = try CSLStyle(xml: Array(fuzzedStyle.utf8))
    locale = try CSLLocale(xml: Array(fuzzedLocale.utf8))
    items = try CSLJSON.readItems(sources.json[1])
  }

  /// The damaged text of a number.
  func input(_ index: Int, seed: UInt64) -> (reader: Reader, bytes: [UInt8]) {
    let reader = Reader.allCases[index % Reader.allCases.count]
    var generator = SeededGenerator(seed: seed &+ UInt64(index) &* 0x2545_F491_4F6C_DD1D)
    let (texts, marks) =
      switch reader {
      case .bibTeX: (sources.bibliographies, FuzzSources.bibTeXMarks)
      case .ris: (sources.records, FuzzSources.risMarks)
      case .json: (sources.json, FuzzSources.jsonMarks)
      case .style: (sources.styles, FuzzSources.xmlMarks)
      case .locale: (sources.locales, FuzzSources.xmlMarks)
      }
    let source = texts[Int.random(in: 0..<texts.count, using: &generator)]
    return (reader, damage(source, marks: marks, &generator))
  }

  /// Reads a text; whether anything could be formatted from it.
  ///
  /// What cannot be read is refused with an error, which is all that is asked.
  func read(_ bytes: [UInt8], _ reader: Reader) -> Bool {
    switch reader {
    case .bibTeX: return format(BibTeX.readItems(bytes).items, style, locale)
    case .ris: return format(RIS.readItems(bytes).items, style, locale)
    case .json:
      guard let items = try? CSLJSON.readItems(bytes) else { return false }
      return format(items, style, locale)
    case .style:
      guard let style = try? CSLStyle(xml: bytes) else { return false }
      return format(items, style, locale)
    case .locale:
      guard let locale = try? CSLLocale(xml: bytes) else { return false }
      return format(items, style, locale)
    }
  }

  private func format(_ items: [CSLItem], _ style: CSLStyle, _ locale: CSLLocale) -> Bool {
    var processor = CitationProcessor(items: items, style: style, locales: [locale])
    if items.count.isMultiple(of: 2) { processor.prepareItems() }
    let cites = items.prefix(4).map { Cite(id: $0.id, locator: "12-3", label: "page") }
    let result = processor.format([
      CSLCitation(cites: cites, noteNumber: 1), CSLCitation(cites: cites.reversed(), noteNumber: 2),
    ])
    var length = 0
    for citation in result.citations { length += writeHTML(citation).utf8.count }
    for entry in result.bibliography { length += writePlainText(entry.content).utf8.count }
    return length > 0
  }
}
