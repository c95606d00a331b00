import NIOCore

/// Why a port could not be listened on.
enum ListenFailure: Error, Hashable {
  /// Another program has it.
  case portInUse
  /// The host is none of this machine's, or the port needs more rights; what the system says.
  case refused(String)

  init(_ error: any Error) {
    guard let error = error as? IOError else {
      self = .refused("\(error)")
      return
    }
    self = error.errnoCode == ListenFailure.addressInUse ? .portInUse : .refused("\(error)")
  }

  /// EADDRINUSE, whose name only FileSystem may import.
  private static var addressInUse: Int32 {
    #if os(Linux)
      98
    #else
      48
    #endif
  }
}
