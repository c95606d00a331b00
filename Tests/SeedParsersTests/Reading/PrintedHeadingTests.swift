import Testing

@testable import SeedParsers

@Suite struct PrintedHeadingTests {
  struct Line: CustomTestStringConvertible, Sendable {
    let text: String
    /// Form, level, number and title; nil for a line that is no heading.
    let heading: String?
    var testDescription: String { text }

    init(_ text: String, _ heading: String?) { (self.text, self.heading) = (text, heading) }
  }

  @Test(arguments: [
    Line("## Les lampes", "hashes 2 - Les lampes"),
    Line("1. LES LAMPES", "number 1 1 LES LAMPES"),
    Line("2.1 Les lampes", "number 2 1 Les lampes"),
    Line("2.1.3. Les lampes", "number 3 3 Les lampes"),
    Line("3) Les lampes", "number 1 3 Les lampes"),
    Line("3 – Les lampes", "number 1 3 Les lampes"),
    Line("IV. Les lampes", "roman 1 4 Les lampes"),
    Line("II – « Les lampes »", "roman 1 2 « Les lampes »"),
    Line("B. Les lampes", "letter 1 2 Les lampes"),
    Line("b) Les lampes", "letter 1 2 Les lampes"),
    Line("**Les lampes**", "bold 1 - Les lampes"),
    Line("**1. Les lampes**", "number 1 1 Les lampes"),
    Line("LES LAMPES D’HIER", "capitals 1 - LES LAMPES D’HIER"),
    Line("Les lampes", "plain 1 - Les lampes"),
    Line("À qui sont les lampes ?", "plain 1 - À qui sont les lampes ?"),
    Line("Les lampes brûlent jusqu’au matin.", nil),
    Line("les lampes", nil),
    Line("12 lampes et trois mèches", "plain 1 - 12 lampes et trois mèches"),
    Line("**Lampes** et *mèches*", nil),
    Line("#lampes", nil),
    Line("- Lampes", nil),
    Line("https://example.org/lampes", nil),
    Line("1874", nil),
  ])
  func formsAreTold(line: Line) {
    let read = printedHeading(TracedText(path: "a.txt", plain: line.text))
    let told = read.map { heading in
      "\(heading.form) \(heading.level) \(heading.number.map(String.init) ?? "-") "
        + heading.title.string
    }
    #expect(told == line.heading)
  }

  @Test(arguments: [
    ("I", 1), ("IV", 4), ("IX", 9), ("XIV", 14), ("XXXIX", 39), ("IIII", nil), ("VX", nil),
    ("", nil), ("XL", nil), ("i", nil),
  ])
  func romanNumbersAreRead(text: String, number: Int?) {
    #expect(romanNumber(text) == number)
  }
}
