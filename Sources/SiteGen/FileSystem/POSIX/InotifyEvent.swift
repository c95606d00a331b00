#if os(Linux)
  #if canImport(Glibc)
    import Glibc
  #elseif canImport(Musl)
    import Musl
  #endif

  /// One event as the system tells of it.
  struct InotifyEvent {
    let watch: Int32
    let mask: UInt32
    /// Of what stands in the folder; empty when the folder itself is meant.
    let name: NativePath

    func has(_ bits: Int32) -> Bool { mask & UInt32(bits) != 0 }

    func has(_ bits: UInt32) -> Bool { mask & bits != 0 }

    /// What it says of a save.
    var kind: SettlingChanges.Kind {
      if has(IN_CLOSE_WRITE | IN_MOVED_TO) { return .completed }
      if has(IN_CREATE) { return has(IN_ISDIR) ? .completed : .begun }
      return has(IN_DELETE | IN_MOVED_FROM) ? .gone : .underway
    }
  }

  /// All events that wait, in order; none when there are none.
  func readInotifyEvents(_ descriptor: Int32) -> [InotifyEvent] {
    var events: [InotifyEvent] = []
    let headLength = MemoryLayout<inotify_event>.size
    withUnsafeTemporaryAllocation(byteCount: 65536, alignment: 16) { buffer in
      while true {
        let count = read(descriptor, buffer.baseAddress, buffer.count)
        if count < 0, errno == EINTR { continue }
        guard count > 0 else { return }
        var offset = 0
        while offset + headLength <= count {
          let head = buffer.loadUnaligned(fromByteOffset: offset, as: inotify_event.self)
          let start = offset + headLength
          let name = buffer[start..<start + Int(head.len)].prefix { $0 != 0 }
          events.append(
            InotifyEvent(
              watch: head.wd,
              mask: head.mask,
              name: NativePath(cString: name.map { CChar(bitPattern: $0) } + [0])
            )
          )
          offset = start + Int(head.len)
        }
      }
    }
    return events
  }
#endif
