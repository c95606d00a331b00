import Diagnostics
import Testing

@testable import SeedParsers

/// What pages repeat, and what only looks like it.
@Suite struct PageFurnitureTests {
  /// A text of the lines given between full lines of prose; `|` cuts a sentence there.
  struct Page: CustomTestStringConvertible, Sendable {
    let name: String
    let text: String
    /// The lines that are left out.
    let furniture: [String]
    var testDescription: String { name }

    init(_ name: String, _ text: String, leavesOut furniture: [String]) {
      (self.name, self.text, self.furniture) = (name, text, furniture)
    }
  }

  private static let open =
    "Les lampes à huile brûlent jusqu’au matin dans la grande salle du premier étage, et l’"
  private static let shut =
    "huile ne manque jamais, car le gardien remplit les réservoirs avant la tombée du jour."
  private static let whole =
    "Le gardien remplit les réservoirs avant la tombée du jour, puis il descend à la ville."
  private static let right = String(repeating: " ", count: 60)

  /// The lines as one text, each between two blanks.
  private static func text(_ lines: String...) -> String { lines.joined(separator: "\n\n") + "\n" }

  static let pages = [
    Page(
      "page with its total, before the text",
      text("\(right)Page 1 sur 3", whole, open, "Page 2 sur 3", shut, "Page 3 sur 3"),
      leavesOut: ["Page 1 sur 3", "Page 2 sur 3", "Page 3 sur 3"]
    ),
    Page(
      "pages between dashes",
      text(whole, "– 2 –", whole, open, "– 3 –", shut),
      leavesOut: ["– 2 –", "– 3 –"]
    ),
    Page(
      "pages in brackets",
      text(open, "[4]", shut, whole, "[5]", whole),
      leavesOut: ["[4]", "[5]"]
    ),
    Page(
      "numbers to the right, one without blanks",
      "\(whole)\n\n\(right)1\n\(whole)\n\n\(right)2\n\(whole)\n",
      leavesOut: ["1", "2"]
    ),
    Page(
      "heads with a number far off",
      text(whole, "Cahier des phares, n° 4      2", whole, "Cahier des phares, n° 4      3", whole),
      leavesOut: ["Cahier des phares, n° 4      2", "Cahier des phares, n° 4      3"]
    ),
    Page(
      "heads with the number at either side",
      text(whole, whole, "2     Les phares", whole, whole, whole, "Les phares     3", whole),
      leavesOut: ["2     Les phares", "Les phares     3"]
    ),
    Page(
      "heads behind a bar",
      text(
        whole,
        "\(right)Phares 1901-1902 | 2",
        whole,
        whole,
        whole,
        "\(right)Phares 1901-1902 | 3"
      ),
      leavesOut: ["Phares 1901-1902 | 2", "Phares 1901-1902 | 3"]
    ),
    Page(
      "a head inside a sentence",
      "\(open)\nCahier des phares, n° 4                            2\n\(shut)\n",
      leavesOut: ["Cahier des phares, n° 4                            2"]
    ),
    Page(
      "heads at form feeds",
      text(whole, "\u{C}Cahier des phares", whole, "\u{C}Cahier des phares", whole)
        + "\u{C}\nCahier des phares\n\n\(whole)\n",
      leavesOut: ["Cahier des phares", "Cahier des phares", "Cahier des phares"]
    ),
    Page(
      "a logo with the words beside it",
      text("[Logo]  SOCIÉTÉ DES PHARES – bulletin", "Un titre", whole),
      leavesOut: ["[Logo]  SOCIÉTÉ DES PHARES – bulletin"]
    ),
    Page(
      "sections that are numbered like pages",
      text("– 1 –", whole, "– 2 –", whole, "– 3 –", whole).replacing("– 1 –\n", with: "Nuit\n"),
      leavesOut: []
    ),
    Page(
      "sessions that each begin a page",
      text("Phares", "\u{C}Séance 1", whole, "\u{C}Séance 2", whole, "\u{C}Séance 3", whole),
      leavesOut: []
    ),
    Page(
      "headings that count",
      text(whole, "Nuit 1", whole, whole, "Nuit 2", whole, whole, "Nuit 3", whole),
      leavesOut: []
    ),
    Page(
      "a list of numbers",
      "Les feux comptés cette nuit-là :\n12\n13\n14\nLe total est exact.\n",
      leavesOut: []
    ),
    Page(
      "a picture named in the text",
      text(whole, "[Photo de groupe prise au phare, en juin, par le gardien.] Voir ici."),
      leavesOut: []
    ),
  ]

  @Test(arguments: pages)
  func onlyFurnitureIsLeftOutAndAllOfItIsReported(page: Page) {
    let file = SourceFile(path: "a.txt", text: page.text)
    let read = withoutPageFurniture(readSeedLines(file))
    let spans = read.diagnostics.flatMap { [$0.span] + $0.notes.map(\.span) }.compactMap { $0 }
    let left = spans.map { String(decoding: file.bytes[$0.range], as: UTF8.self) }
    #expect(left == page.furniture)
    let kept = read.value.map(\.text.string).filter { !$0.isEmpty }
    let all = readSeedLines(file).map(\.text.string).filter { !$0.isEmpty }
    #expect((kept + page.furniture).sorted() == all.sorted())
  }

  @Test(arguments: ["– 2 –", "Page 2", "Phares, n° 4                                 2"])
  func aSentenceGoesOnAcrossThePage(mark: String) {
    let second = "Augustine Perrin remplit les réservoirs avant la tombée du jour."
    let first = "Les lampes à huile brûlent jusqu’au matin dans la grande salle du premier étage et"
    let text =
      "\(first)\n\n\(mark)\n\n\(second)\n\n\(Self.open)\n\n\(mark.replacing("2", with: "3"))\n\n\(Self.shut)\n"
    let blocks = PlainSeed(SourceFile(path: "a.txt", text: text)).blocks.map(\.text.string)
    #expect(blocks == ["\(first) \(second)", Self.open + Self.shut])
  }

  @Test(arguments: [
    ("Page 3", PageMark(number: 3, form: .labelled)),
    ("page 3/12", PageMark(number: 3, form: .labelled)),
    ("3 sur 12", PageMark(number: 3, form: .framed)),
    ("~ 3 ~", PageMark(number: 3, form: .framed)),
    ("| 3", PageMark(number: 3, form: .framed)),
    ("Page | 3", PageMark(number: 3, form: .labelled)),
    ("p. 3", PageMark(number: 3, form: .bare)),
    ("3", PageMark(number: 3, form: .bare)),
    ("3.", nil), ("(3)", nil), ("3, 4", nil), ("13/12", nil), ("Page trois", nil), ("3 %", nil),
  ])
  func pageMarksAreRead(text: String, mark: PageMark?) {
    #expect(pageMark(TracedText(path: "a.txt", plain: text)) == mark)
  }
}
