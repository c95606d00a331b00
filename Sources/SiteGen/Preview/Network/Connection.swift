import NIOCore
import NIOHTTP1

/// One connection: requests in, answers out, one after the other.
final class Connection: ChannelInboundHandler {
  typealias InboundIn = HTTPServerRequestPart
  typealias OutboundOut = HTTPServerResponsePart

  enum State: Hashable {
    /// For a request, or for the rest of one.
    case waiting
    /// Sending.
    case answering
    /// Open for news.
    case listening
  }

  private(set) var state = State.waiting
  /// When the state began; for one that listens, its last sign of life.
  private(set) var since = NIODeadline.now()
  private let channel: any Channel
  private let answering: HTTPServer.Answering
  private let connections: Connections
  private var head: HTTPRequestHead?
  private var endListening: (@Sendable () -> Void)?

  init(_ channel: any Channel, _ answering: HTTPServer.Answering, _ connections: Connections) {
    self.channel = channel
    self.answering = answering
    self.connections = connections
  }

  func handlerAdded(context: ChannelHandlerContext) {
    connections.add(self, on: context.eventLoop)
  }

  func channelInactive(context: ChannelHandlerContext) {
    connections.remove(self)
    endListening?()
    endListening = nil
    context.fireChannelInactive()
  }

  func close() {
    connections.remove(self)
    channel.close(promise: nil)
  }

  /// Closes what takes too long, and gives a sign of life to what listens.
  func check(at now: NIODeadline, _ limits: ConnectionLimits) {
    let age = now - since
    switch state {
    case .waiting: if age > .seconds(Int64(limits.secondsToRequest)) { close() }
    case .answering: if age > .seconds(Int64(limits.secondsToAnswer)) { close() }
    case .listening:
      guard age > .seconds(Int64(limits.secondsBetweenBeats)) else { return }
      since = now
      // Whoever does not read fills the buffers, and is given up.
      if channel.isWritable { send(":\n\n") } else { close() }
    }
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    switch unwrapInboundIn(data) {
    case .head(let head): self.head = head
    case .body: break
    case .end:
      guard let head, state != .listening else { return }
      self.head = nil
      answer(head, context)
    }
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    // What could be answered has been; the rest is a broken connection.
    context.close(promise: nil)
  }

  private func answer(_ head: HTTPRequestHead, _ context: ChannelHandlerContext) {
    let request = Request(
      method: head.method.rawValue,
      target: head.uri,
      fields: head.headers.map { Request.Field(name: $0.name, value: $0.value) }
    )
    switch answering.reply(request) {
    case .answer(let answer):
      let isLast = !head.isKeepAlive || request.announcesBody
      enter(.answering)
      write(answer, context, isLast: isLast)
    case .news(let page):
      let fields = [
        ("Content-Type", "text/event-stream"), ("Cache-Control", "no-store"),
        ("X-Content-Type-Options", "nosniff"),
      ]
      let isShort = request.method == "HEAD"
      writeHead(Answer(200, fields), context, isLast: isShort)
      if isShort { return end(context, isLast: true) }
      context.flush()
      enter(.listening)
      listen(to: page, context.eventLoop)
    }
  }

  private func enter(_ state: State) {
    self.state = state
    since = .now()
  }

  private func write(_ answer: Answer, _ context: ChannelHandlerContext, isLast: Bool) {
    writeHead(answer, context, isLast: isLast)
    if !answer.body.isEmpty {
      let body = context.channel.allocator.buffer(bytes: answer.body)
      context.write(wrapOutboundOut(.body(.byteBuffer(body))), promise: nil)
    }
    end(context, isLast: isLast)
  }

  private func writeHead(_ answer: Answer, _ context: ChannelHandlerContext, isLast: Bool) {
    var headers = HTTPHeaders(answer.fields.map { ($0.name, $0.value) })
    headers.add(name: "Date", value: httpDate(answering.now()))
    if isLast { headers.add(name: "Connection", value: "close") }
    let status = HTTPResponseStatus(statusCode: answer.status)
    let head = HTTPResponseHead(version: .http1_1, status: status, headers: headers)
    context.write(wrapOutboundOut(.head(head)), promise: nil)
  }

  private func end(_ context: ChannelHandlerContext, isLast: Bool) {
    let sent = context.eventLoop.makePromise(of: Void.self)
    context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: sent)
    sent.futureResult.assumeIsolated().whenComplete { [self] _ in
      if isLast { close() } else { enter(.waiting) }
    }
  }
}

// News.
extension Connection {
  private func listen(to page: PageState, _ loop: any EventLoop) {
    let bound = NIOLoopBound(self, eventLoop: loop)
    endListening = answering.listen(page) { text in
      loop.execute { bound.value.send(text) }
    }
  }

  private func send(_ text: String) {
    guard state == .listening else { return }
    let body = channel.allocator.buffer(string: text)
    channel.writeAndFlush(HTTPServerResponsePart.body(.byteBuffer(body)), promise: nil)
  }
}
