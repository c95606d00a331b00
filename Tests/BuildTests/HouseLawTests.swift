import Foundation
import Support
import Testing

/// The laws of the house that the compiler does not hold.
struct HouseLawTests {
  private static let floors: [[String]] = [
    [
      "Diagnostics", "Markup", "CSL", "CCmarkGFM", "CLibYAML", "CExchange", "CMimalloc",
      "StarterSite",
    ],
    ["FrontMatter", "Markdown", "Templating"],
    ["SiteModel"],
    [
      "ContentTypes", "SeedParsers", "Loading", "Linking", "Exporters", "Rendering", "Checking",
      "Publishing", "FileSystem",
    ],
    ["Build"],
    ["Preview"],
    ["Command"],
  ]

  private func sources() throws -> [(module: String, path: String, text: String)] {
    let root = packageRoot.appending(path: "Sources/SiteGen")
    let paths = try FileManager.default.subpathsOfDirectory(atPath: root.path())
    return try paths.filter { $0.hasSuffix(".swift") }.sorted().map { path in
      let text = try String(contentsOf: root.appending(path: path), encoding: .utf8)
      return (String(path.prefix { $0 != "/" }), path, text)
    }
  }

  private func imports(of text: String) -> [String] {
    text.matches(of: /(?m)^(?:public )?import (\w+)$/).map { String($0.1) }
  }

  @Test func importsAreSeen() {
    #expect(imports(of: "public import A\nimport B\n// import C\n") == ["A", "B"])
  }

  @Test func modulesImportLowerFloorsOnly() throws {
    let floor = Dictionary(
      uniqueKeysWithValues: Self.floors.enumerated().flatMap { number, names in
        names.map { ($0, number) }
      }
    )
    for source in try sources() {
      let own = try #require(floor[source.module], "\(source.module) has no floor")
      for name in imports(of: source.text) {
        guard let other = floor[name] else { continue }
        #expect(other < own, "\(source.path) imports \(name)")
      }
    }
  }

  @Test func librariesHaveOneOwner() throws {
    let owners = [
      "CLibYAML": "FrontMatter/YAML/", "CCmarkGFM": "Markdown/CommonMark/",
      "ArgumentParser": "Command/", "CMimalloc": "Command/Memory/",
      "CExchange": "FileSystem/POSIX/", "Glibc": "FileSystem/POSIX/", "Foundation": "Command/",
      "Crypto": "Publishing/Sealing/",
      "NIOCore": "Preview/Network/", "NIOPosix": "Preview/Network/",
      "NIOHTTP1": "Preview/Network/",
    ]
    for source in try sources() {
      for name in imports(of: source.text) {
        guard let owner = owners[name] else { continue }
        #expect(source.path.hasPrefix(owner), "\(source.path) imports \(name)")
      }
    }
  }

  /// Only FileSystem, Preview and Command know of files, clocks, processes and the environment.
  @Test func onlyTheDoorsTouchTheOutside() throws {
    let outside =
      /\b(FileManager|FileHandle|ProcessInfo|ContinuousClock|Date\(\)|getenv|fopen|Locale\.current)\b/
    let doors: Set = ["FileSystem", "Preview", "Command"]
    for source in try sources() where !doors.contains(source.module) {
      let found = source.text.firstMatch(of: outside).map { String($0.0) }
      #expect(found == nil, "\(source.path) names \(found ?? "")")
    }
  }

  @Test func filesStayReadable() throws {
    for source in try sources() {
      let lines = source.text.split(separator: "\n", omittingEmptySubsequences: false).count
      #expect(lines <= 500, "\(source.path) has \(lines) lines")
    }
  }

  /// `RebuildLoop` lives as long as the server, and so does its one task.
  @Test func onlyTheConcurrentMapStartsTasks() throws {
    let starters: Set = ["Build/ConcurrentMap.swift", "Preview/Rebuilding/RebuildLoop.swift"]
    for source in try sources() where !starters.contains(source.path) {
      #expect(
        !source.text.contains("TaskGroup") && !source.text.contains("Task {"),
        "\(source.path)"
      )
    }
  }
}
