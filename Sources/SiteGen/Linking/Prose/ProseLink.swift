public import Diagnostics
public import SiteModel

/// A name in the prose of a text, and what became of it.
public struct ProseLink: Hashable, Sendable {
  /// What became of it.
  public enum Outcome: Hashable, Sendable {
    /// Readers see a link: the first naming in its section.
    case link
    /// A later naming: it counts, and shows no link.
    case mention
    /// It may mean one of several things; the first of them, by identity.
    case homonym([EntityID])
    /// The editors want no link here.
    case vetoed
  }

  /// The text.
  public let source: EntityID
  /// Where it stands.
  public let span: SourceSpan
  /// The words as the page prints them.
  public let printed: String
  /// What it leads to; nil for a homonym.
  public let target: EntityID?
  /// What became of it.
  public let outcome: Outcome
}

/// A text with its names as mentions.
public struct LinkedProse: Sendable {
  /// The item with its texts.
  public let item: LoadedContent.Item
  /// Every name found, but for those that authors wrote as mentions, in the order of the texts.
  public let links: [ProseLink]
  /// How many bytes were looked at to find names.
  public let work: Int

  init(item: LoadedContent.Item, links: [ProseLink], work: Int) {
    self.item = item
    self.links = links
    self.work = work
  }

  /// A text in which no name was looked for yet.
  public init(unlinked item: LoadedContent.Item) {
    self.init(item: item, links: [], work: 0)
  }
}
