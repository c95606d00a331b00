import Build
import ContentTypes
import Diagnostics
import FileSystem
import Foundation
import SiteModel
import Support
import Synchronization
import Testing

@testable import Preview

/// A site on the disk with a preview of it, for the length of a test.
final class PreviewFixture: Sendable {
  let root: URL
  let server: PreviewServer
  private let events: AsyncStream<PreviewEvent>

  var port: Int { server.address.split(separator: ":").last.flatMap { Int($0.dropLast()) } ?? 0 }

  private init(root: URL, server: PreviewServer, events: AsyncStream<PreviewEvent>) {
    self.root = root
    self.server = server
    self.events = events
  }

  /// Serves the smallest site with some files more, and stops in the end.
  static func run(
    _ texts: [String: String] = [:],
    limits: ConnectionLimits = ConnectionLimits(),
    host: String = "127.0.0.1",
    _ body: (PreviewFixture) async throws -> Void
  ) async throws {
    let base = FileManager.default.temporaryDirectory.appending(path: "serve-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: base) }  // a leftover is harmless
    let root = base.appending(path: "site")
    try FileManager.default.createDirectory(at: root, withIntermediateDirectories: true)
    try FileManager.default.copyItem(
      at: packageRoot.appending(path: "Templates"),
      to: root.appending(path: "Templates")
    )
    for (path, text) in smallestSite.merging(texts, uniquingKeysWith: { $1 }) {
      try save(text, at: root.appending(path: path))
    }
    let (events, continuation) = AsyncStream.makeStream(of: PreviewEvent.self)
    let server = try await PreviewServer.start(
      previewSettings(root, host: host, port: 0),
      limits: limits,
      report: { continuation.yield($0) }
    )
    let fixture = PreviewFixture(root: root, server: server, events: events)
    do {
      try await body(fixture)
    } catch {
      await server.stop()
      throw error
    }
    await server.stop()
  }

  /// The next event, or nil when patience ends.
  func nextEvent() async -> PreviewEvent? {
    await withTaskGroup(of: PreviewEvent?.self) { group in
      group.addTask { [events] in
        for await event in events { return event }
        return nil
      }
      group.addTask {
        try? await Task.sleep(for: patience)  // cancelled as soon as the event is there
        return nil
      }
      let event = await group.next() ?? nil
      group.cancelAll()
      return event
    }
  }

  /// The next build that succeeds; nil when another event comes instead.
  func nextBuild() async -> PreviewBuild? {
    guard case .built(let build) = await nextEvent() else { return nil }
    return build
  }

  /// The next build that fails; nil when another event comes instead.
  func nextProblems() async -> PreviewProblems? {
    guard case .failed(let problems) = await nextEvent() else { return nil }
    return problems
  }

  /// Saves a text of the site as editors do: beside, and renamed into place.
  func save(_ text: String, at path: String) throws {
    try PreviewFixture.save(text, at: root.appending(path: path))
  }

  func remove(_ path: String) throws {
    try FileManager.default.removeItem(at: root.appending(path: path))
  }

  func ask(_ target: String, method: String = "GET", _ fields: [String] = []) async throws
    -> RawAnswer
  {
    try await RawConnection.ask(port, target, method: method, fields)
  }

  private static func save(_ text: String, at file: URL) throws {
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(),
      withIntermediateDirectories: true
    )
    try Data(text.utf8).write(to: file, options: .atomic)
  }
}

/// Settings for a site on this machine.
func previewSettings(_ root: URL, host: String = "127.0.0.1", port: Int) -> PreviewSettings {
  PreviewSettings(
    site: SiteDirectory(path: root.path()),
    build: BuildSettings(
      entityTypes: contentTypes,
      baseURL: nil,
      linkStyle: .folder,
      isStrict: false,
      jobs: 2
    ),
    host: host,
    port: port,
    now: { 784_111_777 }
  )
}
