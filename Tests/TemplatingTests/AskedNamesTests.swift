import Diagnostics
import Templating
import Testing

struct AskedNamesTests {
  private func asked(by template: String, _ texts: [String: String]) -> AskedNames {
    let files = texts.map { SourceFile(path: "Templates/\($0.key).mustache", text: $0.value) }
    return TemplateSet.compile(files, root: "Templates").value.names(askedBy: template)
  }

  @Test func namesOfPartialsAndBlocksAreAskedFor() {
    let texts = [
      "a": "{{<base}}{{$main}}{{#list}}{{x.y}}{{/list}}{{>part}}{{/main}}{{/base}}",
      "base": "{{title}}{{$main}}{{/main}}", "part": "{{^none}}{{{html}}}{{/none}}",
      "other": "{{elsewhere}}",
    ]
    let asked = asked(by: "a", texts)
    for name in ["list", "x", "y", "title", "none", "html"] { #expect(asked.contains(name)) }
    #expect(!asked.contains("elsewhere"))
  }

  @Test func fieldsOfOneRecordAreToldFromThoseOfAnother() {
    let dotted = asked(by: "a", ["a": "{{#all.axis}}{{/all.axis}}{{latest.issue}}"])
    #expect(dotted.contains("axis", of: "all"))
    #expect(!dotted.contains("issue", of: "all"))
    let nested = asked(by: "a", ["a": "{{#all}}{{#issue}}{{/issue}}{{/all}}"])
    #expect(nested.contains("issue", of: "all"))
  }

  @Test func aNameThatOnlyPagesKnowAsksForEverything() {
    #expect(asked(by: "a", ["a": "{{>*kind}}"]).contains("anything"))
  }
}
