import NIOCore

/// The open connections, watched over by one clock; lives on the thread of the server.
///
/// A request is small and an answer is at hand, so whoever takes long is closed, and where there
/// are too many, whoever has been silent longest makes room.
final class Connections {
  let limits: ConnectionLimits
  private var open: [ObjectIdentifier: Connection] = [:]
  private var isWatching = false

  init(limits: ConnectionLimits) {
    self.limits = limits
  }

  func add(_ connection: Connection, on loop: any EventLoop) {
    if open.count >= limits.connections, let silent = longestSilent { silent.close() }
    open[ObjectIdentifier(connection)] = connection
    watch(on: loop)
  }

  func remove(_ connection: Connection) { open[ObjectIdentifier(connection)] = nil }

  func closeAll() {
    for connection in Array(open.values) { connection.close() }
  }

  /// One that waits for a request, else one that listens, else the oldest of all.
  private var longestSilent: Connection? {
    open.values.min { ($0.state.rank, $0.since) < ($1.state.rank, $1.since) }
  }

  /// Looks at all connections every second, as long as there are any.
  private func watch(on loop: any EventLoop) {
    guard !isWatching else { return }
    isWatching = true
    loop.assumeIsolated().scheduleTask(in: .seconds(1)) { [self] in
      isWatching = false
      let now = NIODeadline.now()
      for connection in Array(open.values) { connection.check(at: now, limits) }
      if !open.isEmpty { watch(on: loop) }
    }
  }
}

extension Connection.State {
  /// What can be closed with the least harm comes first.
  fileprivate var rank: Int {
    switch self {
    case .waiting: 0
    case .listening: 1
    case .answering: 2
    }
  }
}
