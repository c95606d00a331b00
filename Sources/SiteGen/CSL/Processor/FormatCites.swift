extension DocumentFormatting {
  /// The citations of the document, each as one text.
  mutating func formatCitations() -> [[FormattedText]] {
    let positions = findPositions(
      of: citations,
      at: citedPlaces,
      nearNoteDistance: style.citation.nearNoteDistance
    )
    var sortValues: [Int: [SortValue]] = [:]
    var formatted: [[FormattedText]] = []
    formatted.reserveCapacity(citations.count)
    for (number, citation) in citations.enumerated() {
      if let lone = loneCitation(number, positions[number]) {
        formatted.append(lone)
        continue
      }
      let placed = citation.cites.indices.map { index in
        place(
          citation.cites[index],
          at: index,
          citedPlaces[number][index],
          positions[number][index]
        )
      }
      var cites: [RenderedCite] = []
      for (index, placed) in sorted(placed, memory: &sortValues).enumerated() {
        if let cite = renderCite(placed, isFirst: index == 0) { cites.append(cite) }
      }
      formatted.append(typesetter.joinCites(cites))
    }
    return formatted
  }

  /// A citation of one work with nothing around it, as it was prepared; nil for any other.
  private mutating func loneCitation(
    _ number: Int,
    _ positions: [CitePosition]
  ) -> [FormattedText]? {
    guard let cite = citations[number].cites.first, citations[number].cites.count == 1,
      cite.prefix.isEmpty, cite.suffix.isEmpty, !cite.suppressesAuthor, !cite.printsAuthorOnly,
      let place = citedPlaces[number][0], let lone = prepared(place)?.lone
    else { return nil }
    let placed = self.place(cite, at: 0, place, positions[0])
    guard isPlain(placed, place, opensCitation: true) else { return nil }
    guard placed.context.locator != nil else { return lone.content }
    return pageToPrint(placed).flatMap { lone.located($0) }
  }

  /// A cite with the place of its item and what its layout reads.
  private struct PlacedCite {
    /// Its place in the citation as the text has it.
    let index: Int
    let cite: Cite
    /// Nil where the item is not given.
    let place: Int?
    let context: CiteContext
  }

  private mutating func place(
    _ cite: Cite,
    at index: Int,
    _ place: Int?,
    _ position: CitePosition
  ) -> PlacedCite {
    if place == nil {
      problems.append(
        CSLProblem(.unknownItem, "item \"\(cite.id)\" is cited and not given", item: cite.id)
      )
    }
    var context = place.flatMap { ranks[$0] }.map { contexts[$0] } ?? CiteContext()
    (context.label, context.locator) = splitLocator(cite.locator, label: cite.label)
    context.position = position.position
    context.isNearNote = cite.isNearNote ?? position.isNearNote
    context.firstReferenceNote = cite.firstReferenceNote ?? position.firstReferenceNote
    return PlacedCite(index: index, cite: cite, place: place, context: context)
  }

  private mutating func renderCite(_ placed: PlacedCite, isFirst: Bool) -> RenderedCite? {
    guard let place = placed.place else { return nil }
    let opens = isFirst && opensSentence(after: placed.cite.prefix)
    let parts: PreparedCite
    if isPlain(placed, place, opensCitation: opens), let known = preparedCite(placed, place) {
      parts = known
    } else {
      renderings += 1
      let output = typesetter.renderCite(
        processor.items[place],
        placed.context,
        opensCitation: opens
      )
      parts = PreparedCite(output, typesetter)
    }
    var output = parts.output
    if placed.cite.suppressesAuthor || placed.cite.printsAuthorOnly {
      let isNames = { (tag: OutputTag) in if case .names = tag { true } else { false } }
      let names = output.first(where: isNames)
      if placed.cite.suppressesAuthor { output = typesetter.withoutNames(output) }
      if placed.cite.printsAuthorOnly {
        output = names ?? typesetter.shortNames(of: processor.items[place]) ?? output
      }
    }
    return RenderedCite(
      index: placed.index,
      cite: placed.cite,
      context: placed.context,
      output: .tagged(.cite(placed.index), [output]),
      names: parts.names,
      year: parts.year
    )
  }

  /// The cite as it was prepared, with its own page; nil for any other locator.
  private func preparedCite(_ placed: PlacedCite, _ place: Int) -> PreparedCite? {
    guard let item = prepared(place) else { return nil }
    guard placed.context.locator != nil else { return item.cite }
    guard let cite = item.pageCite, let page = pageToPrint(placed) else { return nil }
    return cite.located(page)
  }

  /// What a locator prints that is one page or one range of them; nil for any other, and for none.
  private func pageToPrint(_ placed: PlacedCite) -> [Output]? {
    let style = typesetter.prepared
    guard let locator = placed.context.locator, placed.context.label == "page",
      !style.namesSeveral(locator)
    else { return nil }
    let page = parseRichText(style.formatLocator(locator, label: "page"))
    return page.allSatisfy(\.isEmpty) ? nil : page
  }

  /// Whether a cite but for its locator is the one that was prepared: nothing added.
  private func isPlain(_ placed: PlacedCite, _ place: Int, opensCitation: Bool) -> Bool {
    guard placed.context.disambiguation == Disambiguation(),
      placed.context.position == .first && placed.context.firstReferenceNote == nil
        || !typesetter.prepared.citeReach.readsPosition,
      opensCitation || !style.isNoteStyle
    else { return false }
    return ranks[place].map { !hasRaisedNames[$0] } ?? false
  }

  /// Whether what follows a prefix begins a sentence: after nothing, or after a whole sentence.
  private func opensSentence(after prefix: String) -> Bool {
    let text = prefix.trimmingSpaces()
    guard let last = text.last else { return true }
    return text.contains(" ") && ".!?".contains(last)
  }

  /// The cites in the citation's order; the values of an item are the same wherever it is cited.
  private mutating func sorted(
    _ cites: [PlacedCite],
    memory: inout [Int: [SortValue]]
  ) -> [PlacedCite] {
    let keys = style.citation.area.sort
    guard !keys.isEmpty, cites.count > 1 else { return cites }
    var values: [[SortValue]] = []
    for placed in cites {
      guard let place = placed.place else {
        values.append(keys.map { _ in SortValue.missing })
        continue
      }
      if let known = memory[place] {
        values.append(known)
        continue
      }
      let new = sortValues(of: placed, place, keys)
      memory[place] = new
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

  private mutating func sortValues(
    of placed: PlacedCite,
    _ place: Int,
    _ keys: [SortKey]
  ) -> [SortValue] {
    if let known = prepared(place)?.citeSort, placed.context.locator == nil,
      placed.context.disambiguation == Disambiguation(),
      placed.context.position == .first || !typesetter.prepared.citeSortReach.readsPosition
    {
      return known
    }
    renderings += keys.count
    return typesetter.sortValues(processor.items[place], placed.context, keys, .citation)
  }
}

extension Typesetter {
  /// The names of a work whose cites print none, as a style of numbers has it.
  fileprivate func shortNames(of item: CSLItem) -> Output? {
    let names = ["author", "editor"].lazy.map { item.names($0) }.first { !$0.isEmpty } ?? []
    let families = names.prefix(3).map { name in
      guard name.literal.isEmpty else { return name.literal }
      return [name.nonDroppingParticle, name.family].filter { !$0.isEmpty }.joined(separator: " ")
    }
    switch families.count {
    case 0: return item.text("title").map { .text($0) }
    case 1: return .text(families[0])
    case 2: return .text("\(families[0]) \(locale.term("and") ?? "&") \(families[1])")
    default: return .text("\(families[0]) \(locale.term("et-al") ?? "et al.")")
    }
  }
}
