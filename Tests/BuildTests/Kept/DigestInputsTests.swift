import ContentTypes
import Diagnostics
import FileSystem
import Foundation
import SiteModel
import Support
import Testing

@testable import Build

/// Whatever a build may come to something else by is in the digest.
struct DigestInputsTests {
  private let program = ProgramIdentity(text: "one")

  private func digest(
    _ sources: SourceTree,
    _ settings: BuildSettings = KeptSite.settings
  ) async throws -> [UInt8] {
    let root = FileManager.default.temporaryDirectory.appending(path: "in-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: root, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: root) }  // a leftover is harmless
    let claim = try ClaimedOutput(
      OutputDirectory(path: root.appending(path: "output").path()),
      for: SiteDirectory(path: root.path())
    )
    let texts = await digestTexts(sources, jobs: 2)
    return try #require(digestInputs(sources, texts, settings, by: program, into: claim))
  }

  @Test func everySourceCounts() async throws {
    let files = sourceTree(smallestSite).files
    var digests: Set<[UInt8]> = [try await digest(SourceTree(files: files))]
    var trees: [[SourceFile]] = []
    for (place, file) in files.enumerated() {
      let others = [
        nil, SourceFile(path: file.path, bytes: file.bytes + [0x0A]),
        SourceFile(path: file.path, bytes: Array(file.bytes.dropLast())),
        SourceFile(path: file.path, bytes: file.bytes.map { $0 ^ 1 }),
        SourceFile(path: file.path + "x", bytes: file.bytes),
      ]
      trees += others.map { files[..<place] + [$0].compactMap { $0 } + files[(place + 1)...] }
    }
    trees.append(files + [SourceFile(path: "Content/pages/vide.md", bytes: [])])
    for tree in trees { digests.insert(try await digest(SourceTree(files: tree))) }
    digests.insert(try await digest(SourceTree(files: files, installedStyles: ["apa"])))
    #expect(digests.count == trees.count + 2)
  }

  @Test func theOrderOfReadingDoesNotCount() async throws {
    let files = sourceTree(smallestSite).files
    let forward = try await digest(SourceTree(files: files))
    #expect(try await digest(SourceTree(files: files.reversed())) == forward)
  }

  /// A setting that is new in `BuildSettings` fails here until `OtherSettings` holds it, and
  /// whoever adds it there sees whether the digest does.
  @Test func everySettingIsTried() {
    let labels = Mirror(reflecting: KeptSite.settings).children.compactMap(\.label)
    #expect(Set(labels) == Set(OtherSettings.all.map(\.setting)))
  }

  @Test(arguments: OtherSettings.all)
  func everySettingCountsButTheWorkers(other: OtherSettings) async throws {
    let sources = sourceTree(smallestSite)
    let same = try await digest(sources) == digest(sources, other.settings)
    #expect(same == (other.setting == "jobs"))
  }
}

/// The settings of `KeptSite` with one of them changed.
struct OtherSettings: CustomTestStringConvertible, Sendable {
  let setting: String
  let settings: BuildSettings

  var testDescription: String { setting }

  static let all = [
    OtherSettings("entityTypes", types: Array(contentTypes.dropLast())),
    OtherSettings("baseURL", baseURL: "https://autre.example.org"),
    OtherSettings("citationStyle", style: "apa"),
    OtherSettings("linkStyle", links: .file),
    OtherSettings("isStrict", isStrict: true),
    OtherSettings("rules", rules: .all),
    OtherSettings("date", date: PartialDate(year: 2027, month: 3, day: 15)),
    OtherSettings("showsDrafts", showsDrafts: true),
    OtherSettings("jobs", jobs: 1),
  ]

  private init(
    _ setting: String,
    types: [any Entity.Type] = KeptSite.settings.entityTypes,
    baseURL: String? = nil,
    style: String? = nil,
    links: LinkStyle = .folder,
    isStrict: Bool = false,
    rules: BuildSettings.Rules = .essential,
    date: PartialDate? = KeptSite.settings.date,
    showsDrafts: Bool = false,
    jobs: Int = 2
  ) {
    self.setting = setting
    settings = BuildSettings(
      entityTypes: types,
      baseURL: baseURL,
      citationStyle: style,
      linkStyle: links,
      isStrict: isStrict,
      rules: rules,
      date: date,
      showsDrafts: showsDrafts,
      jobs: jobs
    )
  }
}
