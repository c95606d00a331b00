import Diagnostics
import Templating
import Testing

struct ShapeCheckTests {
  struct Example: CustomTestStringConvertible, Sendable {
    let template: String
    let expected: [String]
    var testDescription: String { template }

    init(_ template: String, _ expected: String...) {
      self.template = template
      self.expected = expected
    }
  }

  private static let page: RecordShape = [
    "title": .text, "subtitle": .optional(.text), "body": .html, "count": .number,
    "isDraft": .flag, "tags": .list(.text), "data": .anything, "layoutName": .text,
    "author": .optional(.record(["name": .text, "links": .list(.record(["url": .text]))])),
    "site": .record(["title": .text]),
    "children": .list(
      .record([
        "title": .text, "children": .list(.record(["title": .text, "children": .anything])),
      ])
    ),
    "leaves": .list(.record(["leaf": .text])),
  ]

  private static let partials: KeyValuePairs<String, String> = [
    "row": "{{url}}{{nmae}}",
    "tree": "{{title}}{{#children}}{{>tree}}{{/children}}",
    "leaf": "{{#leaves}}{{>leaf}}{{/leaves}}",
    "layout": "{{$main}}{{unheard}}{{/main}}{{#author}}{{$aside}}{{/aside}}{{/author}}",
  ]

  @Test(arguments: [
    Example("{{title}}{{subtitle}}{{{body}}}{{&body}}{{count}}{{isDraft}}{{{count}}}{{data.x.y}}"),
    Example("{{#author}}{{name}}{{#links}}{{url}}{{title}}{{/links}}{{/author}}{{author.name}}"),
    Example("{{#tags}}{{.}}{{/tags}}{{^tags}}none{{/tags}}{{#body}}{{{.}}}{{/body}}"),
    Example("{{>*layoutName}}{{#data}}{{anything.at.all}}{{>row}}{{/data}}"),
    Example("{{titel}}", "TPL020 main@2 <titel> unknown name \"titel\"; did you mean \"title\"?"),
    Example(
      "{{#author}}{{naem}}{{/author}}",
      "TPL020 main@13 <naem> unknown name \"naem\"; did you mean \"name\"?"
    ),
    Example("{{^qqq}}{{/qqq}}", "TPL020 main@3 <qqq> unknown name \"qqq\""),
    Example("{{#qqq}}{{www}}{{/qqq}}", "TPL020 main@3 <qqq> unknown name \"qqq\""),
    Example(
      "{{ site.titel }}",
      "TPL020 main@8 <titel> unknown field \"titel\" of \"site\"; did you mean \"title\"?"
    ),
    Example("{{title.x}}", "TPL026 main@8 <x> \"title\" is text and has no \"x\""),
    Example("{{{title}}}", "TPL021 main@3 <title> \"title\" is text, not HTML"),
    Example("{{body}}", "TPL022 main@2 <body> \"body\" is HTML: its tags would show"),
    Example("{{tags}}", "TPL023 main@2 <tags> \"tags\" is a list, which cannot be written"),
    Example("{{.}}", "TPL023 main@2 <.> \".\" is a record, which cannot be written"),
    Example(
      "{{>*count}}",
      "TPL024 main@4 <count> \"count\" is a number, not the name of a template"
    ),
    Example("{{^site}}x{{/site}}", "TPL025 main@3 <site> \"site\" is a record, never absent"),
    Example(
      "{{#author}}{{#links}}{{>row}}{{/links}}{{/author}}",
      "TPL020 row@9 <nmae> unknown name \"nmae\"; did you mean \"name\"?"
        + " [included here: main@24 <row>]"
    ),
    Example("{{>tree}}"),
    Example(
      "{{>leaf}}",
      "TPL011 leaf@14 <leaf> \"leaf\" includes itself without end [included here: main@3 <leaf>]"
    ),
    Example(
      "{{<layout}}{{/layout}}",
      "TPL020 layout@11 <unheard> unknown name \"unheard\" [included here: main@3 <layout>]"
    ),
    Example("{{<layout}}{{$main}}{{title}}{{/main}}{{$aside}}{{name}}{{/aside}}{{/layout}}"),
    Example(
      "{{<layout}}{{$main}}{{name}}{{/main}}{{/layout}}",
      "TPL020 main@22 <name> unknown name \"name\""
    ),
  ])
  func namesAreHeldAgainstTheShape(_ example: Example) {
    let files = templates(["main": example.template]) + templates(Self.partials)
    let compiled = TemplateSet.compile(files, root: "Templates")
    let found = compiled.value.check("main", against: Self.page)
    #expect(described(found, in: files) == example.expected)
  }

  @Test func unknownPageTemplateIsReported() {
    let set = TemplateSet.compile(templates(["person": ""]), root: "Templates").value
    let found = set.check("persons", against: [:])
    #expect(found.map(\.summary) == ["unknown template \"persons\"; did you mean \"person\"?"])
  }

  /// Many partials used many times: each is walked once for each stack of shapes.
  @Test func theCheckStaysSmallWhenPartialsFanOut() {
    let count = 30
    let files = (0..<count).map { level in
      let next = level + 1 < count ? "{{>p\(level + 1)}}" : "{{missing}}"
      return SourceFile(path: "Templates/p\(level).mustache", text: next + next)
    }
    let set = TemplateSet.compile(files, root: "Templates").value
    #expect(set.check("p0", against: [:]).count == 2)
  }
}
