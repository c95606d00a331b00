/// Changes that wait until whoever makes them is done.
///
/// Editors save in several steps: they write beside and rename, or move away, write anew and
/// remove. A build between two steps would see half a text, or none. A path is *settled* when its
/// last step was one that ends a save (closed after writing, renamed into place).
struct SettlingChanges {
  /// One step, as the system tells of it.
  struct Step: Hashable {
    /// Relative to the root of the site.
    let path: String
    let kind: Kind
  }

  enum Kind: Hashable {
    /// Closed after writing, renamed into place, made as a folder.
    case completed
    /// A new file that somebody will go on writing.
    case begun
    /// Written to, or given other rights.
    case underway
    /// Renamed away or deleted; may come back in a moment.
    case gone
  }

  private struct Entry {
    let last: Kind
    /// Whether it was not there when the changes began.
    let isNew: Bool
  }

  /// After the last step, when nothing is underway, in milliseconds.
  static let calm = 8
  /// After the last step, when something is.
  static let patience = 60
  /// After the first step, whatever goes on.
  static let limit = 500

  private var entries: [String: Entry] = [:]
  private var first = 0
  private var last = 0

  var isEmpty: Bool { entries.isEmpty }

  /// Takes a step at a moment, in milliseconds of any clock that never goes back.
  mutating func add(_ step: Step, at now: Int) {
    let before = entries[step.path]
    if let before, before.isNew, step.kind == .gone {
      // Editors write beside and rename, and try whether they may write at all.
      entries[step.path] = nil
      return
    }
    if entries.isEmpty { first = now }
    last = now
    entries[step.path] = Entry(last: step.kind, isNew: before?.isNew ?? (step.kind == .begun))
  }

  /// When the changes may be taken; nil when there are none.
  var dueTime: Int? {
    if entries.isEmpty { return nil }
    let isCalm = entries.values.allSatisfy { $0.last == .completed }
    let wait = isCalm ? SettlingChanges.calm : SettlingChanges.patience
    return min(last + wait, first + SettlingChanges.limit)
  }

  /// Takes all paths, and leaves nothing.
  mutating func take() -> Set<String> {
    defer { entries = [:] }
    return Set(entries.keys)
  }
}
