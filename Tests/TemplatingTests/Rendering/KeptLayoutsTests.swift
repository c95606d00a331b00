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
    var output: [UInt8] = []
    set.render("main", context, into: &output)
    return String(decoding: output, as: UTF8.self)
  }
}
