import Diagnostics
import FrontMatter
import Testing

struct ReadYAMLTests {
  /// What a text says, written anew: names and texts between the fewest quotes.
  @Test(arguments: [
    ("a: 1\nb: true\nc: 2021-11-09\n", "a: 1\nb: \"true\"\nc: 2021-11-09\n"),
    ("a:\nb: ~\nc: null\nd: 'null'\ne: \"\"\n", "d: \"null\"\ne: \"\"\n"),
    ("- 1\n", ""),
    ("# nothing\n", ""),
    ("---\n", ""),
    ("--- ~\n", ""),
    ("a: [x, ~, {b: y, c: }]\n", "a:\n  - x\n  - b: \"y\"\n"),
    ("a: !!int 3\nb: !mine {c: 1}\n", "a: 3\nb:\n  c: 1\n"),
    ("a: |\n  un\n  deux\nb: >-\n  un\n  deux\n", "a: |\n  un\n  deux\nb: un deux\n"),
    ("a: &x [1, 2]\nb: *x\n", "a:\n  - 1\n  - 2\nb:\n  - 1\n  - 2\n"),
    ("a: &x un\n*x : deux\n", "a: un\nun: deux\n"),
    ("&x a: un\nb: *x\n", "a: un\nb: a\n"),
    ("a: &x ~\nb: *x\nc: 1\n", "c: 1\n"),
    ("a: &x 1\nb: &x 2\nc: *x\n", "a: 1\nb: 2\nc: 2\n"),
    ("? [a, b]\n: 1\n? {c: d}\n: 2\n", "\"\": 1\n\"\": 2\n"),
    ("\u{FEFF}a: 1\r\nb: 2\r\n", "a: 1\nb: 2\n"),
  ])
  func aTextSaysWhatItSaysInYAML(yaml: String, expected: String) {
    #expect(writeYAML(read(yaml).value) == expected)
  }

  @Test func aTextInItsFileKnowsWhereItStands() {
    let file = SourceFile(path: "a.md", text: "---\nétat: \"à\"\nb: c d\n---\n{[")
    let read = readYAML(file, range: 4..<22)
    #expect(read.diagnostics.isEmpty)
    let entries = read.value.entries
    #expect(entries.map(\.key.span.range) == [4..<9, 16..<17])
    #expect(entries.map(\.value.span.range) == [11..<15, 19..<22])
  }

  /// Were each place counted from the start of its line, this would not end in minutes.
  @Test func aLineMayBeLong() {
    let yaml = "é: [" + (0..<60_000).map { "{b: \($0)}" }.joined(separator: ", ") + "]\n"
    guard case .sequence(let elements, _)? = read(yaml).value["é"],
      case .mapping(let last)? = elements.last
    else {
      Issue.record("no list of mappings")
      return
    }
    let end = yaml.utf8.count
    #expect(elements.count == 60_000)
    #expect(last.span.range == end - 12..<end - 1)
    #expect(last["b"]?.span.range == end - 8..<end - 3)
  }

  @Test func depthHasALimitAndNoCost() {
    let deep = { (depth: Int) in
      "a: " + String(repeating: "[", count: depth) + "x" + String(repeating: "]", count: depth)
    }
    #expect(read(deep(99)).diagnostics.isEmpty)
    #expect(
      printed(read(deep(100_000)).diagnostics, in: deep(100_000)) == [
        "1:103 YML001 more than 100 lists and records within each other"
      ]
    )
  }

  @Test(arguments: [
    ("a: [1, 2\nb: 3\n", "1:4 YML001 [ opens a list here; a comma or the closing ] is missing"),
    ("a: Un titre: suite\n", "1:12 YML001 a second colon on the line of one field"),
    ("a:\n\t- b\n", "2:1 YML001 a tab where only spaces may stand"),
    ("a: @b\n", "1:4 YML001 \"@\" cannot begin a text"),
    ("a: \"Un titre\nb: 2\n", "1:4 YML001 a quotation mark opens this text and none closes it"),
    ("a: 'L'histoire\n", "1:7 YML001 what stands here belongs to no field"),
    ("x: 1\na:\u{A0}2\nb: 3\n", "2:1 YML001 a line that is no field: `name: value`"),
    ("a: \"\\z\"\n", "1:5 YML001 a backslash between double quotes"),
    ("a:\n  - 1\n  b: 2\n", "3:3 YML001 what stands here belongs to no element of the list"),
    ("a: 1\nb: 2\na: 3\n", "3:1 YML003 \"a\" is written more than once"),
    ("a: 1\nb:\n  - {c: 1, d: 2, c: 3}\nc: 4\n", "3:18 YML003 \"c\" is written more than once"),
    ("a: 1\nb: *c\n", "2:4 YML001 *c stands for what &c names before it; nothing is"),
    ("a: 1\nb: é \u{7}c\n", "2:6 YML001 a character that nobody sees and YAML does not let stand"),
    ("a: 1\n--- \nb: 2\n", "2:1 YML001 a second text of fields begins here"),
    ("- a\n- b\n", "1:1 FLD003 the text is no list of fields"),
    ("a\n", "1:1 FLD003 the text is no list of fields"),
  ])
  func brokenYAMLIsLocated(yaml: String, expected: String) {
    #expect(printed(read(yaml).diagnostics, in: yaml).first == expected)
  }

  @Test func aliasesCannotGrowWithoutMeasure() {
    var yaml = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
    for level in 1...7 {
      let references = Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ", ")
      yaml += "a\(level): &a\(level) [\(references)]\n"
    }
    #expect(read(yaml).diagnostics.map(\.code.id) == ["YML004"])
  }
}
