import Build
import ContentTypes
import Diagnostics
import Foundation
import SiteModel
import Support
import Testing

/// What is remembered never shows: after every edit the site is that of a clean build.
struct EditLawTests {
  /// Every other sequence is held to all rules and shows drafts.
  private static func settings(_ seed: UInt64) -> BuildSettings {
    BuildSettings(
      entityTypes: contentTypes,
      baseURL: nil,
      linkStyle: .folder,
      isStrict: false,
      rules: seed.isMultiple(of: 2) ? .all : .essential,
      date: PartialDate("1850-06-01"),
      showsDrafts: seed.isMultiple(of: 2),
      jobs: 2
    )
  }

  /// `SITEGEN_EDITS` asks for longer sequences.
  private static let steps =
    ProcessInfo.processInfo.environment["SITEGEN_EDITS"].flatMap(Int.init) ?? 36

  @Test(arguments: [1, 2, 3] as [UInt64])
  func everyEditGivesTheSiteOfACleanBuild(seed: UInt64) async throws {
    try await holdAgainstCleanBuilds(seed) { $0.edit() }
  }

  @Test(arguments: [4, 5, 6] as [UInt64])
  func everyEditOfNamesGivesTheSiteOfACleanBuild(seed: UInt64) async throws {
    try await holdAgainstCleanBuilds(seed) { $0.editNames() }
  }

  private func holdAgainstCleanBuilds(
    _ seed: UInt64,
    _ edit: (inout RandomEdits) -> String
  ) async throws {
    var edits = try RandomEdits(seed: seed)
    let settings = Self.settings(seed)
    let builder = SiteBuilder(settings: settings)
    var shown: [OutputPath: OutputFile.Contents] = [:]
    var done: [String] = []
    for step in 0..<(Self.steps / 3) {
      let sources = edits.sources
      let built = await builder.build(sources)
      let clean = await buildSite(from: sources, settings) { _, _ in }
      let place: Comment = "seed \(seed), step \(step): \(done.suffix(4))"
      #expect(step > 0 || !clean.files.isEmpty, "\(errors(of: clean))")
      let isSame =
        built.site.files == clean.files && built.site.diagnostics == clean.diagnostics
      #expect(isSame, "\(place) \(difference(built.site, clean))")
      guard isSame else { return }
      show(built, in: &shown)
      if !clean.files.isEmpty {
        let files = Dictionary(clean.files.map { ($0.path, $0.contents) }) { first, _ in first }
        #expect(shown == files, place)
        edits.keep()
      } else if step.isMultiple(of: 2) {
        edits.restore()
        done.append("restored")
      }
      done.append(edit(&edits))
    }
  }

  /// Does to files that are shown what a build says.
  private func show(_ built: IncrementalBuild, in shown: inout [OutputPath: OutputFile.Contents]) {
    let changed = Set(built.changed)
    for file in built.site.files where changed.contains(file.path) {
      shown[file.path] = file.contents
    }
    for path in built.removed { shown[path] = nil }
  }

  private func errors(of built: BuiltSite) -> [String] {
    built.diagnostics.filter { $0.severity == .error }.map {
      "\($0.span?.path ?? "") \($0.summary)"
    }
  }

  private func difference(_ built: BuiltSite, _ clean: BuiltSite) -> String {
    let files = zip(built.files, clean.files).filter { $0 != $1 }.map(\.0.path.text)
    let own = Set(built.diagnostics)
    let expected = Set(clean.diagnostics)
    return """
      \(built.files.count) files of \(clean.files.count), other: \(files.prefix(5));
      superfluous: \(own.subtracting(expected).prefix(5).map(\.summary));
      missing: \(expected.subtracting(own).prefix(5).map(\.summary)); 
      \(built.diagnostics.count) diagnostics of \(clean.diagnostics.count)
      """
  }
}
