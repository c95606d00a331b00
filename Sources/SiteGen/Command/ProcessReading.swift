import Foundation

/// What the clocks and the kernel say of this process at one moment.
struct ProcessReading: Sendable {
  private static let clock = ContinuousClock()

  /// The moment.
  let instant: ContinuousClock.Instant
  /// Time of processors used since the process began, by the program and for it.
  let processorTime: Duration
  /// The most memory that was ever resident, in bytes.
  let peakMemory: Int

  /// Reads them now.
  static func now() -> ProcessReading {
    var usage = rusage()
    getrusage(RUSAGE_SELF.rawValue, &usage)
    return ProcessReading(
      instant: clock.now,
      processorTime: duration(usage.ru_utime) + duration(usage.ru_stime),
      peakMemory: usage.ru_maxrss * 1024  // Linux counts in KiB
    )
  }

  private static func duration(_ time: timeval) -> Duration {
    .seconds(time.tv_sec) + .microseconds(time.tv_usec)
  }
}
