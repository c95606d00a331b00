import Markup

/// A heading with its place among the lines.
struct PlacedHeading: Hashable, Sendable {
  let level: Int
  /// As printed, its number included, without hashes and emphasis.
  let text: TracedText
  /// After its last line.
  let end: Int
}

/// Finds the headings of an issue by the line they begin at: `#`, and in print numbers that count
/// up, capitals, a bold line, the name of an axis, the name of a list of references.
///
/// All but the first stand behind a blank; numbers must count sections and not the items of a list.
/// Only where none of these is found is a short line alone between paragraphs a heading.
func findIssueHeadings(_ lines: [SeedLine], habits: TextHabits) -> [Int: PlacedHeading] {
  var finder = HeadingFinder(lines: lines, habits: habits)
  let found = finder.find()
  return placeLevels(found)
}

/// A heading that is found, before it is known how deep it stands.
private struct FoundHeading {
  let index: Int
  let end: Int
  let text: TracedText
  let printed: PrintedHeading
  let isList: Bool
  let isAxis: Bool
}

private struct HeadingFinder {
  let lines: [SeedLine]
  let habits: TextHabits
  private var candidates: [FoundHeading] = []

  init(lines: [SeedLine], habits: TextHabits) { (self.lines, self.habits) = (lines, habits) }

  mutating func find() -> [FoundHeading] {
    var index = 0
    while index < lines.count {
      let before = candidates.last
      if let heading = candidate(at: index, after: before) {
        candidates.append(heading)
        index = heading.end
      } else {
        index += 1
      }
    }
    let sequences = countedSections()
    var accepted: [FoundHeading] = []
    var isList = false
    for (position, heading) in candidates.enumerated()
    where accepts(heading, inList: isList, isCounted: sequences.contains(position)) {
      accepted.append(heading)
      isList = heading.isList
    }
    let hasHeadings = accepted.contains { !$0.isList && !$0.isAxis }
    guard !hasHeadings else { return accepted }
    let starts = Set(accepted.map(\.index))
    let firstList = accepted.first { $0.isList }?.index ?? lines.count
    let plain = candidates.filter {
      $0.printed.form == .plain && $0.index < firstList && !starts.contains($0.index)
        && isSectionTitle($0)
    }
    return (accepted + plain).sorted { $0.index < $1.index }
  }

  /// A line that may be a heading by its form and its place.
  private func candidate(at index: Int, after before: FoundHeading?) -> FoundHeading? {
    let line = lines[index]
    let text = line.text.withSingleSpaces
    guard let printed = printedHeading(text) else { return nil }
    if printed.form == .hashes {
      return found(index, index + 1, printed.title, printed)
    }
    guard index == 0 || lines[index - 1].isBlank || before?.end == index, text.count <= 200,
      !isLeadLine(text)
    else { return nil }
    let isNamed = namesReferences(printed.title) || axisTitle(of: printed.title) != nil
    var end = index + 1
    var whole = text
    while end < lines.count, !lines[end].isBlank, end - index < 3,
      wraps(lines[end - 1], to: lines[end], printed)
    {
      habits.join(lines[end].text.withSingleSpaces, to: &whole)
      end += 1
    }
    if isBareAxis(text), let below = titleBelow(index + 1) {
      habits.join(lines[below].text.withSingleSpaces, to: &whole)
      return found(index, below + 1, withoutWholeEmphasis(whole).text, printed)
    }
    let isAlone = end >= lines.count || lines[end].isBlank
    guard isAlone || isNamed || mayStandAbove(line, lines[end], printed) else { return nil }
    return found(index, end, withoutWholeEmphasis(whole).text, printed)
  }

  /// The line with the title of an axis whose number stands above it.
  private func titleBelow(_ start: Int) -> Int? {
    guard let below = lines[start...].prefix(2).firstIndex(where: { !$0.isBlank }),
      let title = printedHeading(lines[below].text), title.label == nil,
      !isLeadLine(lines[below].text), readNamedPerson(lines[below].text) == nil
    else { return nil }
    return below
  }

  private func found(
    _ index: Int,
    _ end: Int,
    _ text: TracedText,
    _ printed: PrintedHeading
  ) -> FoundHeading {
    FoundHeading(
      index: index,
      end: end,
      text: text,
      printed: printed,
      isList: namesReferences(printed.title),
      isAxis: axisTitle(of: text) != nil
    )
  }

  /// Whether a heading goes on in the next line: capitals, or a full line before small letters.
  private func wraps(_ line: SeedLine, to next: SeedLine, _ printed: PrintedHeading) -> Bool {
    guard printed.form != .bold, printed.form != .plain else { return false }
    if isInCapitals(printed.title) {
      return isInCapitals(next.text) && printedHeading(next.text)?.label == nil
    }
    let last = next.text.scalars.last?.scalar
    return line.text.count * 4 >= habits.width * 3
      && next.text.scalars.first?.isLower == true
      && next.text.count * 3 <= habits.width * 2 && last != "." && last != ","
  }

