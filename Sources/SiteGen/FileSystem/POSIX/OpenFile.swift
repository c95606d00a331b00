#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// An open file, closed when it is dropped.
struct OpenFile: ~Copyable {
  let path: NativePath
  /// -1 once it is closed.
  private var descriptor: Int32

  /// Opens for reading, without waiting and without following a link at the last part.
  init(reading path: NativePath) throws(SystemFailure) {
    self.path = path
    descriptor = open(path.cString, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
    guard descriptor >= 0 else { throw SystemFailure("read", path) }
  }

  /// Opens whatever the path leads to, as a person who names it would expect; may wait.
  init(readingThroughLinks path: NativePath) throws(SystemFailure) {
    self.path = path
    descriptor = open(path.cString, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw SystemFailure("read", path) }
  }

  /// Makes a file where none is; the mask of the process is taken from the permissions.
  init(creating path: NativePath, permissions: UInt32) throws(SystemFailure) {
    self.path = path
    let flags = O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW
    descriptor = open(path.cString, flags, mode_t(permissions))
    guard descriptor >= 0 else { throw SystemFailure("write", path) }
  }

  /// Takes over a file that `OpenFolder` opened.
  init(descriptor: Int32, at path: NativePath) {
    self.path = path
    self.descriptor = descriptor
  }

  /// Opens the standard input.
  init(standardInput: Void) throws(SystemFailure) {
    path = NativePath("standard input")
    descriptor = dup(STDIN_FILENO)
    guard descriptor >= 0 else { throw SystemFailure("read", path) }
  }

  deinit {
    if descriptor >= 0 { _ = close(descriptor) }
  }

  func status() throws(SystemFailure) -> FileStatus {
    try readStatus(ofDescriptor: descriptor, path)
  }

  /// Reads what comes next; 0 at the end.
  func read(into buffer: UnsafeMutableRawBufferPointer) throws(SystemFailure) -> Int {
    while true {
      let count = systemRead(descriptor, buffer.baseAddress, buffer.count)
      if count >= 0 { return count }
      guard errno == EINTR else { throw SystemFailure("read", path) }
    }
  }

  /// Reads until the buffer is full or the file ends, which it does where a call that asks for more
  /// stops at the size that the system tells of it; nil where that is not known.
  func fill(
    _ buffer: UnsafeMutableRawBufferPointer,
    ofSize size: Int?
  ) throws(SystemFailure) -> Int {
    var filled = 0
    while filled < buffer.count {
      let count = try read(into: UnsafeMutableRawBufferPointer(rebasing: buffer[filled...]))
      if count == 0 { break }
      filled += count
      if filled == size { break }
    }
    return filled
  }

  /// Writes all of it.
  func write(_ bytes: UnsafeRawBufferPointer) throws(SystemFailure) {
    var rest = bytes
    while !rest.isEmpty {
      let count = systemWrite(descriptor, rest.baseAddress, rest.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw SystemFailure("write", path) }
      rest = UnsafeRawBufferPointer(rebasing: rest[count...])
    }
  }

  /// Waits until the disk has it.
  func synchronise() throws(SystemFailure) {
    guard fsync(descriptor) == 0 else { throw SystemFailure("save", path) }
  }

  /// Closes and says so when the disk refused what was written (a quota, a far disk).
  consuming func finish() throws(SystemFailure) {
    let result = close(descriptor)
    descriptor = -1
    guard result == 0 else { throw SystemFailure("write", path) }
  }
}

// The methods hide the calls of the same name.
private func systemRead(_ file: Int32, _ buffer: UnsafeMutableRawPointer?, _ count: Int) -> Int {
  read(file, buffer, count)
}

private func systemWrite(_ file: Int32, _ buffer: UnsafeRawPointer?, _ count: Int) -> Int {
  write(file, buffer, count)
}
