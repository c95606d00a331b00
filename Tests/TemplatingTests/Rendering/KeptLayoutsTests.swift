import Diagnostics
import Templating
import Testing

/// One set renders many pages and keeps what it learned of their records.
struct KeptLayoutsTests {
  /// Records of the same two or three names, in every order, several times, shared or their own.
  private static let contexts: [TemplateRecord] = [
    ["a": 1, "b": 2], ["b": 2, "a": 1], ["a": .absent, "b": 2],
    TemplateRecord([("a", 1), ("a", 3), ("b", 2)]), TemplateRecord([("a", 3), ("a", 1), ("b", 2)]),
    TemplateRecord([("a", 1), ("b", 2), ("a", 3)]),
    TemplateRecord(SharedFields(["a": 3, "b": 2]), adding: ["a": 1]),
    TemplateRecord(SharedFields(["b": 2]), adding: TemplateRecord([("a", 1), ("a", 3)])),
    TemplateRecord(SharedFields(["a": 1, "b": 2])), ["a": ["a": 1, "b": 2], "b": [["b": 4]]],
  ]

  @Test func whatWasLearnedOfOnePageChangesNoOther() {
    let files = templates([
      "main": "{{>one}}{{#b}}[{{b}}{{a}}]{{/b}}", "one": "{{a}}{{#a}}<{{b}}>{{/a}}",
    ])
    let kept = TemplateSet.compile(files, root: "Templates").value
    for context in Self.contexts + Self.contexts.reversed() {
      let fresh = TemplateSet.compile(files, root: "Templates").value
      #expect(page(kept, context) == page(fresh, context))
    }
  }

  /// Pages that have the same fields around them, one after the other, and pages that have others.
  @Test func fieldsAroundOnePageAreThoseOfTheNext() {
    let around = SharedFields(["a": "x", "b": ["a": "y", "b": "z"], "c": true, "d": "none asks"])
    let others = SharedFields(["a": "v", "b": .absent, "c": false], namedLike: around)
    let same = SharedFields(["a": "é", "b": 5, "c": .absent, "d": ""], namedLike: around)
    let contexts = [
      TemplateRecord(around), TemplateRecord(around, adding: ["a": "own"]), TemplateRecord(around),
      TemplateRecord(around, adding: ["b": [.record(TemplateRecord(around)), ["a": 1]]]),
      ["b": .record(TemplateRecord(around))], TemplateRecord(others, adding: ["e": 1]),
      TemplateRecord(others, adding: ["b": .record(TemplateRecord(around))]), TemplateRecord(same),
      TemplateRecord(same, adding: ["b": .record(TemplateRecord(around, adding: ["a": "w"]))]),
    ]
    let files = templates(["main": "{{a}}{{#b}}[{{a}}{{b}}{{#c}}c{{/c}}{{e}}]{{/b}}{{#c}}C{{/c}}"])
    let kept = TemplateSet.compile(files, root: "Templates").value
    for context in contexts + contexts.reversed() {
      let own = TemplateRecord(context.names.map { ($0, context[$0] ?? .absent) })
      let fresh = TemplateSet.compile(files, root: "Templates").value
      #expect(page(kept, context) == page(fresh, own))
    }
  }

  @Test(arguments: [("a", "3"), ("b", "2")])
  func ofSeveralFieldsOfANameTheLastCounts(name: String, expected: String) {
    let record = TemplateRecord([("a", 1), ("b", 2), ("a", 3)])
    #expect(render(["main": "{{\(name)}}"], record) == expected)
    #expect(record[name].map { [$0] } == [.number(expected == "3" ? 3 : 2)])
  }

  @Test func aContextThatIsHeldElsewhereStays() {
    let context: TemplateRecord = ["list": [["a": "x"], ["a": "y"]], "text": "z"]
    let set = TemplateSet.compile(
      templates(["main": "{{#list}}{{a}}{{/list}}{{text}}"]),
      root: "Templates"
    ).value
    #expect(page(set, context) == "xyz")
    #expect(page(set, context) == "xyz")
    #expect(context["list"] == [["a": "x"], ["a": "y"]])
  }

  private func page(_ set: TemplateSet, _ context: TemplateRecord) -> String {
    String(decoding: set.render("main", context), as: UTF8.self)
  }
}
