import Foundation
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// How long a test waits for what should come at once.
///
/// Beside the rest of the suite the smallest site takes half a minute, on a busy machine more: only
/// what never comes may end a wait.
let patience = Duration.seconds(600)

/// A connection to this machine that sends what it is told, well-formed or not.
///
/// Waiting happens on threads of its own: the few threads of concurrent work belong to the builds
/// that a test waits for.
final class RawConnection: Sendable {
  private let descriptor: Int32

  init(port: Int) throws {
    #if canImport(Glibc)
      descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    #else
      descriptor = socket(AF_INET, SOCK_STREAM, 0)
    #endif
    try #require(descriptor >= 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = in_port_t(port).bigEndian
    address.sin_addr.s_addr = inet_addr("127.0.0.1")
    let result = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    try #require(result == 0, "connecting to port \(port)")
  }

  deinit { _ = close(descriptor) }

  /// Sends bytes; what nobody takes any more is not an error of the test.
  func send(_ bytes: [UInt8]) {
    var rest = bytes[...]
    while !rest.isEmpty, isReady(POLLOUT, milliseconds: 5000) {
      let count = rest.withUnsafeBytes {
        Int(systemSend(descriptor, $0.baseAddress, $0.count))
      }
      if count <= 0 { return }
      rest = rest.dropFirst(count)
    }
  }

  func send(_ text: String) { send(Array(text.utf8)) }

  /// Says that nothing more will come.
  func finishSending() { _ = shutdown(descriptor, Int32(SHUT_WR)) }

  /// Reads until the other side closes, or some words have come so many times, or patience ends.
  ///
  /// Where the words have not come, what is read ends with the reason in brackets.
  func read(until words: String? = nil, times: Int = 1) async -> String {
    await onOwnThread { [self] in
      var received: [UInt8] = []
      var buffer = [UInt8](repeating: 0, count: 65536)
      var reason = "patience ended"
      let end = ContinuousClock.now + patience
      while ContinuousClock.now < end {
        let text = String(decoding: received, as: UTF8.self)
        if let words, text.ranges(of: words).count >= times { return text }
        guard isReady(POLLIN, milliseconds: 1000) else { continue }
        let count = recv(descriptor, &buffer, buffer.count, 0)
        guard count > 0 else {
          reason = count == 0 ? "the other side closed" : String(cString: strerror(errno))
          break
        }
        received += buffer[..<count]
      }
      return String(decoding: received, as: UTF8.self) + (words == nil ? "" : " [\(reason)]")
    }
  }

  /// Whether the other side closes before patience ends; what it sends first is dropped.
  func isClosed() async -> Bool {
    await onOwnThread { [self] in
      var buffer = [UInt8](repeating: 0, count: 65536)
      let end = ContinuousClock.now + patience
      while ContinuousClock.now < end {
        guard isReady(POLLIN, milliseconds: 100) else { continue }
        if recv(descriptor, &buffer, buffer.count, 0) <= 0 { return true }
      }
      return false
    }
  }

  private func isReady(_ events: Int32, milliseconds: Int32) -> Bool {
    var request = pollfd(fd: descriptor, events: Int16(events), revents: 0)
    return poll(&request, 1, milliseconds) > 0
  }
}

/// Runs work that waits.
private func onOwnThread<Value: Sendable>(_ work: @escaping @Sendable () -> Value) async -> Value {
  await withCheckedContinuation { continuation in
    Thread.detachNewThread { continuation.resume(returning: work()) }
  }
}

private func systemSend(_ file: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
  #if os(Linux)
    return Int(send(file, bytes, count, Int32(MSG_NOSIGNAL)))
  #else
    return Int(send(file, bytes, count, 0))
  #endif
}
