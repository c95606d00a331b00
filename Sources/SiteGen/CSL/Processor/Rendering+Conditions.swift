extension Rendering {
  /// The first branch of `choose` whose tests hold.
  mutating func takenBranch(of branches: [Branch]) -> Branch? {
    for branch in branches where holds(branch) { return branch }
    return nil
  }

  private mutating func holds(_ branch: Branch) -> Bool {
    if branch.tests.isEmpty { return true }
    var count = 0
    for test in branch.tests where holds(test) { count += 1 }
    switch branch.match {
    case .all: return count == branch.tests.count
    case .any: return count > 0
    case .none: return count == 0
    }
  }

  private mutating func holds(_ test: Branch.Test) -> Bool {
    switch test {
    case .type(let types): return types.contains(item.type)
    case .variable(let name): return hasVariable(name)
    case .isNumeric(let name): return isNumeric(name)
    case .isUncertainDate(let name): return item.date(name)?.isCirca ?? false
    case .locator(let labels):
      guard let locator = cite.locator, !locator.isEmpty else { return false }
      let label = cite.label == "sub verbo" ? "sub-verbo" : cite.label
      return labels.contains(label)
    case .position(let position): return holdsPosition(position)
    case .disambiguate(let wanted):
      disambiguationTests += 1
      return (disambiguationTests <= cite.disambiguation.conditions) == wanted
    case .never: return false
    }
  }

  func hasVariable(_ name: String) -> Bool {
    if quashed.contains(name) { return false }
    switch name {
    case "locator": return !(cite.locator ?? "").isEmpty
    case "citation-number": return cite.citationNumber != nil
    case "first-reference-note-number": return cite.firstReferenceNote != nil
    case "year-suffix": return cite.disambiguation.yearSuffix != nil
    case "page-first": return item.text("page-first") != nil || item.text("page") != nil
    case "title-short": return item.text("title-short") != nil || item.text("shortTitle") != nil
    case "event-title": return item.text(name) != nil || item.text("event") != nil
    case "container-title-short":
      return item.text(name) != nil || item.text("journalAbbreviation") != nil
    default: break
    }
    switch item.fields[name] {
    case .text(let text), .number(let text): return !text.isEmpty
    case .names(let names): return names.contains { !$0.isEmpty }
    case .date(let date): return !date.isEmpty
    case .other, .none: return false
    }
  }

  func isNumeric(_ name: String) -> Bool {
    let text: String?
    switch name {
    case "locator": text = cite.locator
    case "citation-number": text = cite.citationNumber.map { String($0) }
    case "first-reference-note-number": text = cite.firstReferenceNote.map { String($0) }
    case "page-first": text = item.text("page-first") ?? item.text("page")
    default: text = item.text(name)
    }
    return text.map { NumberText($0).isNumeric } ?? false
  }

  private func holdsPosition(_ position: String) -> Bool {
    guard area == .citation else { return false }
    switch position {
    case "first": return cite.position == .first
    case "subsequent": return cite.position != .first
    case "ibid": return cite.position == .ibid || cite.position == .ibidWithLocator
    case "ibid-with-locator": return cite.position == .ibidWithLocator
    case "near-note": return cite.position != .first && cite.isNearNote
    default: return false
    }
  }
}
