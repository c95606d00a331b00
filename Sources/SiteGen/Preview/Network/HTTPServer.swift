import NIOCore
import NIOHTTP1
import NIOPosix

/// How patient the server is.
struct ConnectionLimits: Hashable, Sendable {
  /// So many at once; one more, and the one that has been silent longest is closed.
  var connections = 256
  /// From the opening, or the last answer, to the end of the next request.
  var secondsToRequest = 20
  /// From the beginning of an answer to its end.
  var secondsToAnswer = 120
  /// Between two signs of life to pages that listen.
  var secondsBetweenBeats = 15
}

/// A listening HTTP/1.1 server.
///
/// All connections live on one thread, so that what they share needs no lock.
final class HTTPServer: Sendable {
  /// The port it listens on, chosen by the system where 0 was asked for.
  let port: Int
  private let channel: any Channel
  private let group: MultiThreadedEventLoopGroup
  private let connections: NIOLoopBound<Connections>

  /// What answers.
  struct Answering: Sendable {
    let reply: @Sendable (Request) -> Reply
    /// Lets a page listen; gives what ends that.
    let listen: @Sendable (PageState, @escaping LiveClients.Sender) -> @Sendable () -> Void
    /// The seconds since 1970, for the field `Date`.
    let now: @Sendable () -> Int
  }

  /// Binds the address, then makes what answers there (which may need to know the port).
  ///
  /// - Throws: when the address cannot be had.
  static func start(
    host: String,
    port: Int,
    limits: ConnectionLimits,
    answering: @escaping @Sendable (_ port: Int) -> Answering
  ) async throws(ListenFailure) -> HTTPServer {
    let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
    let loop = group.next()
    do {
      return try await loop.submit {
        let connections = NIOLoopBound(Connections(limits: limits), eventLoop: loop)
        return try bootstrap(group, connections, answering)
          .bind(host: host, port: port)
          .map { HTTPServer($0, group, connections) }
      }.flatMap { $0 }.get()
    } catch {
      try? await group.shutdownGracefully()  // nothing runs on it
      throw ListenFailure(error)
    }
  }

  /// Whether the address could be had at this moment.
  static func canListen(host: String, port: Int) async -> Bool {
    let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
    let channel = try? await ServerBootstrap(group: group)
      .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
      .bind(host: host, port: port).get()
    try? await channel?.close().get()  // its thread ends anyway
    try? await group.shutdownGracefully()
    return channel != nil
  }

  private init(
    _ channel: any Channel,
    _ group: MultiThreadedEventLoopGroup,
    _ connections: NIOLoopBound<Connections>
  ) {
    self.channel = channel
    self.group = group
    self.connections = connections
    port = channel.localAddress?.port ?? 0
  }

  /// Closes every connection and ends the thread.
  func stop() async {
    let connections = connections
    // What fails to close is closed by the end of its thread.
    try? await channel.close().get()
    try? await channel.eventLoop.submit { connections.value.closeAll() }.get()
    try? await group.shutdownGracefully()
  }
}

private func bootstrap(
  _ group: MultiThreadedEventLoopGroup,
  _ connections: NIOLoopBound<Connections>,
  _ answering: @escaping @Sendable (_ port: Int) -> HTTPServer.Answering
) throws -> ServerBootstrap {
  var decoding = NIOHTTPDecoderLimitConfiguration()
  decoding.maxHeaderFieldSize = 16 * 1024
  decoding.maxHeaderListSize = 32 * 1024
  decoding.maxHeaderFieldCount = 100
  let limits = decoding
  return ServerBootstrap(group: group)
    .serverChannelOption(.backlog, value: 1024)
    .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
    .childChannelOption(.tcpOption(.tcp_nodelay), value: 1)
    .childChannelInitializer { channel in
      channel.eventLoop.makeCompletedFuture {
        let handlers = channel.pipeline.syncOperations
        try handlers.configureHTTPServerPipeline(
          withEncoderConfiguration: .init(),
          withDecoderLimitConfiguration: limits
        )
        let port = channel.localAddress?.port ?? 0
        try handlers.addHandler(Connection(channel, answering(port), connections.value))
      }
    }
}
