import Markup
import Synchronization
import Templating
import Testing

/// Records that stand on many pages, each of which sees their addresses in its own way.
struct SharedRecordsTests {
  private static let cards = SharedRecords(count: 4, address: "href") { place in
    // Nothing is kept of the second and the last.
    place % 2 == 1
      ? [:]
      : [
        "title": .text("<\(place)>"), "href": .text("/\(place)&/"), "is-draft": .flag(place == 2),
        "within": place == 0 ? .absent : ["title": "T", "number": 3],
      ]
  }

  /// Cards as seen from a page, and how many links it was asked for.
  private final class Page: Sendable {
    let links = Atomic<Int>(0)

    func seen(_ prefix: String) -> SeenRecords {
      SeenRecords(SharedRecordsTests.cards) { address, output in
        self.links.wrappingAdd(1, ordering: .relaxed)
        output.append(prefix)
        output.append(contentsOf: address)
      }
    }
  }

  @Test func eachPageSeesItsOwnLinks() {
    for prefix in ["..", "../.."] {
      let seen = Page().seen(prefix)
      #expect(
        TemplateRecord(SharedFields(2, of: seen), adding: ["own": 1]) == [
          "title": "<2>", "href": .text("\(prefix)/2&/"), "is-draft": true, "own": 1,
          "within": ["title": "T", "number": 3],
        ]
      )
      let card =
        "{{title}} {{href}}{{#is-draft}}!{{/is-draft}}{{#within}}, {{title}}{{number}}{{/within}};"
      let cards: [TemplateValue] = [0, 2].map {
        .record(TemplateRecord(SharedFields($0, of: seen)))
      }
      #expect(
        render(["main": "{{#cards}}{{>card}}{{/cards}}", "card": card], ["cards": .list(cards)])
          == "&lt;0&gt; \(prefix)/0&amp;/;&lt;2&gt; \(prefix)/2&amp;/!, T3;"
      )
    }
  }

  @Test func nothingIsKnownOfARecordThatIsLeftOut() {
    let seen = Page().seen("..")
    let none: TemplateRecord = [
      "title": .absent, "href": .absent, "is-draft": .absent, "within": .absent,
    ]
    #expect(TemplateRecord(SharedFields(1, of: seen)) == none)
    #expect(TemplateRecord(SharedFields(3, of: seen)) == none)
  }

  @Test func aSharedTextMayNameATemplate() {
    let card = TemplateValue.record(TemplateRecord(SharedFields(["name": "other"])))
    let texts: KeyValuePairs = ["main": "{{#card}}{{>*name}}{{/card}}", "other": "{{name}}!"]
    #expect(render(texts, ["card": card]) == "other!")
  }

  /// A link costs more than any other field.
  @Test func noLinkIsWrittenThatNobodyAsksFor() {
    let page = Page()
    let card = TemplateValue.record(TemplateRecord(SharedFields(0, of: page.seen(".."))))
    #expect(render(["main": "{{#card}}{{title}}{{/card}}"], ["card": card]) == "&lt;0&gt;")
    #expect(page.links.load(ordering: .relaxed) == 0)
    let own = TemplateValue.record(
      TemplateRecord(SharedFields(0, of: page.seen("..")), adding: ["href": "own"])
    )
    #expect(render(["main": "{{#card}}{{href}}{{/card}}"], ["card": own]) == "own")
    #expect(page.links.load(ordering: .relaxed) == 0)
    #expect(render(["main": "{{#card}}{{href}}{{/card}}"], ["card": card]) == "../0&amp;/")
    #expect(page.links.load(ordering: .relaxed) == 1)
  }
}
