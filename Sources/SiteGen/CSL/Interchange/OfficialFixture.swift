/// One case of the official CSL test suite, in its JSON form.
public struct OfficialFixture: Sendable {
  /// What the suite expects.
  public let expected: String
  /// The languages whose locale files the case needs, most general first.
  public let languages: [String]
  let tree: JSONTree
  let style: CSLStyle
  let items: [CSLItem]

  /// Reads a fixture.
  ///
  /// - Throws: `CSLReadError` when the fixture or its style cannot be read.
  public init(json bytes: [UInt8]) throws(CSLReadError) {
    tree = try readJSON(bytes)
    expected = tree["result"]?.text ?? ""
    var style = try CSLStyle(xml: Array((tree["csl"]?.text ?? "").utf8))
    if tree["mode"]?.text == "bibliography-nosort" { style.bibliography?.area.sort = [] }
    self.style = style
    items = (tree["input"]?.elements ?? []).compactMap { CSLJSON.item($0) }
    languages = localeChain(for: style.defaultLocale ?? "en-US")
  }

  /// What this processor prints for the case, with the given locale files.
  public func run(locales: [CSLLocale]) -> String {
    if let steps = tree["citations"]?.elements, !steps.isEmpty {
      return runSteps(steps, locales: locales)
    }
    var clusters = (tree["citation_items"]?.elements ?? []).map { group in
      CSLCitation(cites: (group.elements ?? []).compactMap { cite($0, fixesPosition: true) })
    }
    if clusters.isEmpty {
      clusters = [CSLCitation(cites: sortedIDs(locales: locales).map { fixedCite($0) })]
    }
    let request = CitationRequest(
      items: listedItems(),
      style: style,
      locales: locales,
      citations: clusters,
      listed: .all
    )
    let result = processCitations(request)
    if isBibliography { return writeSuiteBibliography(selected(result.bibliography)) }
    return result.citations.map { writeHTML($0) }.joined(separator: "\n")
  }

  /// All items in the order of the bibliography, which the suite cites together.
  private func sortedIDs(locales: [CSLLocale]) -> [String] {
    let request = CitationRequest(items: listedItems(), style: style, locales: locales)
    let sorted = processCitations(request).bibliography.map { $0.id }
    return sorted.count == items.count ? sorted : items.map { $0.id }
  }

  private var isBibliography: Bool { tree["mode"]?.text?.hasPrefix("bibliography") ?? false }

  /// The items of the last `bibentries` list, or all.
  private func listedItems() -> [CSLItem] {
    guard let last = tree["bibentries"]?.elements?.last?.elements else { return items }
    let ids = last.compactMap { $0.text }
    return ids.compactMap { id in items.first { $0.id == id } }
  }

  private func fixedCite(_ id: String) -> Cite {
    var cite = Cite(id: id)
    cite.position = .first
    return cite
  }

  private func cite(_ tree: JSONTree, fixesPosition: Bool) -> Cite? {
    guard let id = tree["id"]?.text else { return nil }
    var cite = Cite(id: id, locator: tree["locator"]?.text, label: tree["label"]?.text)
    cite.prefix = tree["prefix"]?.text ?? ""
    cite.suffix = tree["suffix"]?.text ?? ""
    cite.suppressesAuthor = tree["suppress-author"]?.isTruthy ?? false
    cite.printsAuthorOnly = tree["author-only"]?.isTruthy ?? false
    cite.isNearNote = tree["near-note"].map { $0.isTruthy }
    cite.firstReferenceNote = tree["first-reference-note-number"]?.text.flatMap { Int($0) }
    guard fixesPosition else { return cite }
    switch tree["position"]?.text {
    case "1": cite.position = .subsequent
    case "2": cite.position = .ibid
    case "3": cite.position = .ibidWithLocator
    default: cite.position = .first
    }
    return cite
  }

  // MARK: Steps of an editing session

  private struct Step {
    var id: String
    var citation: CSLCitation
  }

  /// Replays the insertions; the last state is printed, what the last step changed is marked.
  private func runSteps(_ steps: [JSONTree], locales: [CSLLocale]) -> String {
    var document: [Step] = []
    var before: [String: String] = [:]
    var after: [(id: String, text: String)] = []
    var entries: [BibliographyEntry] = []
    var placesBefore: [String: [CitePosition]] = [:]
    var placesAfter: [String: [CitePosition]] = [:]
    for (index, step) in steps.enumerated() {
      let parts = step.elements ?? []
      guard parts.count == 3 else { continue }
      document = insert(parts[0], before: parts[1], after: parts[2], into: document)
      guard index >= steps.count - 2 else { continue }
      let request = CitationRequest(
        items: items,
        style: style,
        locales: locales,
        citations: document.map { $0.citation },
        listed: .cited(alsoUncited: [])
      )
      let result = processCitations(request)
      before = Dictionary(after.map { ($0.id, $0.text) }) { $1 }
      placesBefore = placesAfter
      placesAfter = places(in: document)
      after = zip(document, result.citations).map { ($0.id, writeHTML($1)) }
      entries = result.bibliography
    }
    if isBibliography { return writeSuiteBibliography(selected(entries)) }
    let last = steps.last?.elements?.first?["citationID"]?.text
    return after.enumerated().map { index, entry in
      let isMoved = zip(placesBefore[entry.id] ?? [], placesAfter[entry.id] ?? []).contains {
        let (old, new) = ($0.firstReferenceNote, $1.firstReferenceNote)
        return $0.position != $1.position || (old != nil && new != nil && old != new)
      }
      let isChanged = before[entry.id] != entry.text || entry.id == last || isMoved
      return "\(isChanged ? ">>" : "..")[\(index)] \(entry.text)"
    }.joined(separator: "\n")
  }

