public import Diagnostics
public import FileSystem
public import SiteModel

/// A record to be made: its kind, its title, and what the title does not say.
public struct CreationRequest: Hashable, Sendable {
  /// The kind.
  public let kind: EntityKind
  /// Title, or the name of a person; on one line.
  public let title: String
  /// The slug; nil makes one from the title or the number.
  public let slug: String?
  /// The series of a session; nil takes the only one of the site.
  public let series: String?

  /// Makes a request; white space around and within the title becomes single spaces.
  public init(_ kind: EntityKind, title: String, slug: String? = nil, series: String? = nil) {
    self.kind = kind
    self.title = title.split { $0.isWhitespace }.joined(separator: " ")
    self.slug = slug
    self.series = series
  }
}

/// A record that was made.
public struct Creation: Hashable, Sendable {
  /// Its identity.
  public let id: EntityID
  /// The file, with what it holds.
  public let edit: SourceEdit
}

/// Why a record is not made, in words for whoever asked.
public struct CreationRefusal: Error, Hashable, Sendable {
  /// What stands against it and what to do.
  public let reason: String

  init(_ reason: String) { self.reason = reason }
}

/// What asking for a record came to.
public struct CreationReport: Sendable {
  /// The sources, the new file among them, for printing places.
  public let sources: SourceTree
  /// What is wrong with the archetype or with what it would make; empty when the record is made.
  public let diagnostics: [Diagnostic]
  /// The record, or why there is none.
  public let outcome: Result<Creation, CreationRefusal>
}
