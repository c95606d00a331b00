import Markup
import Templating
import Testing

struct TemplateRecordTests {
  @Test func orderOfWritingDoesNotMatter() {
    let one: TemplateRecord = ["b": 1, "a": "x", "é": true]
    let other: TemplateRecord = ["é": true, "a": "x", "b": 1]
    #expect(one == other)
    #expect(one.names == ["a", "b", "é"])
  }

  @Test func lastOfEqualNamesCounts() {
    let record: TemplateRecord = ["a": 1, "b": 2, "a": 3]
    #expect(record["a"] == 3)
    #expect(record.names == ["a", "b"])
  }

  @Test func unknownFieldIsNil() {
    let record: TemplateRecord = ["a": 1, "c": 2]
    #expect(record["b"] == nil)
    #expect(record["z"] == nil)
  }

  @Test func otherRecordWinsWhenMerged() {
    let merged = TemplateRecord([("a", 1), ("c", 1), ("e", 1)]).merging(["c": 2, "b": 2, "f": 2])
    #expect(merged == ["a": 1, "b": 2, "c": 2, "e": 1, "f": 2])
  }

  @Test func whatIsMergedKeepsItsOrderAndStaysWhereItIsHeld() {
    let other = TemplateRecord([("a", 1), ("b", 2), ("a", 3)])
    var merged: TemplateRecord = ["a": 0, "c": 4]
    merged.merge(other)
    merged.merge(other)
    #expect(merged == ["a": 3, "b": 2, "c": 4])
    #expect(other == ["a": 3, "b": 2])
    let shared = TemplateRecord(SharedFields(["b": 7]), adding: other)
    #expect((["c": 4] as TemplateRecord).merging(shared) == ["a": 3, "b": 2, "c": 4])
  }

  /// Cards share all but their link; nothing tells them from records that hold all themselves.
  @Test func aRecordThatSharesFieldsIsLikeOneThatHoldsThem() {
    let shared = SharedFields(["a": 1, "b": 2, "d": 4])
    let card = TemplateRecord(shared, adding: ["c": 3])
    #expect(card == ["a": 1, "b": 2, "c": 3, "d": 4])
    #expect(card.names == ["a", "b", "c", "d"])
    #expect(TemplateRecord(shared)["a"] == 1)
    #expect(TemplateRecord(shared, adding: ["a": 9]) == ["a": 9, "b": 2, "d": 4])
    #expect(card.merging(["b": 7, "z": 0]) == ["a": 1, "b": 7, "c": 3, "d": 4, "z": 0])
    #expect((["b": 7, "z": 0] as TemplateRecord).merging(card) == card.merging(["z": 0]))
    let other = TemplateRecord(SharedFields(["b": 8, "x": 1]), adding: ["c": 9])
    #expect(card.merging(other) == ["a": 1, "b": 8, "c": 9, "d": 4, "x": 1])
    #expect(TemplateRecord(SharedFields(card), adding: ["e": 5])["c"] == 3)
  }

  @Test func jsonBecomesValues() throws {
    let json = try JSONValue(parsing: Array(#"{"a":[1,1.5,true,null,"x"],"b":{}}"#.utf8))
    let expected: TemplateValue = [
      "a": [1, .decimal(1.5), true, .absent, "x"], "b": .record([:]),
    ]
    #expect(TemplateValue(json: json) == expected)
  }
}
