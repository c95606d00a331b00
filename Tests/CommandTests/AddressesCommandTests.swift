import Foundation
import Support
import Testing

struct AddressesCommandTests {
  private let record = "Content/addresses.yaml"

  private func recorded(in root: URL) throws -> [String] {
    try String(contentsOf: root.appending(path: record), encoding: .utf8)
      .split(separator: "\n").filter { !$0.hasPrefix("#") }.map(String.init)
  }

  @Test func newAddressesAreRecordedAndGoneOnesKeptUntilTheyAreGivenUp() throws {
    try withSite(smallestSite) { root in
      #expect(try runProgram(["addresses"], in: root).output.contains("new        /a-propos/"))
      #expect(try runProgram(["addresses", "--update"], in: root).status == 0)
      #expect(try recorded(in: root) == ["/a-propos/: page:a-propos"])

      let pages = root.appending(path: "Content/pages")
      try FileManager.default.moveItem(
        at: pages.appending(path: "a-propos.md"),
        to: pages.appending(path: "apropos.md")
      )
      let update = try runProgram(["addresses", "--update"], in: root)
      #expect(update.status == 0)
      #expect(update.errors.contains("REL012"))
      #expect(update.errors.contains("is page:apropos its successor?") == true)
      #expect(
        try recorded(in: root) == ["/a-propos/: page:a-propos", "/apropos/: page:apropos"]
      )
      let retired = try runProgram(["addresses", "--retire", "/a-propos/"], in: root)
      #expect(retired.status == 0 && !retired.errors.contains("REL012"))
      #expect(try recorded(in: root) == ["/apropos/: page:apropos"])
      #expect(try runProgram(["build", "--strict"], in: root).status == 0)
    }
  }

  @Test func anAddressThatStandsIsNotGivenUp() throws {
    try withSite(smallestSite.merging([record: "/a-propos/: page:a-propos\n"]) { $1 }) { root in
      let run = try runProgram(["addresses", "--retire", "/a-propos/"], in: root)
      #expect(run.status == 64)
      #expect(try recorded(in: root) == ["/a-propos/: page:a-propos"])
    }
  }

  @Test func whyAnswersOnTheCommandLine() throws {
    try withSite(smallestSite) { root in
      let run = try runProgram(["why", "/a-propos/"], in: root)
      #expect(run.status == 0)
      #expect(run.output.contains("Templates/page.mustache"))
      let unknown = try runProgram(["why", "page:a-props"], in: root)
      #expect(unknown.status == 64)
      #expect(unknown.errors == "error: no page \"page:a-props\"; near to it: \"page:a-propos\"\n")
    }
  }
}
