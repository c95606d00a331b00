public import SiteModel

/// What a build after an edit came to: the whole site, and what is new in it.
///
/// `changed` and `removed` compare with the last build that made files. A build that errors keep
/// from making files changes and removes nothing: what stood before stands until the next one.
public struct IncrementalBuild: Sendable {
  /// The whole site, byte for byte as `buildSite` gives it.
  public let site: BuiltSite
  /// Files that are new or hold other bytes, in the order of the files of the site.
  public let changed: [OutputPath]
  /// Files that are no more, in order of path.
  public let removed: [OutputPath]
  /// What was done for it.
  public let work: BuildWork
}

/// What a build did rather than remembered, counted.
public struct BuildWork: Hashable, Sendable {
  /// Source files read into documents or works.
  public var filesRead = 0
  /// Records merged from what files and seeds say of one entity.
  public var recordsMerged = 0
  /// Entities whose fields were read and whose texts were parsed.
  public var textsParsed = 0
  /// Entities whose names were gathered.
  public var namesGathered = 0
  /// Entities in whose texts names were looked for.
  public var textsLinked = 0
  /// Entities whose words were led to other entities.
  public var itemsResolved = 0
  /// Entities and works whose citations were formatted.
  public var documentsCited = 0
  /// Files of other formats made.
  public var filesExported = 0
  /// Pages filled and rendered.
  public var pagesRendered = 0
  /// Pages scanned for ids and links.
  public var pagesScanned = 0

  /// Makes a count of nothing.
  public init() {}
}
