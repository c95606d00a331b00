public import Diagnostics

/// A version of a text as it was published.
public struct PublishedVersion: Hashable, Sendable {
  /// When readers got it.
  public let date: PartialDate
  /// SHA-256 of its canonical text, in hexadecimal digits.
  public let seal: String
  /// What was declared of the changes that led to it, in order; none for the first.
  public let amendments: [Amendment]

  /// Makes a version.
  public init(date: PartialDate, seal: String, amendments: [Amendment]) {
    self.date = date
    self.seal = seal
    self.amendments = amendments
  }
}

/// What the registry records of one text.
public struct Publication: Hashable, Sendable {
  /// Path of the registry of all that was published.
  public static let registryPath = "Content/issues/registry.yaml"
  /// Folder of the texts of all versions, as they were published.
  public static let keptFolder = "Content/issues/published"

  /// The text.
  public let id: EntityID
  /// Its versions in order, the first is version 1; never empty.
  public let versions: [PublishedVersion]
  /// Where it is recorded.
  public let span: SourceSpan

  /// Makes a record; nil without a version.
  public init?(_ id: EntityID, versions: [PublishedVersion], at span: SourceSpan) {
    guard !versions.isEmpty else { return nil }
    self.id = id
    self.versions = versions
    self.span = span
  }

  /// Path of the text of a version, from 1.
  public func keptPath(of version: Int) -> String {
    Publication.keptPath(of: version, id)
  }

  /// Path of the text of a version of an entity, from 1.
  public static func keptPath(of version: Int, _ id: EntityID) -> String {
    "\(keptFolder)/\(id.slug.text)-v\(version).md"
  }

  /// Whether a file below `Content/` is written by publishing, and describes no entity.
  public static func isOwnFile(_ path: String) -> Bool {
    path == registryPath || path.hasPrefix("\(keptFolder)/")
  }
}
