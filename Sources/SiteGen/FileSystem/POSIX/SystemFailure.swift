#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A call that the system refused.
struct SystemFailure: Error, Hashable {
  /// What was tried, a verb that goes before the path ("read", "make the folder").
  let action: String
  /// On which path.
  let path: NativePath
  /// The number of the error (`errno`).
  let number: Int32

  /// Takes the number that the last refused call left.
  init(_ action: String, _ path: NativePath) {
    self.init(action, path, number: errno)
  }

  init(_ action: String, _ path: NativePath, number: Int32) {
    self.action = action
    self.path = path
    self.number = number
  }

  /// What the system says of it, in English since no locale is ever set.
  var reason: String { String(cString: strerror(number)) }

  /// `cannot read "a": Permission denied`.
  var summary: String { "cannot \(action) \"\(path.text)\": \(reason)" }

  /// What can be done where the number tells; empty otherwise.
  var remedy: String {
    switch number {
    case EACCES, EPERM: "Give the user who builds the rights to this path and the folders above it."
    case EROFS: "Choose a place on a disk that may be written."
    case ENOSPC, EDQUOT: "Free some space on the disk."
    case EBUSY, EXDEV: "Choose a folder that is not itself a mount point, with none inside."
    case ENAMETOOLONG: "Give it a shorter name."
    case EMFILE, ENFILE: "Raise the limit of open files (ulimit -n)."
    default: ""
    }
  }

  var isMissing: Bool { number == ENOENT }

  /// The disk, or its rights, cannot link here: a copy must do.
  var isLinkRefusal: Bool {
    [EPERM, EACCES, EXDEV, EMLINK, ENOSYS, ENOTSUP, EOPNOTSUPP].contains(number)
  }

  /// A lock or a path is held by another process.
  var isHeldByAnother: Bool { number == EWOULDBLOCK || number == EAGAIN }

  var isAccessRefusal: Bool { number == EACCES }

  /// Links that lead round in a circle.
  var isLinkLoop: Bool { number == ELOOP }
}
