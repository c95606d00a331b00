import Diagnostics
import Foundation
import FrontMatter
import Support
import Testing

struct ExampleFilesTests {
  @Test(arguments: ["docs/ci/github.yml", "docs/ci/gitlab.yml"])
  func examplesAreYAML(path: String) throws {
    let bytes = try Data(contentsOf: packageRoot.appending(path: path))
    let read = readYAML(SourceFile(path: path, bytes: Array(bytes)))
    #expect(read.diagnostics == [])
    #expect(read.value.entries.count >= 3)
  }
}
