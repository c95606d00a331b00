public import CSL

/// What the texts of an entity refer to: works, formatted by the style of the site, and whatever
/// they name.
public struct CitedDocument: Sendable {
  /// One work of the reference list.
  public struct Entry: Hashable, Sendable {
    /// The work.
    public let work: EntityID
    /// The formatted reference.
    public let content: [FormattedText]
    /// Ids of the places of the page that cite it, in the order of the page; empty for `nocite`.
    public let calls: [String]

    /// Makes an entry.
    public init(work: EntityID, content: [FormattedText], calls: [String]) {
      self.work = work
      self.content = content
      self.calls = calls
    }
  }

  /// The entity.
  public let id: EntityID
  /// What each citation prints, by the name of its text and its place among the citations there.
  public let citations: [String: [[FormattedText]]]
  /// What is cited or added by `nocite`, each work once, in the order of the style.
  public let list: [Entry]
  /// Every place that refers to something: text after text, in each cites before names.
  public let places: [ReferringPlace]

  /// Makes a document.
  public init(
    id: EntityID,
    citations: [String: [[FormattedText]]],
    list: [Entry],
    places: [ReferringPlace]
  ) {
    self.id = id
    self.citations = citations
    self.list = list
    self.places = places
  }
}

extension CitedDocument {
  /// The same for a text of which nobody is to be told.
  public var withoutPlaces: CitedDocument {
    CitedDocument(id: id, citations: citations, list: list, places: [])
  }
}

/// All that the texts of a site refer to.
public struct SiteCitations: Sendable {
  /// Every text that cites, names something or has a list, in the order they were given.
  public let documents: [CitedDocument]
  private let documentsByID: [EntityID: Int]
  private let placesByTarget: [EntityID: [ReferringPlace]]
  private let references: [EntityID: [FormattedText]]

  /// Gathers documents, and works formatted each by itself.
  public init(
    documents: [CitedDocument] = [],
    references: [(work: EntityID, content: [FormattedText])] = []
  ) {
    self.documents = documents
    documentsByID = Dictionary(
      documents.enumerated().map { ($0.element.id, $0.offset) }
    ) { first, _ in first }
    placesByTarget = Dictionary(grouping: documents.flatMap(\.places), by: \.target)
    self.references = Dictionary(references.map { ($0.work, $0.content) }) { first, _ in first }
  }

  /// What an entity refers to; nil when it refers to nothing.
  public func document(_ id: EntityID) -> CitedDocument? {
    documentsByID[id].map { documents[$0] }
  }

  /// Every place that cites or names an entity: text after text, in the order of each page.
  public func places(referringTo target: EntityID) -> [ReferringPlace] {
    placesByTarget[target] ?? []
  }

  /// A work as the style writes it in a list; nil when the style writes nothing.
  public func reference(to work: EntityID) -> [FormattedText]? { references[work] }
}