  /// Whether text may begin right below a heading: it leaves room that a paragraph would fill.
  private func mayStandAbove(_ line: SeedLine, _ next: SeedLine, _ printed: PrintedHeading) -> Bool
  {
    guard printed.form != .bold, printed.form != .plain, startsLikeSentence(next.text),
      habits.leavesRoom(line, before: next, within: 0.8)
    else { return false }
    return isInCapitals(printed.title) || printedHeading(next.text)?.form != printed.form
  }

  /// The candidates whose single numbers count sections: a neighbour in the count stands behind
  /// text, not right beside.
  private func countedSections() -> Set<Int> {
    var last: [PrintedHeading.Form: Int] = [:]
    var counted: Set<Int> = []
    for (position, heading) in candidates.enumerated() {
      let form = heading.printed.form
      guard let number = heading.printed.number, heading.printed.level == 1 else { continue }
      if let previous = last[form], candidates[previous].printed.number == number - 1,
        holdsText(candidates[previous].end..<heading.index)
      {
        counted.formUnion([previous, position])
      }
      last[form] = position
    }
    return counted
  }

  private func holdsText(_ range: Range<Int>) -> Bool { lines[range].contains { !$0.isBlank } }

  private func accepts(_ heading: FoundHeading, inList: Bool, isCounted: Bool) -> Bool {
    if heading.isList || heading.printed.form == .hashes { return true }
    if inList, heading.text.firstIndex(where: { $0 == "," }) != nil { return false }
    if heading.isAxis { return true }
    switch heading.printed.form {
    case .number, .roman, .letter:
      if heading.printed.level > 1 { return !inList }
      return isCounted || (isInCapitals(heading.printed.title) && !inList)
    case .capitals:
      return heading.text.firstIndex(where: \.isDigit) == nil || !inList
    case .bold:
      return !inList && !heading.text.hasSuffix(":") && readPersonName(heading.text) == nil
    case .hashes: return true
    case .plain: return !inList && isKnownSection(heading.text)
    }
  }

  /// A short line alone between a finished paragraph and prose.
  private func isSectionTitle(_ heading: FoundHeading) -> Bool {
    guard heading.text.count <= 80, !heading.text.hasSuffix(":"),
      readNamedPerson(heading.text) == nil
    else { return false }
    let before = lines[..<heading.index].last { !$0.isBlank }
    guard before.map({ endsSentence($0.text) }) ?? true,
      let next = lines[heading.end...].first(where: { !$0.isBlank })
    else { return false }
    return next.text.count >= 40 && startsLikeSentence(next.text)
  }
}

/// Levels of headings: hashes say them; other forms go one deeper each time a new one appears, but
/// lists of references and known sections stand on top.
private func placeLevels(_ found: [FoundHeading]) -> [Int: PlacedHeading] {
  var placed: [Int: PlacedHeading] = [:]
  let hasHashes = found.contains { $0.printed.form == .hashes }
  var ranks: [String] = []
  var above = 1
  for heading in found {
    let level: Int
    if heading.printed.form == .hashes {
      level = heading.printed.level
      (above, ranks) = (level, [])
    } else if !hasHashes, heading.isList || isKnownSection(heading.printed.title) {
      level = 2
    } else {
      let rank = heading.isAxis ? "axis" : rankName(heading.printed)
      let depth = ranks.firstIndex(of: rank) ?? ranks.count
      if depth == ranks.count { ranks.append(rank) }
      if rank != "axis" { ranks.removeSubrange((depth + 1)...) }
      level = min(6, above + depth + 1)
    }
    placed[heading.index] = PlacedHeading(level: level, text: heading.text, end: heading.end)
  }
  return placed
}

/// Headings of one rank have one form; a number before capitals is as high as capitals alone.
private func rankName(_ printed: PrintedHeading) -> String {
  if printed.form == .number, printed.level > 1 { return "number \(printed.level)" }
  return isInCapitals(printed.title) && printed.form != .letter ? "capitals" : "\(printed.form)"
}

/// « Introduction », « Conclusion »: sections that every text knows.
func isKnownSection(_ text: TracedText) -> Bool {
  let name = slugify(text.string)
  return [
    "introduction", "conclusion", "conclusions", "resume", "abstract", "presentation",
    "avant-propos", "preambule", "remerciements", "annexe", "annexes", "perspectives", "editorial",
    "discussion", "methode", "methodes", "resultats", "en-guise-de-conclusion",
  ].contains(name)
}
