import Diagnostics
import FrontMatter
import Testing

struct FrontMatterSplitTests {
  @Test(arguments: [
    ("---\na: 1\n---\ntexte", "a: 1\n", "texte"), ("texte\n---\n", nil as String?, "texte\n---\n"),
    ("\u{FEFF}---\n---\n", "", ""), ("", nil, ""), ("--- \r\na: 1\r\n---\r\nt", "a: 1\r\n", "t"),
    ("----\na", nil, "----\na"),
  ])
  func fencesPartFieldsFromText(text: String, yaml: String?, body: String) {
    let file = SourceFile(path: "a.md", text: text)
    let split = splitFrontMatter(file)
    #expect(split.diagnostics.isEmpty)
    #expect(split.value.yaml.map { String(decoding: file.bytes[$0], as: UTF8.self) } == yaml)
    #expect(String(decoding: file.bytes[split.value.body], as: UTF8.self) == body)
  }

  @Test func anUnclosedFenceIsReported() {
    let split = splitFrontMatter(SourceFile(path: "a.md", text: "---\na: 1\ntexte\n"))
    #expect(split.diagnostics.map(\.code.id) == ["YML002"])
  }
}
