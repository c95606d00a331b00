public import Diagnostics
public import Markdown

/// What loading hands to linking: entities read one by one, not yet joined.
public struct LoadedContent: Sendable {
  /// An entity and its parsed texts; a class, since every stage hands on thousands.
  public final class Item: Sendable {
    /// The entity.
    public let entity: any Entity
    /// Its texts, parsed, in the order of `entity.texts`.
    public let texts: [MarkdownDocument]
    /// What its page says of its sources.
    public let notes: SourceNotes
    /// Keys of works that its reference list shows without being cited; `*` for all.
    public let nocite: [Spanned<String>]
    /// Addresses its page once had, as its record writes them.
    public let formerAddresses: [Spanned<String>]
    /// What its editors say of the links in its texts.
    public let links: LinkChoices

    /// Pairs an entity with its parsed texts.
    public init(
      _ entity: any Entity,
      texts: [MarkdownDocument],
      notes: SourceNotes,
      nocite: [Spanned<String>] = [],
      formerAddresses: [Spanned<String>] = [],
      links: LinkChoices = .none
    ) {
      self.entity = entity
      self.texts = texts
      self.notes = notes
      self.nocite = nocite
      self.formerAddresses = formerAddresses
      self.links = links
    }

    /// The same item with other texts, in the same order.
    public func withTexts(_ texts: [MarkdownDocument]) -> Item {
      Item(
        entity,
        texts: texts,
        notes: notes,
        nocite: nocite,
        formerAddresses: formerAddresses,
        links: links
      )
    }
  }

  /// What the site says of itself.
  public let configuration: SiteConfiguration
  /// How citations are written; `CitationStyle.none` where nothing asks for a style.
  public let citationStyle: CitationStyle
  /// The kinds of the collection, in navigation order.
  public let contentTypes: [ContentType]
  /// In order of identity; an identity claimed twice stands twice.
  public private(set) var items: [Item]
  /// What editors say of identities.
  public let corrections: IdentityCorrections
  /// Addresses that the site has promised, in the order of their file.
  public let recordedAddresses: [RecordedAddress]

  /// Texts that readers do not get yet, whether they stand among the items or not.
  public private(set) var withheld: [EntityID: Withholding] = [:]
  /// The versions of each published text, the present one last.
  public private(set) var editions: [EntityID: [PublishedVersion]] = [:]
  /// Texts as they were before; they have pages of their own and stand in no list.
  public private(set) var earlierVersions: [Item] = []

  /// Makes loaded content.
  public init(
    configuration: SiteConfiguration,
    citationStyle: CitationStyle,
    contentTypes: [ContentType],
    items: [Item],
    corrections: IdentityCorrections = IdentityCorrections([:]),
    recordedAddresses: [RecordedAddress] = []
  ) {
    self.configuration = configuration
    self.citationStyle = citationStyle
    self.contentTypes = contentTypes
    self.items = items
    self.corrections = corrections
    self.recordedAddresses = recordedAddresses
  }

  /// The same content with other items, in the same order.
  public func withItems(_ items: [Item]) -> LoadedContent {
    var content = self
    content.items = items
    return content
  }

  /// The same content, with what readers do not get on a date; without it unless drafts are shown.
  public func withholding(on date: PartialDate?, showingDrafts: Bool) -> LoadedContent {
    let reasons = items.compactMap { item in
      item.entity.withholding(on: date).map { (item.entity.id, $0) }
    }
    guard !reasons.isEmpty else { return self }
    var content = self
    content.withheld = Dictionary(reasons) { first, _ in first }
    if !showingDrafts { content.items = items.filter { content.withheld[$0.entity.id] == nil } }
    return content
  }

  /// The same content with the versions of its texts.
  public func publishing(
    _ editions: [EntityID: [PublishedVersion]],
    earlierVersions: [Item]
  ) -> LoadedContent {
    var content = self
    content.editions = editions
    content.earlierVersions = earlierVersions
    return content
  }
}
