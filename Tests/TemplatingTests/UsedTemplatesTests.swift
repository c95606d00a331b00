import Diagnostics
import Templating
import Testing

struct UsedTemplatesTests {
  @Test func partialsAndParentsAreFollowed() {
    let texts = [
      "a": "{{<base}}{{$main}}{{>part}}{{/main}}{{/base}}", "base": "{{$main}}{{/main}}{{>foot}}",
      "part": "x", "foot": "{{>foot-inner}}", "foot-inner": "y", "other": "{{>*name}}",
    ]
    let files = texts.map { SourceFile(path: "Templates/\($0.key).mustache", text: $0.value) }
    let set = TemplateSet.compile(files, root: "Templates").value
    let used = set.templates(usedBy: "a")
    #expect(used.names == ["a", "base", "foot", "foot-inner", "part"])
    #expect(!used.followsDynamicNames)
    #expect(set.templates(usedBy: "other").followsDynamicNames)
    #expect(set.templates(usedBy: "nothing").names == [])
  }
}
