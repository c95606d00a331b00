import Foundation
import StarterSite
import Support
import Testing

struct StarterFileTests {
  @Test(arguments: ["Starter", "Templates"])
  func everyFileOfTheRepositoryIsCarriedAsItIs(folder: String) throws {
    let root = packageRoot.appending(path: folder)
    let paths = try FileManager.default.subpathsOfDirectory(atPath: root.path()).filter { path in
      (path == ".gitignore" || !path.split(separator: "/").contains { $0.hasPrefix(".") })
        && (try? root.appending(path: path).resourceValues(forKeys: [.isRegularFileKey]))?
          .isRegularFile == true
    }
    #expect(!paths.isEmpty)
    let carried = Dictionary(uniqueKeysWithValues: starterFiles().map { ($0.path, $0.bytes) })
    for path in paths {
      let name = folder == "Starter" ? path : "\(folder)/\(path)"
      let bytes = Array(try Data(contentsOf: root.appending(path: path)))
      #expect(carried[name] == bytes, "\(name)")
    }
  }

  @Test func nothingElseIsCarried() {
    let paths = starterFiles().map(\.path)
    #expect(Set(paths).count == paths.count)
    #expect(
      paths.filter { !$0.hasPrefix("Templates/") && !$0.hasPrefix("Content/") } == [
        ".gitignore", "seeds/seeds.yaml",
      ]
    )
    #expect(starterFile(at: "Content/rien.md") == nil)
    #expect(starterFile(at: "Content/site.yaml") != nil)
  }
}
