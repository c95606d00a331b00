#if os(Linux)
  #if canImport(Glibc)
    import Glibc
  #elseif canImport(Musl)
    import Musl
  #endif

  /// Watches the three folders of a site through the system (inotify(7)).
  ///
  /// The system watches folders one by one, by what they are and not by their path: a new folder is
  /// watched as soon as it is seen, and then looked through, since things may stand in it already.
  struct InotifyWatch: ~Copyable {
    private let descriptor: Int32
    private let root: NativePath
    /// Relative to the root; the root itself is empty.
    private var folders: [Int32: NativePath] = [:]
    /// Whether paths tell too little: what stands behind a link changes under another path.
    private(set) var metLinks = false

    /// Watches a site whose root is known by its real path.
    init(_ root: NativePath) throws(SystemFailure) {
      self.root = root
      descriptor = inotify_init1(Int32(IN_NONBLOCK) | Int32(IN_CLOEXEC))
      guard descriptor >= 0 else { throw SystemFailure("watch", root) }
      try watchFolder(NativePath(""), rootEvents)
      for folder in SourceFolder.allCases { try watchTree(NativePath(folder.rawValue)) }
    }

    deinit { _ = close(descriptor) }

    /// Waits until something changed, at most so many milliseconds; empty when nothing did.
    mutating func next(atMost milliseconds: Int) throws(SystemFailure) -> WatchNews {
      var request = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
      guard poll(&request, 1, Int32(clamping: milliseconds)) > 0 else { return .steps([]) }
      let events = readInotifyEvents(descriptor)
      var steps: [SettlingChanges.Step] = []
      for event in events {
        if event.has(IN_Q_OVERFLOW) { return .lostSteps }
        if event.has(IN_IGNORED) {
          folders[event.watch] = nil
        } else if let folder = folders[event.watch] {
          if folder.isEmpty, event.has(IN_DELETE_SELF | IN_MOVE_SELF | IN_UNMOUNT) {
            return .lostRoot
          }
          if let step = try step(of: event, in: folder) { steps.append(step) }
        }
      }
      return .steps(steps)
    }

    private mutating func step(
      of event: InotifyEvent,
      in folder: NativePath
    ) throws(SystemFailure) -> SettlingChanges.Step? {
      let isSourceFolder = SourceFolder(rawValue: event.name.text) != nil
      if event.name.isEmpty || isPassedOver(event.name) || folder.isEmpty && !isSourceFolder {
        return nil
      }
      let path = folder / event.name
      if event.has(IN_CREATE | IN_MOVED_TO) {
        try watchTree(path)
      } else if event.has(IN_ISDIR), event.has(IN_MOVED_FROM) {
        forgetTree(path)
      }
      // A name that is no UTF-8 cannot be said: the folder that holds it can.
      guard let text = path.validText else {
        return SettlingChanges.Step(path: folder.text, kind: .completed)
      }
      return SettlingChanges.Step(path: text, kind: event.kind)
    }

    /// Watches what stands at a path: a folder with all folders below, or what a link leads to.
    private mutating func watchTree(_ path: NativePath) throws(SystemFailure) {
      var waiting = [path]
      while let path = waiting.popLast() {
        // Whatever is gone again or closed to us is reported by the reading of the sources.
        guard let status = try? readStatus(at: root / path) else { continue }
        switch status.kind {
        case .folder:
          guard try watchFolder(path, folderEvents) else { continue }
          let entries = (try? listDirectory(root / path)) ?? []  // reported by the reading too
          waiting += entries.filter { $0.kind != .regular && !isPassedOver($0.name) }
            .map { path / $0.name }
        case .symbolicLink:
          metLinks = true
          try watchTarget(of: path)
        case .regular, .special: continue
        }
      }
    }

    /// Watches the folder that a link leads to, or the folder of the file that it leads to.
    private mutating func watchTarget(of link: NativePath) throws(SystemFailure) {
      guard let target = try? resolvePath(root / link), target.isWithin(root), target != root,
        let status = try? readStatus(at: target)
      else { return }
      let folder = status.kind == .folder ? target : target.parent
      let relative = NativePath(cString: Array(folder.cString[(root.cString.count - 1)...]))
      let path = NativePath(cString: Array(relative.cString.drop { $0 == NativePath.slash }))
      if status.kind == .folder, !path.isEmpty {
        try watchTree(path)
      } else if !path.isEmpty {
        _ = try watchFolder(path, folderEvents)
      }
    }

    /// False when the folder is watched already, or gone, or closed to us.
    @discardableResult
    private mutating func watchFolder(
      _ path: NativePath,
      _ events: UInt32
    ) throws(SystemFailure) -> Bool {
      let native = root / path
      let watch = inotify_add_watch(descriptor, native.cString, events | UInt32(IN_ONLYDIR))
      if watch < 0 {
        let failure = SystemFailure("watch", native)
        guard failure.isMissing || failure.isAccessRefusal || failure.number == ENOTDIR
        else { throw failure }
        return false
      }
      // The same folder through another path, or in a circle of links.
      return folders.updateValue(path, forKey: watch) != path
    }

    private mutating func forgetTree(_ path: NativePath) {
      let gone = folders.filter { $0.value.isWithin(path) }.keys
      for watch in gone {
        _ = inotify_rm_watch(descriptor, watch)
        folders[watch] = nil
      }
    }

    private var folderEvents: UInt32 {
      UInt32(
        IN_CREATE | IN_CLOSE_WRITE | IN_MODIFY | IN_MOVED_FROM | IN_MOVED_TO | IN_DELETE | IN_ATTRIB
      )
    }

    private var rootEvents: UInt32 {
      UInt32(IN_CREATE | IN_MOVED_FROM | IN_MOVED_TO | IN_DELETE | IN_DELETE_SELF | IN_MOVE_SELF)
    }
  }
#endif
