import SiteModel
import Support
import Testing

@testable import FileSystem

/// After any sequence of builds the output holds the files of the last one and those of others.
struct OutputSequenceTests {
  @Test(arguments: [1, 2, 3, 4, 5, 6] as [UInt64])
  func outputIsTheLastSiteAndTheForeignFiles(seed: UInt64) throws {
    let folder = try TemporaryFolder()
    var random = SeededGenerator(seed: seed)
    var foreign: [String: String] = [:]
    var last: [String: String] = [:]
    for _ in 0..<25 {
      let files = randomSite(&random)
      let report = try folder.write(files)
      let same = files.count { last[$0.key] == $0.value }
      #expect(report.unchanged == same)
      #expect(report.written == files.count - same)
      #expect(report.removed == last.keys.count { files[$0] == nil })
      let found = try folder.tree().filter { $0.value != "folder" }
      var expected = files.merging(foreign) { $1 }.mapValues { "\"\($0)\"" }
      expected[".sitegen-manifest"] = found[".sitegen-manifest"]
      #expect(found == expected)
      #expect(try folder.tree("site").keys.filter { $0.hasPrefix(".") }.isEmpty)
      last = files
      if Bool.random(using: &random) {
        // Names that no site makes, in folders that sites make and unmake.
        let name = ["mine", "d1/mine", "d2/deep/mine"].randomElement(using: &random) ?? "mine"
        foreign[name] = "\(random.next() % 100)"
        try folder.put(foreign[name] ?? "", at: "site/output/\(name)")
      }
    }
  }

  /// Up to eight files; `f` is now a file, now a folder.
  private func randomSite(_ random: inout SeededGenerator) -> [String: String] {
    let isFile = Bool.random(using: &random)
    var files: [String: String] = [:]
    for name in ["a", "b", "d1/a", "d1/b", "d2/deep/a", "d2/c", "d3/a", isFile ? "f" : "f/g"]
    where random.next() % 3 > 0 {
      files[name] = "text \(random.next() % 3)"
    }
    return files
  }
}
