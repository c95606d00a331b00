public import Build
import Diagnostics
public import FileSystem
import SiteModel

/// What a preview serves, and where.
public struct PreviewSettings: Sendable {
  /// The folder of the site.
  public let site: SiteDirectory
  /// How it is built; warnings never keep it from being shown.
  public let build: BuildSettings
  /// The address to listen on; `127.0.0.1` serves this machine alone.
  public let host: String
  /// The port; 0 takes any that is free.
  public let port: Int
  /// How changes are noticed.
  public let watching: SourceWatch.Method
  /// The seconds since the beginning of 1970, for the dates of answers.
  public let now: @Sendable () -> Int

  /// Makes settings.
  public init(
    site: SiteDirectory,
    build: BuildSettings,
    host: String,
    port: Int,
    watching: SourceWatch.Method = .best,
    now: @escaping @Sendable () -> Int
  ) {
    self.site = site
    self.build = build
    self.host = host
    self.port = port
    self.watching = watching
    self.now = now
  }
}

/// A running server: of a preview that follows the sources, or of an output as hosts serve it.
public final class PreviewServer: Sendable {
  /// Where browsers find it: `http://127.0.0.1:8000/`.
  public let address: String
  private let server: HTTPServer
  private let loop: RebuildLoop?

  private init(_ server: HTTPServer, host: String, loop: RebuildLoop?) {
    self.server = server
    self.loop = loop
    address = "http://\(hostInAddress(host)):\(server.port)/"
  }

  /// Listens, builds the site, and rebuilds it after every change; returns as soon as it listens.
  ///
  /// - Parameters:
  ///   - settings: what to serve, and where.
  ///   - report: told of every build, from any thread.
  /// - Returns: the server, until it is stopped.
  /// - Throws: `SRC012` when there is no site, `SRV003` when the port is taken, `SRV004` when the
  ///   address cannot be had.
  public static func start(
    _ settings: PreviewSettings,
    report: @escaping @Sendable (PreviewEvent) -> Void
  ) async throws(PreviewError) -> PreviewServer {
    do throws(FileSystemError) {
      try settings.site.check()
    } catch {
      throw PreviewError(error.diagnostic)
    }
    return try await start(settings, limits: ConnectionLimits(), report: report)
  }

  /// The same with another patience.
  static func start(
    _ settings: PreviewSettings,
    limits: ConnectionLimits,
    report: @escaping @Sendable (PreviewEvent) -> Void
  ) async throws(PreviewError) -> PreviewServer {
    let preview = LivePreview(settings.site)
    let place = ListeningPlace(host: settings.host, port: settings.port)
    let server = try await place.listen(limits: limits, now: settings.now, for: preview) {
      page,
      send in
      let number = preview.clients.add(page, send)
      send(event("server", preview.clients.server) + preview.news(for: page).events(assets: []))
      return { preview.clients.remove(number) }
    }
    let loop = RebuildLoop(
      settings.site,
      settings.watching,
      settings.build,
      for: preview,
      report: report
    )
    return PreviewServer(server, host: settings.host, loop: loop)
  }

  /// Closes all connections and waits for a build that runs.
  public func stop() async {
    await server.stop()
    await loop?.stop()
  }
}

extension PreviewServer {
  /// Serves what the last build left in a folder, as a host would: no script, no rebuilding.
  ///
  /// - Parameters:
  ///   - output: the folder; its manifest says what is served.
  ///   - settings: the address to listen on, and where the site says its base path.
  ///   - report: told of lines in `_redirects` and `_headers` that cannot be read, with those files.
  /// - Returns: the server, until it is stopped.
  /// - Throws: `SRV002`, `OUT009` for the folder; `SRV003`, `SRV004` for the address.
  public static func serve(
    _ output: OutputDirectory,
    _ settings: PreviewSettings,
    report: @escaping @Sendable (PreviewProblems) -> Void
  ) async throws(PreviewError) -> PreviewServer {
    let site: WrittenSite
    do throws(FileSystemError) {
      site = try WrittenSite(output, basePath: readBasePath(settings), report: report)
    } catch {
      throw PreviewError(error.diagnostic)
    }
    let place = ListeningPlace(host: settings.host, port: settings.port)
    let server = try await place.listen(
      limits: ConnectionLimits(),
      now: settings.now,
      for: site,
      listening: { _, _ in {} }
    )
    return PreviewServer(server, host: settings.host, loop: nil)
  }
}
