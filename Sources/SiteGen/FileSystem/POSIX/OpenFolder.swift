#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// An open folder, from which what stands below is reached.
///
/// The system need not walk the whole path for every file of a site. Several threads may use it at
/// once.
struct OpenFolder: ~Copyable, Sendable {
  let path: NativePath
  private let descriptor: Int32

  init(_ path: NativePath) throws(SystemFailure) {
    self.path = path
    descriptor = open(path.cString, O_RDONLY | O_CLOEXEC | O_DIRECTORY | O_NOFOLLOW)
    guard descriptor >= 0 else { throw SystemFailure("open", path) }
  }

  deinit { _ = close(descriptor) }

  /// Makes a file where none is, and the folders above it that are missing.
  func makeFile(_ name: String) throws(SystemFailure) -> OpenFile {
    let flags = O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW
    let file = try makingFolders(above: name) { openat(descriptor, $0, flags, mode_t(0o644)) }
    guard let file else { throw SystemFailure("write", path / name) }
    return OpenFile(descriptor: file, at: path / name)
  }

  /// Opens a file for reading, without waiting and without following a link at the last part.
  func openFile(_ name: String) throws(SystemFailure) -> OpenFile {
    let file = openat(descriptor, name, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
    guard file >= 0 else { throw SystemFailure("read", path / name) }
    return OpenFile(descriptor: file, at: path / name)
  }

  /// Gives a file, or a symbolic link itself, a second name of the same path in another folder, and
  /// makes the folders above it that are missing there.
  func link(_ name: String, into other: borrowing OpenFolder) throws(SystemFailure) {
    let (source, target) = (descriptor, other.descriptor)
    let linked = try other.makingFolders(above: name) { linkat(source, $0, target, $0, 0) }
    if linked == nil { throw SystemFailure("link", other.path / name) }
  }

  /// Makes a folder and those above it; nothing where it stands already.
  func makeFolders(_ name: String) throws(SystemFailure) {
    if mkdirat(descriptor, name, mode_t(0o755)) == 0 || errno == EEXIST { return }
    guard errno == ENOENT, let slash = name.utf8.lastIndex(of: UInt8(ascii: "/")) else {
      throw SystemFailure("make the folder", path / name)
    }
    try makeFolders(String(name[..<slash]))
    guard mkdirat(descriptor, name, mode_t(0o755)) == 0 || errno == EEXIST else {
      throw SystemFailure("make the folder", path / name)
    }
  }

  /// Calls again once the folders are made, when the first call finds none; nil when it fails.
  private func makingFolders(
    above name: String,
    _ call: (UnsafePointer<CChar>) -> Int32
  ) throws(SystemFailure) -> Int32? {
    let first = name.withCString(call)
    if first >= 0 { return first }
    guard errno == ENOENT, let slash = name.utf8.lastIndex(of: UInt8(ascii: "/")) else {
      return nil
    }
    try makeFolders(String(name[..<slash]))
    let second = name.withCString(call)
    return second >= 0 ? second : nil
  }
}
