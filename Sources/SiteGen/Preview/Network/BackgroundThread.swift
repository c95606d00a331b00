import NIOPosix

/// A thread for work that waits, so that no thread of the concurrent builds does.
struct BackgroundThread: Sendable {
  private let pool = NIOThreadPool(numberOfThreads: 1)

  /// Begins the work; it must end by itself for `end` to come back.
  func begin(_ work: @escaping @Sendable () -> Void) {
    pool.start()
    pool.submit { _ in work() }
  }

  /// Waits for the end of the work.
  func end() async {
    try? await pool.shutdownGracefully()  // fails only where it never began
  }
}
