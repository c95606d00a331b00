/// Formats citations and bibliography by a style (CSL 1.0.2).
///
/// Cost is linear in items and cites, but for sorting and for items whose cites look alike, which
/// are rendered again for each step of disambiguation.
public func processCitations(_ request: CitationRequest) -> FormattedCitations {
  let processor = Processor(request)
  return processor.run()
}

private struct Processor {
  let request: CitationRequest
  var typesetter: Typesetter
  var items: [String: CSLItem] = [:]
  var warnings: [String]

  init(_ request: CitationRequest) {
    self.request = request
    let language = request.language ?? request.style.defaultLocale ?? "en-US"
    let locale = composeLocale(
      language: language,
      files: request.locales,
      overrides: request.style.locales
    )
    typesetter = Typesetter(style: request.style, locale: locale)
    warnings = request.style.warnings.map(\.summary)
    for item in request.items where items[item.id] == nil {
      items[item.id] = item.readingNoteFields().separatingParticles()
    }
    for citation in request.citations {
      for cite in citation.cites where items[cite.id] == nil {
        warnings.append("item \"\(cite.id)\" is cited and not given")
      }
    }
  }

  func run() -> FormattedCitations {
    var processor = self
    let ordered = processor.sortedItems()
    let numbersDescend = request.style.numbersDescend
    var contexts = ordered.indices.map { index in
      var context = CiteContext()
      context.citationNumber = numbersDescend ? ordered.count - index : index + 1
      context.citationLabel = citationLabel(of: ordered[index])
      return context
    }
    processor.noteNames(ordered, contexts)
    var disambiguator = Disambiguator(
      typesetter: processor.typesetter,
      items: ordered,
      contexts: contexts
    )
    let found = disambiguator.run()
    for index in contexts.indices { contexts[index].disambiguation = found[index] }
    let registry = Dictionary(
      uniqueKeysWithValues: zip(ordered.map { $0.id }, contexts)
    )
    return FormattedCitations(
      citations: processor.formatCitations(registry),
      bibliography: processor.formatBibliography(ordered, contexts),
      warnings: warnings
    )
  }

  /// The listed items in the order of the bibliography.
  func sortedItems() -> [CSLItem] {
    let registered = registeredIDs().compactMap { items[$0] }
    guard let keys = request.style.bibliography?.area.sort, !keys.isEmpty else { return registered }
    let values = registered.enumerated().map { index, item in
      var context = CiteContext()
      context.citationNumber = index + 1
      context.citationLabel = citationLabel(of: item)
      return typesetter.sortValues(item, context, keys, .bibliography)
    }
    let order = registered.indices.sorted {
      precedes(values[$0], values[$1], keys) ?? ($0 < $1)
    }
    return order.map { registered[$0] }
  }

  private func registeredIDs() -> [String] {
    var seen: Set<String> = []
    var ids: [String] = []
    func add(_ id: String) {
      if items[id] != nil, seen.insert(id).inserted { ids.append(id) }
    }
    switch request.listed {
    case .all: request.items.forEach { add($0.id) }
    case .cited(let uncited):
      request.citations.forEach { $0.cites.forEach { add($0.id) } }
      uncited.forEach(add)
    }
    return ids
  }

  /// Collects the names that cites print, where given names are added by a rule for all cites.
  mutating func noteNames(_ ordered: [CSLItem], _ contexts: [CiteContext]) {
    let citation = request.style.citation
    guard citation.addsGivenNames, citation.givenNameRule != .byCite else { return }
    let mark = NameInitials(mark: ".", keepsHyphen: request.style.initializesWithHyphen)
    var levels = GlobalNameLevels(rule: citation.givenNameRule, mark: mark)
    for (item, context) in zip(ordered, contexts) {
      var rendering = typesetter.rendering(item, context, .citation)
      rendering.recordsNames = true
      _ = rendering.render(citation.area.elements)
      for name in rendering.namesPrinted.prefix(levels.readsPrimaryOnly ? 1 : .max) {
        levels.note(name)
      }
    }
    typesetter.nameLevels = levels
  }

  func formatBibliography(
    _ ordered: [CSLItem],
    _ contexts: [CiteContext]
  ) -> [BibliographyEntry] {
    guard let area = request.style.bibliography else { return [] }
    var previousNames: [Output]?
    return zip(ordered, contexts).compactMap { item, context in
      let content = typesetter.renderEntry(item, context, area, previousNames: &previousNames)
      return content.isEmpty ? nil : BibliographyEntry(id: item.id, content: content)
    }
  }

  func formatCitations(_ registry: [String: CiteContext]) -> [[FormattedText]] {
    let positions = findPositions(
      of: request.citations,
      nearNoteDistance: request.style.citation.nearNoteDistance
    )
    var sortValues: [String: [SortValue]] = [:]
    return zip(request.citations, positions).map { citation, places in
      let placed = zip(citation.cites, places).enumerated().map { index, cite in
        (index: index, cite: cite.0, context: context(of: cite.0, cite.1, registry))
      }
      let cites = sorted(placed, memory: &sortValues).enumerated().compactMap { order, placed in
        renderCite(placed, isFirst: order == 0)
      }
      return typesetter.joinCites(cites)
    }
  }

