/// What two builds of a site do not share, for review.
public struct SiteDifference: Hashable, Sendable {
  /// Something that was replaced; nil where it came or went.
  public struct Change: Hashable, Sendable {
    /// What: `title`, `link`, `date`, `words`, or the name of a metadatum.
    public let subject: String
    /// What was there.
    public let old: String?
    /// What is there.
    public let new: String?
  }

  /// A page that both builds hold.
  public struct ChangedPage: Hashable, Sendable {
    /// Its address.
    public let address: String
    /// In the order title, metadata, dates, links, words; empty where only what stands around the
    /// text of the page is another.
    public let changes: [Change]
  }

  /// Addresses of pages that are new, sorted.
  public let added: [String]
  /// Addresses of pages that are gone, sorted.
  public let removed: [String]
  /// Pages that changed, by address.
  public let changed: [ChangedPage]
  /// Paths of other files that came, went or changed, sorted.
  public let files: [String]

  /// Whether there is nothing to review.
  public var isEmpty: Bool {
    added.isEmpty && removed.isEmpty && changed.isEmpty && files.isEmpty
  }
}
