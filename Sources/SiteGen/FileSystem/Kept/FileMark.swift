/// What the system knows of a file, and what differs whenever its bytes do.
public struct FileMark: Hashable, Sendable {
  /// Disk, number, size and times, in words.
  public let text: String

  init(_ status: FileStatus) {
    let numbers: [any CustomStringConvertible] = [
      status.identity.device, status.identity.inode, status.size,
      status.modified.seconds, status.modified.nanoseconds,
      status.changed.seconds, status.changed.nanoseconds,
    ]
    text = numbers.map(\.description).joined(separator: " ")
  }
}

extension ClaimedOutput {
  /// The marks of files of the site that are copied, in their order.
  ///
  /// - Returns: nil when a file cannot be looked at, or was changed so shortly before that another
  ///   change might bear the same times.
  public func marks(of assets: [String]) -> [FileMark]? {
    guard let moment, let own = try? readStatus(at: place.lock)?.identity.device else { return nil }
    // Another disk may tell the time in whole seconds, or in steps of two.
    func isSettled(_ status: FileStatus) -> Bool {
      status.identity.device == own
        ? status.changed < moment : status.changed.seconds + 2 < moment.seconds
    }
    var marks: [FileMark] = []
    for asset in assets {
      // Links count as the file that they lead to, which is what is copied.
      guard let status = try? readStatus(behind: site / asset), isSettled(status) else {
        return nil
      }
      marks.append(FileMark(status))
    }
    return marks
  }
}