  private func context(
    of cite: Cite,
    _ place: CitePosition,
    _ registry: [String: CiteContext]
  ) -> CiteContext {
    var context = registry[cite.id] ?? CiteContext()
    (context.label, context.locator) = splitLocator(cite.locator, label: cite.label)
    context.position = place.position
    context.isNearNote = cite.isNearNote ?? place.isNearNote
    context.firstReferenceNote = cite.firstReferenceNote ?? place.firstReferenceNote
    return context
  }

  private func renderCite(_ placed: PlacedCite, isFirst: Bool) -> RenderedCite? {
    let (index, cite, context) = placed
    guard let item = items[cite.id] else { return nil }
    var output = typesetter.renderCite(
      item,
      context,
      opensCitation: isFirst && opensSentence(after: cite.prefix)
    )
    let isNames = { (tag: OutputTag) in if case .names = tag { true } else { false } }
    let names = output.first(where: isNames)
    if cite.suppressesAuthor { output = typesetter.withoutNames(output) }
    if cite.printsAuthorOnly { output = names ?? shortNames(of: item).map { .text($0) } ?? output }
    var rendered = RenderedCite(
      index: index,
      cite: cite,
      context: context,
      output: .tagged(.cite(index), [output])
    )
    rendered.names = names.map { flatten($0, quotes: typesetter.quotes).plainText }
    if let year = output.first(where: { $0 == .year }) ?? output.first(where: { $0 == .date }) {
      let bare = year.replacingFirst(where: { $0 == .yearSuffix }, with: nil) ?? year
      rendered.year = flatten(bare, quotes: typesetter.quotes).plainText
    }
    return rendered
  }

  /// The names of a work whose cites print none, as a style of numbers has it.
  private func shortNames(of item: CSLItem) -> String? {
    let names = ["author", "editor"].lazy.map { item.names($0) }.first { !$0.isEmpty } ?? []
    let families = names.map { name in
      guard name.literal.isEmpty else { return name.literal }
      return [name.nonDroppingParticle, name.family].filter { !$0.isEmpty }.joined(separator: " ")
    }
    let locale = typesetter.locale
    switch families.count {
    case 0: return item.text("title")
    case 1: return families[0]
    case 2: return "\(families[0]) \(locale.term("and") ?? "&") \(families[1])"
    default: return "\(families[0]) \(locale.term("et-al") ?? "et al.")"
    }
  }

  /// Whether what follows a prefix begins a sentence: after nothing, or after a whole sentence.
  private func opensSentence(after prefix: String) -> Bool {
    let text = prefix.trimmingSpaces()
    guard let last = text.last else { return true }
    return text.contains(" ") && ".!?".contains(last)
  }

  private typealias PlacedCite = (index: Int, cite: Cite, context: CiteContext)

  /// The cites in the citation's order; the values of an item are the same wherever it is cited.
  private func sorted(
    _ cites: [PlacedCite],
    memory: inout [String: [SortValue]]
  ) -> [PlacedCite] {
    let keys = request.style.citation.area.sort
    guard !keys.isEmpty, cites.count > 1 else { return cites }
    var values: [[SortValue]] = []
    for placed in cites {
      if let known = memory[placed.cite.id] {
        values.append(known)
        continue
      }
      let new =
        items[placed.cite.id].map { typesetter.sortValues($0, placed.context, keys, .citation) }
        ?? keys.map { _ in SortValue.missing }
      memory[placed.cite.id] = new
      values.append(new)
    }
    // Cites that sort alike stand in the order of the bibliography.
    let order = cites.indices.sorted {
      let (left, right) = (cites[$0].context.citationNumber, cites[$1].context.citationNumber)
      return precedes(values[$0], values[$1], keys)
        ?? (left == right ? $0 < $1 : (left ?? .max) < (right ?? .max))
    }
    return order.map { cites[$0] }
  }

  /// Letters of the names and two digits of the year, as the "alpha" styles label works.
  private func citationLabel(of item: CSLItem) -> String? {
    guard request.style.printsCitationLabel else { return nil }
    let names =
      (["author", "editor", "translator"].lazy.map { item.names($0) }
        .first { !$0.isEmpty } ?? [])
    let families = names.map { $0.literal.isEmpty ? $0.family : $0.literal }
    let width = [0: 0, 1: 4, 2: 2, 3: 2][families.count] ?? 1
    var label = ""
    for family in families.prefix(4) {
      label += String(family.filter { $0.isLetter }.prefix(width))
    }
    if let year = item.date("issued")?.start?.year { label += twoDigits(abs(year) % 100) }
    return label
  }
}
