#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Lets the thread sleep, for callers that have one of their own.
func pauseThread(milliseconds: Int) {
  _ = poll(nil, 0, Int32(clamping: milliseconds))
}
