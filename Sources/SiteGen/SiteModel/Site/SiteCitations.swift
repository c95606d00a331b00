public import CSL

/// What the texts of an entity refer to: works, formatted by the style of the site, and whatever
/// they name.
public struct CitedDocument: Hashable, Sendable {
  /// One work of the reference list.
  public struct Entry: Hashable, Sendable {
    /// The work.
    public let work: EntityID
    /// The formatted reference.
    public let content: [FormattedText]

    /// Makes an entry.
    public init(work: EntityID, content: [FormattedText]) {
      self.work = work
      self.content = content
    }
  }

  /// The entity.
  public let id: EntityID
  /// What its citations print, by the names of their texts.
  public let citations: [String: PrintedCitations]
  /// What is cited or added by `nocite`, each work once, in the order of the style.
  public let list: [Entry]
  /// Every place that refers to something: text after text, in each cites before names.
  public let places: [ReferringPlace]
  /// Whether what it refers to is told of it.
  public let isTold: Bool

  /// Makes a document.
  public init(
    id: EntityID,
    citations: [String: PrintedCitations],
    list: [Entry],
    places: [ReferringPlace],
    isTold: Bool = true
  ) {
    self.id = id
    self.citations = citations
    self.list = list
    self.places = places
    self.isTold = isTold
  }
}

extension CitedDocument {
  /// The places of which others are told.
  public var toldPlaces: [ReferringPlace] { isTold ? places : [] }

  /// By work, the ids of the places of the page that cite it, in the order of the page; linear.
  public var calls: [EntityID: [String]] {
    var calls = [EntityID: [String]](minimumCapacity: list.count)
    for place in places where place.target.kind == .reference {
      calls[place.target, default: []].append(place.anchor)
    }
    return calls
  }

  /// The same for a text of which nobody is to be told.
  public var untold: CitedDocument {
    CitedDocument(id: id, citations: citations, list: list, places: places, isTold: false)
  }
}

/// All that the texts of a site refer to.
public struct SiteCitations: Sendable {
  /// Every text that cites, names something or has a list, in the order they were given.
  public private(set) var documents: [CitedDocument]
  private var documentsByID: [EntityID: Int]
  private var placesByTarget: [EntityID: [ReferringPlace]]
  private var references: [EntityID: [FormattedText]]
  private var recorder: ReadRecorder?

  /// Gathers documents, and works formatted each by itself.
  public init(
    documents: [CitedDocument] = [],
    references: [(work: EntityID, content: [FormattedText])] = []
  ) {
    self.documents = documents
    documentsByID = SiteCitations.index(documents)
    placesByTarget = Dictionary(grouping: documents.flatMap(\.toldPlaces), by: \.target)
    self.references = Dictionary(references.map { ($0.work, $0.content) }) { first, _ in first }
  }

  /// What an entity refers to; nil when it refers to nothing.
  public func document(_ id: EntityID) -> CitedDocument? {
    recorder?.record(.citations(id))
    return documentsByID[id].map { documents[$0] }
  }

  /// Every place that cites or names an entity: text after text, in the order of each page.
  public func places(referringTo target: EntityID) -> [ReferringPlace] {
    recorder?.record(.places(target))
    return placesByTarget[target] ?? []
  }

  /// A work as the style writes it in a list; nil when the style writes nothing.
  public func reference(to work: EntityID) -> [FormattedText]? {
    recorder?.record(.reference(work))
    return references[work]
  }

  /// The same citations, which note what is read of them.
  func recording(in recorder: ReadRecorder) -> SiteCitations {
    var citations = self
    citations.recorder = recorder
    return citations
  }

  private static func index(_ documents: [CitedDocument]) -> [EntityID: Int] {
    Dictionary(documents.enumerated().map { ($0.element.id, $0.offset) }) { first, _ in first }
  }

  /// The same citations, the documents in another order; a document that changed places must be
  /// replaced by itself, so that its places stand in that order too.
  public func inOrder(of ids: [EntityID]) -> SiteCitations {
    var citations = self
    citations.documents = ids.compactMap { id in documentsByID[id].map { documents[$0] } }
    citations.documentsByID = SiteCitations.index(citations.documents)
    return citations
  }

  /// The same citations, some documents replaced by others of the same entities, some works
  /// formatted otherwise; linear in what is replaced and what refers to the same.
  public func updating(
    _ changed: [CitedDocument],
    references: [(work: EntityID, content: [FormattedText]?)]
  ) -> SiteCitations {
    var citations = self
    for (work, content) in references { citations.references[work] = content }
    for document in changed { citations.replace(document) }
    return citations
  }

  private mutating func replace(_ document: CitedDocument) {
    guard let index = documentsByID[document.id] else { return }
    let before = documents[index].toldPlaces
    documents[index] = document
    for target in Set((before + document.toldPlaces).map(\.target)) {
      var places = (placesByTarget[target] ?? []).filter { $0.source != document.id }
      let own = document.toldPlaces.filter { $0.target == target }
      let behind = places.firstIndex { (documentsByID[$0.source] ?? 0) > index }
      places.insert(contentsOf: own, at: behind ?? places.count)
      placesByTarget[target] = places.isEmpty ? nil : places
    }
  }
}
