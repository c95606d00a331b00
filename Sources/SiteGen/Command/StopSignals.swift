import Dispatch
import Foundation

/// Ctrl-C and the polite request to end, caught so that a command can end by itself.
struct StopSignals {
  private let arrivals: AsyncStream<Void>
  /// Cancelled when they are dropped.
  private let sources: [any DispatchSourceSignal]

  /// Begins to catch; from now on the signals end nothing by themselves.
  init() {
    let (arrivals, continuation) = AsyncStream.makeStream(of: Void.self)
    self.arrivals = arrivals
    sources = [SIGINT, SIGTERM, SIGHUP].map { number in
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler { continuation.yield() }
      source.resume()
      return source
    }
  }

  /// Waits for the first.
  func wait() async {
    for await _ in arrivals { return }
  }
}
