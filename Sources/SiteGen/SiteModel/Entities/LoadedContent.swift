public import Diagnostics
public import Markdown

/// What loading hands to linking: entities read one by one, not yet joined.
public struct LoadedContent: Sendable {
  /// An entity and its parsed texts.
  public struct Item: Sendable {
    /// The entity.
    public let entity: any Entity
    /// Its texts, parsed, in the order of `entity.texts`.
    public private(set) var texts: [MarkdownDocument]
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
      var item = self
      item.texts = texts
      return item
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
}
