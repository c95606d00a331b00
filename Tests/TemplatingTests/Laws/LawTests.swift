import Diagnostics
import Support
import Testing

@testable import Templating

struct LawTests {
  private static let pieces = [
    "{{", "}}", "{{{", "}}}", "{{#", "{{^", "{{/", "{{>", "{{<", "{{$", "{{!", "{{&", "{{=", "=}}",
    "{{.}}", "{{>*", "{", "}", "a", "b", "main", "a.b", ".", " ", "  ", "\n", "\r\n", "\t", "x",
    "{{#a}}", "{{/a}}", "{{<p}}", "{{/p}}", "{{$b}}", "{{/b}}", "{{>p}}", "| |", "|", "<% %>", "é",
  ]

  private static let context: TemplateRecord = [
    "a": ["b": [1, 2, ["a": "p"]]], "b": "p", "main": true, "x": .html([0x3C]), "p": .decimal(0.5),
  ]

  @Test(arguments: 0..<400 as Range<UInt64>)
  func randomTemplatesNeverTrap(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    func text(_ generator: inout SeededGenerator) -> [UInt8] {
      var bytes: [UInt8] = []
      for _ in 0..<Int.random(in: 0...60, using: &generator) {
        if generator.chance(4) {
          bytes.append(UInt8.random(in: 0...255, using: &generator))
        } else {
          bytes += generator.pick(LawTests.pieces).utf8
        }
      }
      return bytes
    }
    let files = ["main", "p", "a"].map { name in
      SourceFile(path: "Templates/\(name).mustache", bytes: text(&generator))
    }
    let compiled = TemplateSet.compile(files, root: "Templates")
    _ = compiled.value.render("main", LawTests.context)
    let found = compiled.value.check("main", against: ["a": .anything, "b": .text])
    for diagnostic in compiled.diagnostics + found {
      guard let span = diagnostic.span else { continue }
      let file = files.first { $0.path == span.path }
      #expect((file?.bytes.count ?? -1) >= span.range.upperBound, "seed \(seed)")
    }
  }

  struct Repeated: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let unit: String
  }

  private static let repeated = [
    Repeated(
      testDescription: "sections",
      unit: "<p>{{a}}</p>\n{{#list}}\n  {{b.c}}\n{{/list}}\n{{^no}}x{{/no}}\n  {{>p}}\n"
    ),
    Repeated(testDescription: "parents", unit: "{{<p}}{{$x}}\n  {{a}}\n{{/x}}{{/p}}\n"),
    Repeated(testDescription: "tags never closed", unit: "{{a {{{b {{=c {{#d\n"),
    Repeated(testDescription: "sections never closed", unit: "{{#a}}{{^b}}{{$c}} "),
    Repeated(testDescription: "stray closing tags", unit: "{{/a}}{{/b}}"),
  ]

  private static func compile(_ unit: String, times: Int) -> TemplateSet {
    let main = String(repeating: unit, count: times)
    let files = templates(["main": main, "p": "<i>\n{{$x}}\n  {{b.c}}\n{{/x}}\n</i>\n"])
    return TemplateSet.compile(files, root: "Templates").value
  }

  @Test(arguments: repeated)
  func twiceTheTemplateIsTwiceTheProgram(_ repeated: Repeated) {
    let counts = [50, 100, 200].map {
      Self.compile(repeated.unit, times: $0).program.instructions.count
    }
    #expect(counts[2] - counts[1] <= 2 * (counts[1] - counts[0]) + 8)
  }

  @Test(arguments: repeated)
  func twiceTheTemplateIsTwiceTheWork(_ repeated: Repeated) {
    let context: TemplateValue = [
      "a": "x", "b": ["c": "y"], "list": [1, 2, 3], "no": false,
    ]
    let steps = [50, 100, 200].map { times in
      Self.compile(repeated.unit, times: times).renderCountingSteps("main", context).steps
    }
    #expect(steps[2] - steps[1] <= 2 * (steps[1] - steps[0]) + 8)
  }

  @Test func twiceTheListIsTwiceTheWork() {
    let set = TemplateSet.compile(
      templates(["main": "{{#list}}{{.}}{{#a}}{{/a}}{{/list}}"]),
      root: "Templates"
    ).value
    let steps = [100, 200].map { count in
      let list: TemplateValue = .list(Array(repeating: "x", count: count))
      return set.renderCountingSteps("main", ["list": list]).steps
    }
    #expect(steps == [303, 603])
  }

  @Test func orderOfFilesDoesNotShow() {
    let files = templates(["main": "{{>a}}{{zzz", "a": "{{>b}}{{/x}}", "b": "{{c}}"])
    let forward = TemplateSet.compile(files, root: "Templates")
    let backward = TemplateSet.compile(files.reversed(), root: "Templates")
    #expect(forward.diagnostics == backward.diagnostics)
    #expect(forward.value.program.literals == backward.value.program.literals)
    #expect(forward.value.names == backward.value.names)
  }
}
