import Diagnostics
import Templating
import Testing

struct CompileTests {
  struct Example: CustomTestStringConvertible, Sendable {
    let template: String
    let expected: [String]
    var testDescription: String { template }
  }

  @Test(arguments: [
    Example(template: "{{#a}}{{b}}{{/a}}{{!x}}{{=<% %>=}}<%&c%>", expected: []),
    Example(template: "a {{b", expected: ["TPL001 main@2 <{{> tag is not closed"]),
    Example(template: "a {{b {{c}}", expected: ["TPL001 main@2 <{{> tag is not closed"]),
    Example(template: "{{! b", expected: ["TPL001 main@0 <{{> tag is not closed"]),
    Example(
      template: "{{{b}}",
      expected: ["TPL001 main@0 <{{{b}}> third closing brace is missing"]
    ),
    Example(template: "x{{#a}}y", expected: ["TPL002 main@1 <{{#a}}> \"a\" is not closed"]),
    Example(
      template: "{{#a}}{{^b}}{{/a}}",
      expected: [
        "TPL002 main@6 <{{^b}}> \"b\" is not closed [closed here too early: main@12 <{{/a}}>]"
      ]
    ),
    Example(
      template: "{{#list}}x{{/lits}}",
      expected: ["TPL003 main@13 <lits> \"lits\" closes \"list\" [opened here: main@0 <{{#list}}>]"]
    ),
    Example(template: "x{{/a}}", expected: ["TPL004 main@4 <a> \"a\" closes nothing"]),
    Example(
      template: "{{=<%=}}{{a}}",
      expected: ["TPL005 main@0 <{{=<%=}}> delimiter tag needs two delimiters"]
    ),
    Example(
      template: "{{=<% %>}}",
      expected: ["TPL001 main@0 <{{=<% %>}}> delimiter tag is not closed"]
    ),
    Example(template: "{{ }}", expected: ["TPL006 main@0 <{{ }}> tag without a name"]),
    Example(template: "{{a b}}", expected: ["TPL006 main@2 <a b> \"a b\" holds a space"]),
    Example(template: "{{ #a}}", expected: ["TPL006 main@3 <#a> \"#a\" holds a sign"]),
    Example(template: "{{a..b}}", expected: ["TPL006 main@2 <a..b> \"a..b\" has an empty part"]),
    Example(
      template: "{{>partials/crad}}",
      expected: [
        "TPL007 main@3 <partials/crad> unknown template \"partials/crad\";"
          + " did you mean \"partials/card\"?"
      ]
    ),
    Example(
      template: "{{<zzz}}{{/zzz}}",
      expected: ["TPL007 main@3 <zzz> unknown template \"zzz\""]
    ),
    Example(
      template: "{{<layout}}{{$boyd}}x{{/boyd}}{{$foot}}y{{/foot}}{{/layout}}",
      expected: [
        "TPL008 main@14 <boyd> unknown block \"boyd\" of \"layout\"; did you mean \"body\"?"
      ]
    ),
    Example(
      template: "{{#a}}{{>main}}{{/a}}{{>main}}",
      expected: ["TPL011 main@24 <main> \"main\" includes itself without end"]
    ),
    Example(
      template: "{{<layout}}\n text {{x}}{{$body}}{{/body}}{{/layout}}",
      expected: [
        "TPL012 main@13 <text > content outside a block is never rendered",
        "TPL012 main@18 <{{x}}> content outside a block is never rendered",
      ]
    ),
    Example(
      template: "{{<layout}}{{$body}}{{/body}}{{$body}}{{/body}}{{/layout}}",
      expected: ["TPL013 main@32 <body> block \"body\" is given twice"]
    ),
  ])
  func mistakesAreReportedWhereTheyStand(_ example: Example) {
    let files = templates([
      "main": example.template,
      "partials/card": "card",
      "layout": "{{$body}}{{/body}}{{>partials/foot}}",
      "partials/foot": "{{$foot}}{{/foot}}",
    ])
    let found = TemplateSet.compile(files, root: "Templates").diagnostics
    #expect(described(found, in: files) == example.expected)
  }

  @Test func invalidUTF8IsReportedAtItsByte() {
    let file = SourceFile(path: "Templates/a.mustache", bytes: [0x61, 0xC3, 0x28])
    let found = TemplateSet.compile([file], root: "Templates").diagnostics
    #expect(found.map(\.code.id) == ["TPL010"])
    #expect(found.first?.span?.range == 1..<2)
  }

  @Test func oneNameIsOneTemplate() {
    let file = SourceFile(path: "Templates/a.mustache", text: "a")
    let found = TemplateSet.compile([file, file], root: "Templates").diagnostics
    #expect(found.map(\.code.id) == ["TPL009"])
    #expect(found.first?.notes.map(\.text) == ["first defined here"])
  }

  @Test func codesAreUnique() {
    let codes = TemplatingDiagnostics.all
    #expect(Set(codes.map(\.id)).count == codes.count)
    #expect(Set(codes.map(\.name)).count == codes.count)
    #expect(codes.map(\.id) == codes.map(\.id).sorted())
  }
}
