/// Watches the three folders of a site by looking at all of it again and again.
///
/// For systems without a better way, and where the system's way is used up.
struct PollingWatch {
  /// What tells one state of a file from another.
  private struct State: Hashable {
    let kind: FileKind
    let identity: FileIdentity
    let size: Int
    let permissions: UInt32
    let modified: DiskMoment

    /// The time and size of a folder say nothing that its entries do not say better.
    init(_ status: FileStatus) {
      let isFolder = status.kind == .folder
      kind = status.kind
      identity = status.identity
      size = isFolder ? 0 : status.size
      permissions = status.permissions
      modified = isFolder ? DiskMoment(seconds: 0, nanoseconds: 0) : status.modified
    }
  }

  /// Between two looks, in milliseconds.
  static let interval = 400

  private let root: NativePath
  private var states: [String: State]
  /// Whether paths tell too little: what stands behind a link changes under another path.
  private(set) var metLinks = false

  /// Looks at a site whose root is known by its real path.
  init(_ root: NativePath) {
    self.root = root
    states = [:]
    states = look()
  }

  /// Waits for the interval, at most so many milliseconds, and looks again.
  mutating func next(atMost milliseconds: Int) -> WatchNews {
    pauseThread(milliseconds: min(milliseconds, PollingWatch.interval))
    let before = states
    states = look()
    let changed = Set(before.keys).union(states.keys).filter { before[$0] != states[$0] }
    return .steps(
      changed.sorted().map { path in
        SettlingChanges.Step(path: path, kind: states[path] == nil ? .gone : .completed)
      }
    )
  }

  private mutating func look() -> [String: State] {
    var found: [String: State] = [:]
    var waiting = SourceFolder.allCases.map { NativePath($0.rawValue) }
    var entered: Set<FileIdentity> = []
    while let path = waiting.popLast() {
      // What is gone or closed to us is reported by the reading of the sources.
      guard var status = try? readStatus(at: root / path) else { continue }
      if status.kind == .symbolicLink {
        metLinks = true
        guard let target = try? resolvePath(root / path), target.isWithin(root),
          let followed = try? readStatus(at: target)
        else { continue }
        status = followed
      }
      found[path.text] = State(status)
      guard status.kind == .folder, entered.insert(status.identity).inserted else { continue }
      let entries = (try? listDirectory(root / path)) ?? []
      waiting += entries.filter { !isPassedOver($0.name) }.map { path / $0.name }
    }
    return found
  }
}
