#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

extension OpenFile {
  /// How much is read at once when a file is compared or copied.
  private static var chunkSize: Int { 65536 }

  /// All bytes from here to the end.
  func readAll() throws(SystemFailure) -> [UInt8] {
    let size = try status().size
    // One more, so that the end shows in the same call.
    var (bytes, isLast) = try readChunk(upTo: size + 1, ofSize: size)
    while !isLast {
      let next = try readChunk(upTo: OpenFile.chunkSize)
      bytes += next.bytes
      isLast = next.isLast
    }
    return bytes
  }

  /// Whether the rest of the file is exactly these bytes.
  func holds(_ bytes: [UInt8]) throws(SystemFailure) -> Bool {
    guard try status().size == bytes.count else { return false }
    var offset = 0
    while true {
      let room = min(OpenFile.chunkSize, bytes.count - offset + 1)
      let (chunk, isLast) = try readChunk(upTo: room)
      guard areSame(chunk, bytes[offset...].prefix(chunk.count)) else { return false }
      offset += chunk.count
      if isLast { return offset == bytes.count }
    }
  }

  /// Whether the rest of both files is the same.
  func holdsSame(as other: borrowing OpenFile) throws(SystemFailure) -> Bool {
    guard try status().size == other.status().size else { return false }
    while true {
      let (mine, isLast) = try readChunk(upTo: OpenFile.chunkSize)
      let (theirs, _) = try other.readChunk(upTo: OpenFile.chunkSize)
      guard areSame(mine, theirs[...]) else { return false }
      if isLast { return true }
    }
  }

  /// Writes the rest of another file; gives the number of bytes.
  func writeAll(of source: borrowing OpenFile) throws(SystemFailure) -> Int {
    var total = 0
    while true {
      let (chunk, isLast) = try source.readChunk(upTo: OpenFile.chunkSize)
      try write(chunk)
      total += chunk.count
      if isLast { return total }
    }
  }

  /// Writes an array.
  func write(_ bytes: [UInt8]) throws(SystemFailure) {
    var failure: SystemFailure?
    bytes.withUnsafeBytes { buffer in
      do throws(SystemFailure) { try write(buffer) } catch { failure = error }
    }
    if let failure { throw failure }
  }

  private func readChunk(
    upTo room: Int,
    ofSize size: Int? = nil
  ) throws(SystemFailure) -> (bytes: [UInt8], isLast: Bool) {
    var failure: SystemFailure?
    let chunk = [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
      let free = UnsafeMutableRawBufferPointer(start: buffer.baseAddress, count: room)
      do throws(SystemFailure) { count = try fill(free, ofSize: size) } catch { failure = error }
    }
    if let failure { throw failure }
    return (chunk, chunk.count < room)
  }
}

/// Compares as the C library does, many bytes at once.
private func areSame(_ left: [UInt8], _ right: ArraySlice<UInt8>) -> Bool {
  guard left.count == right.count else { return false }
  return left.withUnsafeBytes { mine in
    right.withUnsafeBytes { theirs in
      guard let mine = mine.baseAddress, let theirs = theirs.baseAddress else { return true }
      return memcmp(mine, theirs, left.count) == 0
    }
  }
}
