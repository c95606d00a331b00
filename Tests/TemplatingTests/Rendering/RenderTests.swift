import Diagnostics
import Templating
import Testing

/// What the official suite leaves open, or sites lean on most.
struct RenderTests {
  struct Example: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let template: String
    let expected: String
  }

  private static let context: TemplateRecord = [
    "zero": 0, "whole": .decimal(3), "decimal": .decimal(0.1), "yes": true, "no": false,
    "text": "a<b", "empty": "", "html": .html(Array("<b>x</b>".utf8)), "noHTML": .html([]),
    "list": ["x", "y"], "none": .list([]), "record": ["a": 1], "absent": .absent,
    "outer": "out", "inner": ["outer": .absent],
  ]

  @Test(arguments: [
    Example(
      testDescription: "0 is true",
      template: "{{#zero}}{{.}}{{/zero}}{{^zero}}no{{/zero}}",
      expected: "0"
    ),
    Example(
      testDescription: "empty texts and HTML are false",
      template: "{{#empty}}1{{/empty}}{{^empty}}2{{/empty}}{{#noHTML}}3{{/noHTML}}",
      expected: "2"
    ),
    Example(
      testDescription: "numbers in shortest form",
      template: "{{whole}} {{decimal}} {{zero}}",
      expected: "3 0.1 0"
    ),
    Example(
      testDescription: "flags in words",
      template: "{{yes}} {{no}}",
      expected: "true false"
    ),
    Example(
      testDescription: "HTML as it is or escaped",
      template: "{{{html}}}{{&html}}{{html}}",
      expected: "<b>x</b><b>x</b>&lt;b&gt;x&lt;/b&gt;"
    ),
    Example(
      testDescription: "lists and records write nothing",
      template: "[{{list}}{{{record}}}{{absent}}]",
      expected: "[]"
    ),
    Example(
      testDescription: "absent fields hide those further out",
      template: "{{#inner}}[{{outer}}]{{/inner}}{{outer}}",
      expected: "[]out"
    ),
    Example(
      testDescription: "triple braces with other delimiters",
      template: "{{=<% %>=}}<%{html}%><%={{ }}=%>{{outer}}",
      expected: "<b>x</b>out"
    ),
    Example(testDescription: "an empty template", template: "", expected: ""),
  ])
  func valuesAreWritten(_ example: Example) {
    #expect(render(["main": example.template], Self.context) == example.expected)
  }

  @Test(arguments: [
    0, 7, 10, 99, 100, 4_096, 12_345_678, 99_999_999, 100_000_000, 100_000_001, -1, -10, Int.max,
    Int.min,
  ])
  func wholeNumbersAreWrittenInFull(number: Int) {
    #expect(render(["main": "<{{n}}>"], ["n": .number(number)]) == "<\(number)>")
  }

  private static let layouts: KeyValuePairs<String, String> = [
    "main": """
    {{<layout}}
    {{$title}}{{title}}{{/title}}
    {{$body}}
      <p>one</p>
        <p>two</p>
    {{/body}}
    {{/layout}}

    """,
    "layout": """
    {{<base}}
    {{$head}}<title>{{$title}}none{{/title}}</title>{{/head}}
    {{$main}}
    <main>
      {{$body}}
      {{/body}}
    </main>
    {{/main}}
    {{/base}}

    """,
    "base": """
    <head>{{$head}}{{/head}}</head>
    <body>
      {{>nav}}
      {{$main}}
      {{/main}}
    </body>

    """,
    "nav": "<nav>\n  x\n</nav>\n",
  ]

  @Test func layoutsAreFilledThroughSeveralLevels() {
    let text = render(Self.layouts, ["title": "A & B"])
    #expect(
      text == """
        <head><title>A &amp; B</title></head>
        <body>
          <nav>
            x
          </nav>
          <main>
            <p>one</p>
              <p>two</p>
          </main>
        </body>

        """
    )
  }

  /// The blocks of a page are its own: they are not those of a card it puts into its layout.
  @Test func blocksBelongToTheTemplateThatWritesThem() {
    let text = render([
      "main": """
      {{<layout}}{{$title}}page{{/title}}{{$body}}{{<card}}{{$title}}card{{/title}}{{/card}}\
      {{/body}}{{/layout}}
      """,
      "layout": "{{$title}}{{/title}}: {{$body}}{{/body}}",
      "card": "[{{$title}}{{/title}}]",
    ])
    #expect(text == "page: [card]")
  }

  @Test func endlessInclusionIsCutShort() {
    #expect(render(["main": "x{{>main}}y"]).hasPrefix("xxxx"))
  }

  @Test func templatesAreNamedByTheirPath() {
    let files = [
      SourceFile(path: "Templates/partials/nav.mustache", text: "n"),
      SourceFile(path: "Templates/style.css", text: "{{"),
      SourceFile(path: "Other/page.mustache", text: "{{"),
      SourceFile(path: "Templates/home.mustache", text: "{{>partials/nav}}"),
    ]
    let compiled = TemplateSet.compile(files, root: "Templates")
    #expect(compiled.diagnostics.isEmpty)
    #expect(compiled.value.names == ["home", "partials/nav"])
    #expect(compiled.value.contains("home"))
    #expect(!compiled.value.contains("page"))
  }

  @Test func setsAreEqualWhenTheirTemplatesAre() {
    let one = TemplateSet.compile(templates(["main": "a{{b}}"]), root: "Templates").value
    let same = TemplateSet.compile(templates(["main": "a{{b}}"]), root: "Templates").value
    let other = TemplateSet.compile(templates(["main": "a{{c}}"]), root: "Templates").value
    #expect(one == same)
    #expect(one != other)
  }
}
