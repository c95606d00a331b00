import Build
import ContentTypes
import Diagnostics
import FileSystem
import Foundation
import SiteModel
import Support
import Synchronization
import Testing

/// A site in a folder, whose output is kept from build to build.
struct KeptSite: Sendable {
  let root: URL

  static let settings = BuildSettings(
    entityTypes: contentTypes,
    baseURL: nil,
    linkStyle: .folder,
    isStrict: false,
    date: PartialDate(year: 2027, month: 3, day: 14),
    jobs: 2
  )

  /// A build as one sees it from outside.
  struct Run: CustomTestStringConvertible, Sendable {
    let shown: [SourceFile]
    let diagnostics: [Diagnostic]
    let written: WriteReport?
    /// The stages it told of, and what it said of the last one.
    let stages: [Stage]
    let lastWords: String

    /// Whether it only said again what the last build had found.
    var isReplay: Bool { stages == [.read, .write] }
    var testDescription: String { "\(stages.map(\.rawValue)): \(lastWords)" }
  }

  func build(
    _ settings: BuildSettings = settings,
    by program: ProgramIdentity? = ProgramIdentity(text: "one"),
    into output: String = "output",
    meanwhile: @escaping @Sendable (Stage) -> Void = { _ in }
  ) async throws -> Run {
    let told = Mutex<[(stage: Stage, words: String)]>([])
    let report = try await buildWorkspace(
      SiteDirectory(path: root.path()),
      output: OutputDirectory(path: root.appending(path: output).path()),
      settings,
      by: program
    ) { stage, made in
      told.withLock { $0.append((stage, made.words)) }
      meanwhile(stage)
    }
    let walked = told.withLock { $0 }
    return Run(
      shown: report.shown,
      diagnostics: report.diagnostics,
      written: report.written,
      stages: walked.map(\.stage),
      lastWords: walked.last?.words ?? ""
    )
  }

  /// Builds until the output is of an earlier tick of the clock than what is remembered of it.
  ///
  /// Where the system stamps each change exactly, the first build is enough.
  @discardableResult
  func settle(_ settings: BuildSettings = settings) async throws -> Run {
    let first = try await build(settings)
    try passTick()
    _ = try await build(settings)
    return first
  }

  /// What the same sources and settings give where nothing was built before.
  func buildAnew(_ settings: BuildSettings = settings) async throws -> (Run, [String: Data]) {
    let name = "anew-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(at: root.appending(path: name)) }  // harmless
    let run = try await build(settings, by: nil, into: name)
    return (run, run.written == nil ? [:] : try files(in: name))
  }

  /// Every file below a folder of the site with its bytes.
  func files(in folder: String = "output") throws -> [String: Data] {
    let base = root.appending(path: folder)
    var found: [String: Data] = [:]
    for path in try FileManager.default.subpathsOfDirectory(atPath: base.path()) {
      if let data = try? Data(contentsOf: base.appending(path: path)) { found[path] = data }
    }
    return found
  }

  func put(_ text: String, at path: String) throws { try put(Data(text.utf8), at: path) }

  /// Writes a file, making the folders it needs; one that is there stays the same file.
  func put(_ data: Data, at path: String) throws {
    let file = root.appending(path: path)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(),
      withIntermediateDirectories: true
    )
    try data.write(to: file)
  }

  func data(_ path: String) throws -> Data { try Data(contentsOf: root.appending(path: path)) }

  func remove(_ path: String) throws {
    try FileManager.default.removeItem(at: root.appending(path: path))
  }

  /// Returns when files get a later time than those that were written before.
  private func passTick() throws {
    let probe = root.appending(path: "tick").path()
    func time() throws -> Date? {
      try Data().write(to: URL(filePath: probe))
      return try FileManager.default.attributesOfItem(atPath: probe)[.modificationDate] as? Date
    }
    let start = try time()
    while try time() == start {}
    try FileManager.default.removeItem(atPath: probe)
  }
}

/// What happens to a site between two builds.
struct KeptChange: CustomTestStringConvertible, Sendable {
  let testDescription: String
  let make: @Sendable (KeptSite) throws -> Void

  init(_ name: String, _ make: @escaping @Sendable (KeptSite) throws -> Void) {
    testDescription = name
    self.make = make
  }
}

/// Calls `body` with a small site of a text with doubts, an asset and the project's templates, and
/// removes its folder.
func withKeptSite(_ body: (KeptSite) async throws -> Void) async throws {
  let root = FileManager.default.temporaryDirectory.appending(path: "kept-\(UUID().uuidString)")
  defer { try? FileManager.default.removeItem(at: root) }  // a leftover is harmless
  try FileManager.default.createDirectory(at: root, withIntermediateDirectories: true)
  try FileManager.default.copyItem(
    at: packageRoot.appending(path: "Templates"),
    to: root.appending(path: "Templates")
  )
  let site = KeptSite(root: root)
  for (path, text) in smallestSite { try site.put(text, at: path) }
  let settings = try String(decoding: site.data("Content/site.yaml"), as: UTF8.self)
  try site.put(settings + "\nseverities: {LNK001: warning}\n", at: "Content/site.yaml")
  try site.put(
    "---\ntitle: Un doute\n---\n\nReste [[?un mot]], et [un lien](/rien/).\n\n![](logo.png)\n",
    at: "Content/pages/doute.md"
  )
  try site.put("---\nname: Ada Martin\n---\n\n## Travaux\n", at: "Content/people/ada-martin.md")
  try site.put(Data([0x89, 0x50, 0x4E, 0x47]), at: "Content/pages/logo.png")
  try await body(site)
}
