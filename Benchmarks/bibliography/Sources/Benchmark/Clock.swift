import Foundation

/// The time one step took: by the clock on the wall, and of all processors together.
struct StepTime {
  var wall: Double
  var processor: Double
}

/// Runs a step and gives its result with its time in milliseconds.
func time<Result>(_ step: () async -> Result) async -> (Result, StepTime) {
  let clock = ContinuousClock()
  let (start, before) = (clock.now, processorTime())
  let result = await step()
  let wall = (clock.now - start).components
  let milliseconds = Double(wall.seconds) * 1e3 + Double(wall.attoseconds) / 1e15
  return (result, StepTime(wall: milliseconds, processor: processorTime() - before))
}

private func processorTime() -> Double {
  var usage = rusage()
  getrusage(0, &usage)
  func milliseconds(_ time: timeval) -> Double {
    Double(time.tv_sec) * 1e3 + Double(time.tv_usec) / 1e3
  }
  return milliseconds(usage.ru_utime) + milliseconds(usage.ru_stime)
}

/// The largest memory this process has had, in megabytes.
func peakMemory() -> Int {
  var usage = rusage()
  getrusage(0, &usage)
  return usage.ru_maxrss / 1024
}
