import Foundation
import Support
import Testing

/// The clock is read by the program alone, and `SOURCE_DATE_EPOCH` takes its place.
struct BuildDateTests {
  /// Seconds of 2027-03-14 at 23:59:59 UTC and of the second after.
  @Test(arguments: [("1805068799", false), ("1805068800", true)])
  func aTextAppearsOnItsDay(seconds: String, isOut: Bool) throws {
    let issue = ["Content/issues/1.md": "---\ntitle: Le premier\ndate: 2027-03-15\n---\n"]
    try withSite(smallestSite.merging(issue) { $1 }) { root in
      let run = try runProgram(["build"], in: root, environment: ["SOURCE_DATE_EPOCH": seconds])
      #expect(run.status == 0, "\(run.errors)")
      let page = root.appending(path: "output/numeros/1/index.html").path()
      #expect(FileManager.default.fileExists(atPath: page) == isOut)
      let shown = try runProgram(
        ["build", "--drafts", "--output", root.appending(path: "preview").path()],
        in: root,
        environment: ["SOURCE_DATE_EPOCH": seconds]
      )
      #expect(shown.status == 0, "\(shown.errors)")
      let preview = root.appending(path: "preview/numeros/1/index.html")
      #expect(try String(contentsOf: preview, encoding: .utf8).contains("noindex") != isOut)
    }
  }

  @Test func aDateThatIsNoneIsWrongUsage() throws {
    try withSite(smallestSite) { root in
      let run = try runProgram(["build"], in: root, environment: ["SOURCE_DATE_EPOCH": "today"])
      #expect(run.status == 64)
      #expect(run.errors.contains("SOURCE_DATE_EPOCH \"today\" is no number of seconds since 1970"))
    }
  }
}