  /// The positions of all cites by citation; the number of the first note counts for items that
  /// are cited again.
  private func places(in document: [Step]) -> [String: [CitePosition]] {
    var counts: [String: Int] = [:]
    var numbers: [String: Int] = [:]
    for step in document {
      for cite in step.citation.cites {
        counts[cite.id, default: 0] += 1
        numbers[cite.id] = numbers[cite.id] ?? numbers.count
      }
    }
    let positions = findPositions(
      of: document.map { $0.citation },
      at: document.map { $0.citation.cites.map { numbers[$0.id] } },
      nearNoteDistance: .max
    )
    var result: [String: [CitePosition]] = [:]
    var firstNotes: [String: Int] = [:]
    for (step, places) in zip(document, positions) {
      result[step.id] = zip(step.citation.cites, places).map { cite, place in
        var place = place
        place.isNearNote = false
        let note = step.citation.noteNumber ?? 0
        let first = firstNotes[cite.id] ?? note
        firstNotes[cite.id] = first
        place.firstReferenceNote = counts[cite.id, default: 0] > 1 ? first : nil
        return place
      }
    }
    return result
  }

  private func insert(
    _ tree: JSONTree,
    before: JSONTree,
    after: JSONTree,
    into document: [Step]
  ) -> [Step] {
    let known = Dictionary(document.map { ($0.id, $0.citation) }) { $1 }
    func steps(_ list: JSONTree) -> [Step] {
      (list.elements ?? []).compactMap { pair in
        guard let id = pair.elements?.first?.text, var citation = known[id] else { return nil }
        citation.noteNumber = pair.elements?.last?.text.flatMap { Int($0) } ?? citation.noteNumber
        return Step(id: id, citation: citation)
      }
    }
    let cites = (tree["citationItems"]?.elements ?? []).compactMap {
      cite($0, fixesPosition: false)
    }
    let note = tree["properties"]?["noteIndex"]?.text.flatMap { Int($0) }
    let new = Step(
      id: tree["citationID"]?.text ?? "",
      citation: CSLCitation(cites: cites, noteNumber: note)
    )
    return steps(before) + [new] + steps(after)
  }

  // MARK: Bibliography sections

  /// The entries that `bibsection` selects.
  private func selected(_ entries: [BibliographyEntry]) -> [BibliographyEntry] {
    guard let section = tree["bibsection"], case .object = section else { return entries }
    return entries.filter { entry in
      items.first { $0.id == entry.id }.map { isSelected($0, by: section) } ?? false
    }
  }

  private func isSelected(_ item: CSLItem, by section: JSONTree) -> Bool {
    func matches(_ condition: JSONTree) -> Bool {
      guard let field = condition["field"]?.text, let value = condition["value"]?.text else {
        return false
      }
      if field == "type" { return item.type == value }
      if value.isEmpty { return item.fields[field] == nil || item.fields[field] == .text("") }
      if case .other(let list) = item.fields[field] {
        return list.elements?.contains { $0.text == value } ?? false
      }
      return item.text(field) == value
    }
    if let quash = section["quash"]?.elements, !quash.isEmpty, quash.allSatisfy(matches) {
      return false
    }
    if let include = section["include"]?.elements { return include.contains(where: matches) }
    if let exclude = section["exclude"]?.elements { return !exclude.contains(where: matches) }
    if let select = section["select"]?.elements { return select.allSatisfy(matches) }
    return true
  }
}

/// The entries in the lines of the official suite.
public func writeSuiteBibliography(_ entries: [BibliographyEntry]) -> String {
  var output = "<div class=\"csl-bib-body\">\n"
  for entry in entries {
    output += "  <div class=\"csl-entry\">"
    for node in entry.content {
      guard case .block(let block, _) = node else {
        output += writeHTML([node])
        continue
      }
      let text = writeHTML([node])
      switch block {
      case .leftMargin: output += "\n    " + text
      case .rightInline, .indent: output += text + "\n  "
      case .block: output += "\n\n    " + text + "\n"
      }
    }
    output += "</div>\n"
  }
  return output + "</div>"
}
