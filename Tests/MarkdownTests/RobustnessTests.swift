import Diagnostics
import Support
import Testing

@testable import Markdown

struct RobustnessTests {
  private static let dialects: [MarkdownDialect] = [.commonMark, .gitHub, .scholarly]

  @Test(arguments: [11, 12, 13] as [UInt64])
  func randomBytesGiveADocumentWhoseTextsLieInItsBuffer(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    for round in 0..<300 {
      let bytes: [UInt8] =
        round % 2 == 0
        ? (0..<Int.random(in: 0...300, using: &generator)).map { _ in
          UInt8.random(in: 0...255, using: &generator)
        } : randomMarkdown(using: &generator)
      for dialect in Self.dialects { expectSound(bytes, dialect: dialect, seed: seed) }
    }
  }

  private func expectSound(_ bytes: [UInt8], dialect: MarkdownDialect, seed: UInt64) {
    let parsed = parse(bytes, dialect: dialect)
    let document = parsed.value
    var depth = 0
    for event in document.events {
      for range in [event.text, event.detail] {
        #expect(range.start <= range.end && range.end <= document.buffer.count, "seed \(seed)")
      }
      if event.phase == .enter { depth += 1 }
      if event.phase == .leave { depth -= 1 }
      #expect(depth >= 0)
    }
    #expect(depth == 0, "seed \(seed)")
    #expect(document.blocks.count == document.events.count { $0.beginsBlock })
    #expect(document.blocks.allSatisfy { $0.start <= $0.end && $0.end <= bytes.count })
    let spans =
      document.links.map(\.span) + document.placeholders.map(\.span)
      + document.cites.map(\.key.span) + document.mentions.map(\.target.span)
      + document.headings.map(\.span) + parsed.diagnostics.compactMap(\.span)
    #expect(spans.allSatisfy { $0.range.upperBound <= bytes.count })
    var output: [UInt8] = []
    renderHTML(document, resolver: .plain, into: &output)
    #expect(String(validating: output, as: UTF8.self) != nil, "seed \(seed)")
  }

  /// Counted in events and bytes of output, which is what time is spent on.
  @Test(
    arguments: [
      "[", ">", "*", "[[", "[@", "[^a", "![", "~~", "`", "«", "<b>", "- ", "[@a;", "@a [", "-@a ",
      "[@{", "@{a",
      "[@a, {", "x;@a", "\\@a ", "[@a, p. 3] ",
    ]
  )
  func nestingCostsNoMoreThanItsLength(piece: String) {
    for dialect in Self.dialects {
      let text = String(repeating: piece, count: 10_000)
      let document = parse(text.utf8, dialect: dialect).value
      #expect(document.events.count <= 2 * text.utf8.count + 8)
      #expect(document.buffer.count <= 4 * text.utf8.count + 64)
      var output: [UInt8] = []
      renderHTML(document, resolver: .plain, into: &output)
      #expect(output.count <= 30 * text.utf8.count + 64)
    }
  }

  @Test func nulAndInvalidUTF8AreReadAsReplacementCharacters() {
    let bytes: [UInt8] = [0x61, 0x00, 0xFF, 0x62, 0xC3]
    for dialect in Self.dialects {
      #expect(html(of: bytes, dialect: dialect) == "<p>a\u{FFFD}\u{FFFD}b\u{FFFD}</p>\n")
    }
  }
}
