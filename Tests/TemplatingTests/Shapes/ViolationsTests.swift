import Templating
import Testing

struct ViolationsTests {
  private static let page: RecordShape = [
    "title": .text,
    "subtitle": .optional(.text),
    "body": .html,
    "people": .list(.record(["name": .text, "age": .optional(.number)])),
    "extra": .anything,
  ]

  struct Example: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let value: TemplateValue
    let violations: [String]
  }

  @Test(arguments: [
    Example(
      testDescription: "a value that fits",
      value: [
        "title": "T", "body": .html([]), "people": [["name": "A", "age": .decimal(2.5)]],
        "subtitle": .absent, "extra": 3,
      ],
      violations: []
    ),
    Example(
      testDescription: "a missing field",
      value: ["body": .html([]), "people": []],
      violations: ["page.title: missing"]
    ),
    Example(
      testDescription: "another kind, deep inside",
      value: ["title": "T", "body": .html([]), "people": [["name": "A"], ["name": 3]]],
      violations: ["page.people[1].name: a number where text is promised"]
    ),
    Example(
      testDescription: "text for HTML, and a field never promised",
      value: ["title": "T", "body": "b", "people": [], "tilte": "T"],
      violations: ["page.body: text where HTML is promised", "page.tilte: never promised"]
    ),
    Example(
      testDescription: "no record at all",
      value: 3,
      violations: ["page: a number where a record is promised"]
    ),
  ])
  func violationsNameThePath(_ example: Example) {
    #expect(Self.page.violations(in: example.value, at: "page") == example.violations)
  }

  @Test func otherShapeWinsWhenMerged() {
    let merged = RecordShape(["a": .text, "b": .text]).merging(["b": .html, "c": .flag])
    #expect(merged == ["a": .text, "b": .html, "c": .flag])
    #expect(merged.names == ["a", "b", "c"])
  }
}
