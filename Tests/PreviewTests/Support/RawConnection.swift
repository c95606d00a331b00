import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A connection to this machine that sends what it is told, well-formed or not.
final class RawConnection {
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

  /// Reads until the other side closes, or `isEnough` says so, or nothing comes for a minute.
  func read(until isEnough: (String) -> Bool = { _ in false }) -> String {
    var received: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65536)
    while !isEnough(String(decoding: received, as: UTF8.self)),
      isReady(POLLIN, milliseconds: 60_000)
    {
      let count = recv(descriptor, &buffer, buffer.count, 0)
      guard count > 0 else { break }
      received += buffer[..<count]
    }
    return String(decoding: received, as: UTF8.self)
  }

  /// Whether the other side closed within some time; what it sends first is dropped.
  func isClosed(withinSeconds seconds: Int) -> Bool {
    var buffer = [UInt8](repeating: 0, count: 65536)
    for _ in 0..<seconds * 10 where isReady(POLLIN, milliseconds: 100) {
      if recv(descriptor, &buffer, buffer.count, 0) <= 0 { return true }
    }
    return false
  }

  private func isReady(_ events: Int32, milliseconds: Int32) -> Bool {
    var request = pollfd(fd: descriptor, events: Int16(events), revents: 0)
    return poll(&request, 1, milliseconds) > 0
  }
}

private func systemSend(_ file: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
  #if os(Linux)
    return Int(send(file, bytes, count, Int32(MSG_NOSIGNAL)))
  #else
    return Int(send(file, bytes, count, 0))
  #endif
}
