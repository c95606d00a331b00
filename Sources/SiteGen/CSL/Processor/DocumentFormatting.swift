/// One document on its way through a processor: its list, then what tells look-alikes apart, then
/// its citations.
struct DocumentFormatting {
  let processor: CitationProcessor
  let citations: [CSLCitation]
  /// The places of the items cited, citation by citation; nil where an item is not given.
  let citedPlaces: [[Int?]]
  var typesetter: Typesetter
  /// The places of the listed items in the order of the list.
  var listed: [Int]
  /// By rank in the list.
  var contexts: [CiteContext] = []
  /// By rank: whether a rule for all cites may change the names of the item.
  var hasRaisedNames: [Bool] = []
  /// By place.
  var ranks: [Int: Int] = [:]
  var problems: [CSLProblem] = []
  /// How many cites, entries and sort keys were rendered.
  var renderings = 0

  init(
    _ processor: CitationProcessor,
    _ citations: [CSLCitation],
    _ listing: CitationRequest.Listed
  ) {
    self.processor = processor
    self.citations = citations
    citedPlaces = citations.map { $0.cites.map { processor.places[$0.id] } }
    typesetter = processor.typesetter
    listed = []
    listed = registeredPlaces(listing)
  }

  var style: CSLStyle { typesetter.style }

  mutating func run() -> FormattedCitations {
    sortListed()
    numberListed()
    tellApart()
    let formatted = formatCitations()
    let bibliography = formatBibliography()
    return FormattedCitations(
      citations: formatted,
      bibliography: bibliography,
      // Shared, not copied, for a document that adds none: there may be thousands of either.
      problems: problems.isEmpty ? processor.problems : processor.problems + problems,
      styleWarnings: style.warnings,
      renderings: renderings
    )
  }

  func prepared(_ place: Int) -> PreparedItem? {
    processor.prepared.isEmpty ? nil : processor.prepared[place]
  }

  private func registeredPlaces(_ listing: CitationRequest.Listed) -> [Int] {
    var cited = Set<Int>(minimumCapacity: citations.count)
    var places: [Int] = []
    places.reserveCapacity(citations.count)
    func add(_ place: Int?) {
      if let place, cited.insert(place).inserted { places.append(place) }
    }
    switch listing {
    case .all: return Array(processor.items.indices)
    case .cited(let uncited):
      citedPlaces.forEach { $0.forEach(add) }
      uncited.forEach { add(processor.places[$0]) }
    }
    return places
  }

  /// Brings the listed items into the order of the bibliography.
  private mutating func sortListed() {
    guard processor.listRanks.isEmpty else {
      let ranked = listed.enumerated().map { (rank: processor.listRanks[$1], index: $0, place: $1) }
      listed = ranked.sorted { ($0.rank, $0.index) < ($1.rank, $1.index) }.map { $0.place }
      return
    }
    guard let keys = style.bibliography?.area.sort, !keys.isEmpty else { return }
    var values: [[SortValue]] = []
    values.reserveCapacity(listed.count)
    for (index, place) in listed.enumerated() {
      var context = CiteContext()
      context.citationNumber = index + 1
      context.citationLabel = typesetter.citationLabel(of: processor.items[place])
      renderings += keys.count
      values.append(typesetter.sortValues(processor.items[place], context, keys, .bibliography))
    }
    let order = listed.indices.sorted {
      precedes(values[$0], values[$1], keys) ?? ($0 < $1)
    }
    listed = order.map { listed[$0] }
  }

  private mutating func numberListed() {
    let descends = style.numbersDescend
    let printsLabel = style.printsCitationLabel
    contexts.reserveCapacity(listed.count)
    ranks.reserveCapacity(listed.count)
    for (rank, place) in listed.enumerated() {
      var context = CiteContext()
      context.citationNumber = descends ? listed.count - rank : rank + 1
      if printsLabel {
        context.citationLabel = typesetter.citationLabel(of: processor.items[place])
      }
      contexts.append(context)
      ranks[place] = rank
    }
    hasRaisedNames = Array(repeating: false, count: listed.count)
  }

