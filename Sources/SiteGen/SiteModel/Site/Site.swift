public import Markdown

/// The frozen whole: what every stage after linking reads.
public struct Site: Sendable {
  /// What never changes from one form of a site to the next; a class, since every page holds a site,
  /// and would count the references of all its words.
  private final class Facts: Sendable {
    let configuration: SiteConfiguration
    let citationStyle: CitationStyle
    let addressing: Addressing
    let contentTypes: [ContentType]
    let typesByKind: [EntityKind: ContentType]

    init(
      _ configuration: SiteConfiguration,
      _ citationStyle: CitationStyle,
      _ addressing: Addressing,
      _ contentTypes: [ContentType]
    ) {
      self.configuration = configuration
      self.citationStyle = citationStyle
      self.addressing = addressing
      self.contentTypes = contentTypes
      typesByKind = Dictionary(contentTypes.map { ($0.kind, $0) }) { first, _ in first }
    }
  }

  private let facts: Facts
  /// Entities and relations.
  public private(set) var graph: EntityGraph
  /// Addresses the site once had, with what they lead to, in order of address, each once.
  public private(set) var redirects: [Redirect] = []
  /// Texts that readers do not get yet; those among them that the site holds are shown as drafts.
  public private(set) var withheld: [EntityID: Withholding] = [:]
  /// The versions of each published text, the present one last.
  public private(set) var editions: [EntityID: [PublishedVersion]] = [:]
  private var closedRoutes: Set<Route> = []
  /// What its texts cite, formatted; empty until the stage that cites.
  public private(set) var citations = SiteCitations()
  private(set) var texts: [EntityID: [String: MarkdownDocument]]
  /// Entities whose texts hold words that wait for their true value.
  private var waiting: Set<EntityID> = []
  private(set) var notes: [EntityID: SourceNotes]
  /// Made ready for exports; nil where they must be asked for again, so that it is noted.
  var preparedWorkSets: [WorkSet]?
  private(set) var recorder: ReadRecorder?

  /// Freezes a site; `texts` gives the parsed texts of each entity by their names, `notes` what
  /// each page says of its sources.
  public init(
    configuration: SiteConfiguration,
    citationStyle: CitationStyle = .none,
    addressing: Addressing,
    contentTypes: [ContentType],
    graph: EntityGraph,
    texts: [EntityID: [String: MarkdownDocument]],
    notes: [EntityID: SourceNotes] = [:]
  ) {
    facts = Facts(configuration, citationStyle, addressing, contentTypes)
    self.graph = graph
    self.texts = texts
    self.notes = notes
    for (id, texts) in texts where texts.values.contains(where: \.waits) { waiting.insert(id) }
  }

  /// What the site says of itself.
  public var configuration: SiteConfiguration { facts.configuration }

  /// How citations and reference lists are written.
  public var citationStyle: CitationStyle { facts.citationStyle }

  /// Where it will stand.
  public var addressing: Addressing { facts.addressing }

  /// The kinds of the collection, in navigation order.
  public var contentTypes: [ContentType] { facts.contentTypes }

  /// The static facts of a kind; nil for kinds this collection does not hold.
  public func contentType(of kind: EntityKind) -> ContentType? { facts.typesByKind[kind] }

  /// The address of an entity's page; nil when its kind has no pages.
  public func route(of id: EntityID) -> Route? { facts.typesByKind[id.kind]?.route(of: id.slug) }

  /// What the page of an entity says of its sources.
  public func notes(of id: EntityID) -> SourceNotes {
    recorder?.record(.notes(id))
    return notes[id] ?? SourceNotes(paths: [], editorial: [])
  }

  /// The same site, which notes what is read of its entities, relations, texts and citations.
  public func recording(in recorder: ReadRecorder) -> Site {
    var site = self
    site.graph = graph.recording(in: recorder)
    site.citations = citations.recording(in: recorder)
    site.recorder = recorder
    return site
  }

  /// The same site with other entities, relations and texts, its addresses and citations as they
  /// are.
  ///
  /// - Parameters:
  ///   - graph: which has the same identities.
  ///   - items: the entities whose texts or notes are others.
  /// - Returns: the site, still without other citations.
  public func updating(_ graph: EntityGraph, with items: [LoadedContent.Item]) -> Site {
    var site = self
    site.graph = graph
    for item in items {
      site.texts[item.entity.id] = Site.namedTexts(of: item)
      if item.texts.contains(where: \.waits) {
        site.waiting.insert(item.entity.id)
      } else {
        site.waiting.remove(item.entity.id)
      }
      site.notes[item.entity.id] = item.notes
    }
    return site
  }

  /// The parsed texts of an entity by their names.
  public static func namedTexts(of item: LoadedContent.Item) -> [String: MarkdownDocument] {
    Dictionary(zip(item.entity.texts.map(\.name), item.texts)) { first, _ in first }
  }

  /// The same site with its citations.
  public func citing(_ citations: SiteCitations) -> Site {
    var site = self
    site.citations = citations
    return site
  }

  /// The same site with addresses it once had.
  public func redirecting(_ redirects: [Redirect]) -> Site {
    var site = self
    site.redirects = redirects
    return site
  }

  /// The same site with what readers do not get yet.
  public func withholding(_ withheld: [EntityID: Withholding]) -> Site {
    var site = self
    site.withheld = withheld
    site.closedRoutes = Set(
      withheld.keys.filter { graph.entity($0) == nil }.compactMap { route(of: $0) }
    )
    return site
  }

  /// The same site with the versions of its texts.
  public func publishing(_ editions: [EntityID: [PublishedVersion]]) -> Site {
    var site = self
    site.editions = editions
    return site
  }

  /// Whether an address is that of a text which readers do not get yet.
  public func isClosed(_ route: Route) -> Bool {
    !closedRoutes.isEmpty && closedRoutes.contains(route)
  }

  /// Entities whose texts hold words that wait for their true value (`[[?…]]`), by kind in
  /// navigation order, then sort key; without earlier versions.
  public var waitingEntities: [any Entity] {
    guard !waiting.isEmpty else { return [] }
    return contentTypes.flatMap { type in
      graph.entities(of: type.kind).filter { waiting.contains($0.id) }
    }
  }

  /// A parsed text of an entity, or nil.
  public func text(_ name: String, of id: EntityID) -> MarkdownDocument? {
    recorder?.record(.texts(id))
    return texts[id]?[name]
  }
}

extension MarkdownDocument {
  fileprivate var waits: Bool { !placeholders.isEmpty }
}
