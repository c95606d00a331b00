import Support
import Testing

@testable import CSL

@Suite("Robustness") struct RobustnessTests {
  static let style = StyleSource(
    citationAttributes: "disambiguate-add-names=\"true\" collapse=\"year\"",
    layout: CitationTests.authorDate,
    bibliography:
      "<bibliography><layout><text variable=\"title\" quotes=\"true\"/></layout></bibliography>"
  ).xml
  static let items = CitationTests.items([
    CitationTests.item("a", [("Lind", "K"), ("van Sand", "A")], 2001),
    CitationTests.item("b", [("Lind", "K")], 2001),
  ])

  private func mutate(_ text: String, _ generator: inout SeededGenerator) -> [UInt8] {
    var bytes = Array(text.utf8)
    for _ in 0..<Int.random(in: 1...3, using: &generator) where !bytes.isEmpty {
      let place = Int.random(in: 0..<bytes.count, using: &generator)
      switch Int.random(in: 0..<4, using: &generator) {
      case 0: bytes[place] = UInt8.random(in: 0...255, using: &generator)
      case 1: bytes.remove(at: place)
      case 2:
        bytes.insert(contentsOf: Array("<>\"'&-, {[".utf8).shuffled(using: &generator), at: place)
      default: bytes.removeSubrange(place..<min(bytes.count, place + 9))
      }
    }
    return bytes
  }

  @Test(arguments: [1, 2, 3, 4] as [UInt64])
  func damagedInputNeverTraps(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let locale = try testLocale()
    var formatted = 0
    for round in 0..<300 {
      let isStyleDamaged = round.isMultiple(of: 2)
      // What cannot be read is refused with an error, which is all this law asks.
      guard
        let style = try? CSLStyle(
          xml: isStyleDamaged ? mutate(Self.style, &generator) : Array(Self.style.utf8)
        ),
        let items = try? CSLJSON.readItems(
          isStyleDamaged ? Array(Self.items.utf8) : mutate(Self.items, &generator)
        )
      else { continue }
      let cites = items.map { Cite(id: $0.id, locator: "2-3") }
      let result = processCitations(
        CitationRequest(
          items: items,
          style: style,
          locales: [locale],
          citations: [CSLCitation(cites: cites)]
        )
      )
      formatted += result.citations.count
    }
    #expect(formatted > 0)
  }

  @Test func titlesFullOfQuotesAndTagsStayCheap() throws {
    let marks = String(repeating: "<i>'a \\\"<b>", count: 2000)
    let output = try render(
      "<text variable=\"title\" text-case=\"title\"/>",
      "\"title\": \"\(marks)\""
    )
    #expect(output.count > 2000)
  }
}