  /// Finds what must be added to the cites of items that look alike.
  private mutating func tellApart() {
    guard typesetter.comparesCites, mayLookAlike else { return }
    var likenesses: [Likeness] = []
    likenesses.reserveCapacity(listed.count)
    for (rank, place) in listed.enumerated() {
      if let known = prepared(place)?.likeness {
        likenesses.append(known)
      } else {
        renderings += 1
        likenesses.append(typesetter.looks(of: processor.items[place], contexts[rank]).likeness)
      }
    }
    raiseNames(likenesses)
    var texts = likenesses.map { $0.text }
    for rank in listed.indices where hasRaisedNames[rank] {
      renderings += 1
      texts[rank] = typesetter.comparedText(
        processor.items[listed[rank]],
        contexts[rank],
        Disambiguation()
      )
    }
    var disambiguator = Disambiguator(
      typesetter: typesetter,
      items: listed.map { processor.items[$0] },
      contexts: contexts
    )
    let found = disambiguator.run(texts)
    renderings += disambiguator.renderings
    for rank in contexts.indices { contexts[rank].disambiguation = found[rank] }
  }

  /// Whether some listed items may look alike; no rule for all cites changes names of others.
  private var mayLookAlike: Bool {
    guard !processor.looks.isEmpty, !typesetter.recordsNames else { return true }
    return Set(listed.lazy.map { processor.looks[$0] }).count < listed.count
  }

  /// Collects the names that cites print, where given names are added by a rule for all cites.
  private mutating func raiseNames(_ likenesses: [Likeness]) {
    let citation = style.citation
    guard citation.addsGivenNames, citation.givenNameRule != .byCite else { return }
    let mark = NameInitials(mark: ".", keepsHyphen: style.initializesWithHyphen)
    var levels = GlobalNameLevels(rule: citation.givenNameRule, mark: mark)
    for likeness in likenesses {
      for name in likeness.printed.prefix(levels.readsPrimaryOnly ? 1 : .max) { levels.note(name) }
    }
    for (rank, likeness) in likenesses.enumerated() {
      hasRaisedNames[rank] = likeness.names.contains { levels.mayRaise($0) }
    }
    typesetter.nameLevels = levels
  }

  // MARK: Bibliography

  private mutating func formatBibliography() -> [BibliographyEntry] {
    guard let area = style.bibliography else { return [] }
    var previousNames: [Output]?
    var entries: [BibliographyEntry] = []
    entries.reserveCapacity(listed.count)
    for (place, context) in zip(listed, contexts) {
      let item = processor.items[place]
      let content = formatEntry(place, item, context, area, &previousNames)
      if !content.isEmpty { entries.append(BibliographyEntry(id: item.id, content: content)) }
    }
    return entries
  }

  private mutating func formatEntry(
    _ place: Int,
    _ item: CSLItem,
    _ context: CiteContext,
    _ area: BibliographyArea,
    _ previousNames: inout [Output]?
  ) -> [FormattedText] {
    var parts: [Output]?
    let disambiguation = context.disambiguation
    if disambiguation.yearSuffix == nil, disambiguation.conditions == 0 {
      switch prepared(place)?.entry {
      case .finished(let content, let names):
        // Every rule of substitution asks for the same first name.
        let repeats = names?.first != nil && names?.first == previousNames?.first
        if !repeats {
          previousNames = names
          return content
        }
      case .unnumbered(let known):
        parts = known.map { $0.numbered(context.citationNumber ?? 0) }
      case nil: break
      }
    }
    if parts == nil { renderings += 1 }
    return typesetter.finishEntry(
      parts ?? typesetter.entryParts(item, context, area),
      context,
      area,
      previousNames: &previousNames
    )
  }
}
