public import Diagnostics
public import FileSystem
import Markup
public import SiteModel

/// What the publication of a text comes to: files to write, and what is left to do.
public struct PublicationPlan: Sendable {
  /// What becomes of the text.
  public enum Outcome: Hashable, Sendable {
    /// It becomes this version.
    case published(version: Int, date: PartialDate)
    /// It is this version already, and nothing is written.
    case standing(version: Int, date: PartialDate)
  }

  /// Something that no program can do.
  public enum Task: Hashable, Sendable {
    /// The text has no DOI; it is written in this file.
    case identifier(file: String)
    /// The collection has no ISSN.
    case serialNumber
    /// The text is not deposited.
    case deposit
  }

  /// The text.
  public let id: EntityID
  /// What becomes of it.
  public let outcome: Outcome
  /// In the order of writing: the kept text, the content file, the registry.
  public let edits: [SourceEdit]
  /// What is left to do.
  public let tasks: [Task]

  /// What would be written, line by line: `+` for lines that come, `-` for lines that go.
  public var difference: String {
    edits.map { "\($0.path)\n" + lineDifference(from: $0.old ?? [], to: $0.new) }.joined()
  }
}

/// What a publication was answered.
public struct PublicationAnswer: Sendable {
  /// What keeps the text from being published, each an error; empty when nothing does.
  public let diagnostics: [Diagnostic]
  /// What would be done; nil when something keeps it, or when nothing has the name.
  public let plan: PublicationPlan?
  /// Whether a text has the name.
  public let isKnown: Bool
  /// Slugs and numbers of all texts, where none has the name.
  public let names: [String]
  /// The files that diagnostics speak of, for printing places.
  public let sources: SourceTree

  /// Nothing has the name.
  init(names: [String], sources: SourceTree) {
    diagnostics = []
    plan = nil
    isKnown = false
    self.names = names
    self.sources = sources
  }

  /// Something keeps the text from being published.
  init(refusing found: [Diagnostic], sources: SourceTree) {
    diagnostics = found.map { $0.with(severity: .error) }
    plan = nil
    isKnown = true
    names = []
    self.sources = sources
  }

  /// Nothing does.
  init(_ plan: PublicationPlan, sources: SourceTree) {
    diagnostics = []
    self.plan = plan
    isKnown = true
    names = []
    self.sources = sources
  }
}

/// The lines that two texts do not share, with the line before each passage.
func lineDifference(from old: [UInt8], to new: [UInt8]) -> String {
  func lines(_ bytes: [UInt8]) -> [Substring] {
    String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
  }
  let (was, now) = (lines(old), lines(new).dropLast(new.last == 0x0A ? 1 : 0).map { $0 })
  return passages(from: was.last == "" ? was.dropLast() : was, to: now)
}

private func passages(from old: [Substring], to new: [Substring]) -> String {
  hunks(from: old, to: new).map { hunk in
    let before = hunk.new.lowerBound > 0 ? "    \(new[hunk.new.lowerBound - 1])\n" : ""
    return before + old[hunk.old].map { "  - \($0)\n" }.joined()
      + new[hunk.new].map { "  + \($0)\n" }.joined()
  }.joined()
}
