import Foundation
import Support
import Testing

struct PlumbingCommandTests {
  @Test(arguments: [
    (
      [],
      "<h1 id=\"un-ete\">Un été\u{202F}!</h1>\n<p>A~~b~~</p>\n".replacing(
        "A~~b~~",
        with: "<del>b</del>"
      )
    ),
    (["--gfm"], "<h1>Un été !</h1>\n<p><del>b</del></p>\n"),
    (["--commonmark"], "<h1>Un été !</h1>\n<p>~~b~~</p>\n"),
  ])
  func markdownIsPrintedAsHTML(arguments: [String], html: String) throws {
    let run = try runProgram(["markdown"] + arguments, input: "# Un été !\n\n~~b~~\n")
    #expect(run.output == html)
    #expect(run.status == 0)
  }

  @Test func templatesRenderFromJSON() throws {
    let files = [
      "Templates/a.mustache": "{{#l}}{{> b}}{{/l}}{{rien}}", "Templates/b.mustache": "<{{x}}>",
      "v.json": #"{"l":[{"x":"&"},{"x":2}]}"#,
    ]
    try withSite(files) { root in
      let run = try runProgram(["template", "a", "--json", "v.json"], in: root)
      #expect(run.output == "<&amp;><2>")
      #expect(run.status == 0)
      let values = try runProgram(
        ["template", "b", "--json", "-", "--site", root.path()],
        input: #"{"x":1.50}"#
      )
      #expect(values.output == "<1.5>")
      let unknown = try runProgram(["template", "c", "--json", "v.json"], in: root)
      #expect(unknown.status == 64)
      let noFile = try runProgram(["template", "a", "--json", "w.json"], in: root)
      #expect(noFile.status == 70)
      #expect(noFile.errors.contains("SRC013"))
    }
  }
}
