/// Items, one style and its language made ready once, to format any number of documents.
///
/// Making it is linear in the items, `format` in what the document cites. Whoever formats many
/// documents, or the whole list besides them, calls `prepareItems()` first: every item is then
/// rendered once, and rendered again only where a document needs it otherwise.
///
/// ```swift
/// var processor = CitationProcessor(items: items, style: style, locales: locales)
/// processor.prepareItems()
/// let pages = texts.map { processor.format($0.citations) }
/// let list = processor.format([], listed: .all).bibliography
/// ```
public struct CitationProcessor: Sendable {
  let typesetter: Typesetter
  /// The items by place, particles apart; of those with one key the first.
  let items: [CSLItem]
  let places: [String: Int]
  /// What is wrong with the items, whatever is cited.
  public let problems: [CSLProblem]
  /// By place; empty until `prepareItems()`.
  private(set) var prepared: [PreparedItem] = []
  /// By place; the order of every list, where it is the same in every document.
  private(set) var listRanks: [Int] = []
  /// By place; the same number for items whose cites look alike; empty where the style asks nothing
  /// of that or numbers decide.
  private(set) var looks: [Int] = []

  /// Makes a processor.
  ///
  /// - Parameters:
  ///   - items: The items; a later one with the same id is ignored.
  ///   - style: The style.
  ///   - locales: Locale files to choose from, as `localeChain(for:)` names them.
  ///   - language: The language to write in; nil leaves it to the style, then to American English.
  public init(
    items: [CSLItem],
    style: CSLStyle,
    locales: [CSLLocale],
    language: String? = nil
  ) {
    let locale = composeLocale(
      language: language ?? style.defaultLocale ?? "en-US",
      files: locales,
      overrides: style.locales
    )
    typesetter = Typesetter(style: style, locale: locale)
    var kept: [CSLItem] = []
    var places: [String: Int] = [:]
    var duplicates: [Int: Int] = [:]
    kept.reserveCapacity(items.count)
    places.reserveCapacity(items.count)
    for item in items {
      if let place = places[item.id] {
        duplicates[place, default: 0] += 1
        continue
      }
      places[item.id] = kept.count
      kept.append(item.readingNoteFields().separatingParticles())
    }
    self.items = kept
    self.places = places
    problems = itemProblems(kept, duplicates: duplicates)
  }

  /// Renders every item once in the forms that cites and lists mostly have.
  ///
  /// Costs one entry, two cites (one with a page) and one comparison an item, and sorting all items
  /// once; keeps them in memory.
  public mutating func prepareItems() { keep(items.indices.map(preparedItem)) }

  /// How many items there are.
  public var itemCount: Int { items.count }

  /// Renders one item, by its place, as `prepareItems()` renders all; from any thread.
  public func preparedItem(at place: Int) -> PreparedItem { PreparedItem(items[place], typesetter) }

  /// Keeps what `preparedItem(at:)` gave for every item, in order, which is all that
  /// `prepareItems()` would do.
  public mutating func keep(_ prepared: [PreparedItem]) {
    self.prepared = prepared
    listRanks = typesetter.listRanks(of: items)
    looks = numberLooks()
  }

  private func numberLooks() -> [Int] {
    var numbers: [String: Int] = [:]
    let looks = prepared.compactMap { item -> Int? in
      guard let text = item.likeness?.text else { return nil }
      let number = numbers[text] ?? numbers.count
      numbers[text] = number
      return number
    }
    return looks.count == prepared.count ? looks : []
  }

  /// Formats the citations of a document, in their order, and its list.
  ///
  /// What tells look-alikes apart is found among the items listed, as for a document by itself.
  public func format(
    _ citations: [CSLCitation],
    listed: CitationRequest.Listed = .cited(alsoUncited: [])
  ) -> FormattedCitations {
    var document = DocumentFormatting(self, citations, listed)
    return document.run()
  }
}
