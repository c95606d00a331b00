import Build
import Diagnostics

/// Where a server is to listen.
struct ListeningPlace {
  let host: String
  let port: Int

  /// So many ports are tried to name one that is free.
  private static let triedPorts = 50

  /// Listens, and answers from a site.
  ///
  /// - Throws: `SRV003` when the port is taken, `SRV004` when the address cannot be had.
  func listen(
    limits: ConnectionLimits,
    now: @escaping @Sendable () -> Int,
    for site: some SiteAnswering,
    listening: @escaping @Sendable (PageState, @escaping LiveClients.Sender) -> @Sendable () -> Void
  ) async throws(PreviewError) -> HTTPServer {
    let host = host
    do throws(ListenFailure) {
      return try await HTTPServer.start(host: host, port: port, limits: limits) { port in
        let hosts = AllowedHosts(host: host, port: port)
        return HTTPServer.Answering(
          reply: { reply(to: $0, under: hosts, from: site) },
          listen: listening,
          now: now
        )
      }
    } catch {
      throw PreviewError(await diagnostic(of: error))
    }
  }

  private func diagnostic(of failure: ListenFailure) async -> Diagnostic {
    switch failure {
    case .portInUse:
      let next = await nextFreePort()
      let offer = next.map { "; \($0) is free" } ?? ""
      return Diagnostic(
        ServerDiagnostics.portInUse,
        .error,
        at: nil,
        "port \(port) of \(host) is in use by another program\(offer)",
        help: next.map { "Run `sitegen serve --port \($0)`." } ?? ""
      )
    case .refused(let reason):
      let summary = "cannot listen on port \(port) of \(host): \(reason)"
      return Diagnostic(ServerDiagnostics.addressUnavailable, .error, at: nil, summary)
    }
  }

  private func nextFreePort() async -> Int? {
    for candidate in port + 1...port + ListeningPlace.triedPorts where candidate <= 65_535 {
      if await HTTPServer.canListen(host: host, port: candidate) { return candidate }
    }
    return nil
  }
}

/// A host as addresses write it.
func hostInAddress(_ host: String) -> String {
  switch host {
  // Browsers on this machine reach what listens everywhere under its own address.
  case "0.0.0.0": "127.0.0.1"
  case "::": "[::1]"
  default: host.contains(":") ? "[\(host)]" : host
  }
}
