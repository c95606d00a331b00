public import CSL
public import Markdown

/// What the texts of an entity cite, formatted by the style of the site.
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
  /// Every cite, in the order of the page.
  public let places: [CitingPlace]

  /// Makes a document.
  public init(
    id: EntityID,
    citations: [String: [[FormattedText]]],
    list: [Entry],
    places: [CitingPlace]
  ) {
    self.id = id
    self.citations = citations
    self.list = list
    self.places = places
  }
}

/// One place where a text cites a work.
public struct CitingPlace: Hashable, Sendable {
  /// Whose text.
  public let source: EntityID
  /// The work.
  public let work: EntityID
  /// Id of the place in the page of the source.
  public let anchor: String
  /// Where in the work, as written: `p. 12`.
  public let locator: String?
  /// The sentence that cites.
  public let sentence: ContextSentence

  /// Makes a place.
  public init(
    source: EntityID,
    work: EntityID,
    anchor: String,
    locator: String?,
    sentence: ContextSentence
  ) {
    self.source = source
    self.work = work
    self.anchor = anchor
    self.locator = locator
    self.sentence = sentence
  }
}

/// All citations of a site, formatted.
public struct SiteCitations: Sendable {
  /// Every text that cites or has a list, in the order they were given.
  public let documents: [CitedDocument]
  private let documentsByID: [EntityID: Int]
  private let placesByWork: [EntityID: [CitingPlace]]
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
    placesByWork = Dictionary(grouping: documents.flatMap(\.places), by: \.work)
    self.references = Dictionary(references.map { ($0.work, $0.content) }) { first, _ in first }
  }

  /// What an entity cites; nil when it cites nothing.
  public func document(_ id: EntityID) -> CitedDocument? {
    documentsByID[id].map { documents[$0] }
  }

  /// Every place that cites a work: text after text, in the order of each page.
  public func places(citing work: EntityID) -> [CitingPlace] { placesByWork[work] ?? [] }

  /// A work as the style writes it in a list; nil when the style writes nothing.
  public func reference(to work: EntityID) -> [FormattedText]? { references[work] }
}
