import Diagnostics
public import FileSystem

/// What the import of a text comes to: files to write, and what is said of each.
public struct ImportPlan: Sendable {
  /// A content file and what becomes of it.
  public struct Record: Sendable {
    /// What becomes of a file.
    public enum Outcome: String, Sendable {
      /// There was none.
      case new
      /// An editor had written corrections; what was missing was added.
      case joined
      /// Imported before; what the text changed since was taken, the editor's changes stay.
      case merged
      /// Nothing is to be written.
      case unchanged
      /// An editor took the file away, and it stays away.
      case removed
    }

    /// Path of the file.
    public let path: String
    /// What becomes of it.
    public let outcome: Outcome
    /// What the text says otherwise than when it was imported.
    public let differences: [ImportDifference]
  }

  /// Path of the text.
  public let seed: String
  /// In order of identity.
  public let records: [Record]
  /// In the order of writing: content, copies, the list of seeds.
  public let edits: [SourceEdit]

  /// Makes a plan.
  init(seed: String, records: [Record], edits: [SourceEdit]) {
    self.seed = seed
    self.records = records
    self.edits = edits
  }

  /// One line a file, and what differs below it, for people.
  public var outline: String {
    records.map { record in
      let name = record.outcome.rawValue
      let padding = String(repeating: " ", count: max(1, 11 - name.utf8.count))
      return "\(name)\(padding)\(record.path)\n" + record.differences.map(text).joined()
    }.joined()
  }

  /// `79 new, 2 merged`, for the last line.
  public var summary: String {
    let outcomes: [Record.Outcome] = [.new, .joined, .merged, .unchanged, .removed]
    return outcomes.compactMap { outcome in
      let count = records.count { $0.outcome == outcome }
      return count == 0 ? nil : "\(count) \(outcome.rawValue)"
    }.joined(separator: ", ")
  }

  private func text(of difference: ImportDifference) -> String {
    let kept = difference.outcome == .conflict
    var text = "  \(difference.part): \(kept ? "yours stays" : "taken from the text")\n"
    text += line("was", difference.earlier)
    if kept || difference.yours != difference.earlier { text += line("yours", difference.yours) }
    return text + line("text", difference.proposed)
  }

  private func line(_ label: String, _ words: String?) -> String {
    let lines = (words ?? "(nothing)").split(separator: "\n")
    let padding = String(repeating: " ", count: 6 - label.utf8.count)
    return lines.enumerated().map { index, line in
      index == 0 ? "    \(label)\(padding)\(line)\n" : "          \(line)\n"
    }.joined()
  }
}
