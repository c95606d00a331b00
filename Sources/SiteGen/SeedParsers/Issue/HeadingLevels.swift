import Diagnostics
import Markup

/// Gives the headings of a body levels that agree: from 2 on, without jumps, and the same level for
/// sections that one paragraph announces together.
///
/// Conversions guess levels from letter sizes and often miss one of a row.
func repairHeadingLevels(
  _ blocks: [IssueBlock],
  counting work: inout WorkCount
) -> [IssueBlock] {
  var levels: [Int: Int] = [:]
  var titles: [String: [Int]] = [:]
  for (index, block) in blocks.enumerated() {
    guard case .heading(let level, let text) = block else { continue }
    levels[index] = max(2, level)
    titles[slugify(plainText(text).string), default: []].append(index)
  }
  var section = 1
  for (index, block) in blocks.enumerated() {
    switch block {
    case .heading: section = levels[index] ?? section
    case .paragraph(let text):
      let announced = announcedSections(text, after: index, titles: titles, counting: &work)
      guard announced.count > 1 else { continue }
      let deepest = announced.compactMap { levels[$0] }.max() ?? section
      for sibling in announced { levels[sibling] = max(deepest, section + 1) }
    case .item, .separator: continue
    }
  }
  var previous = 1
  return blocks.enumerated().map { index, block in
    guard case .heading(_, let text) = block, let level = levels[index] else { return block }
    previous = min(level, previous + 1)
    return .heading(level: previous, text)
  }
}

/// The later headings that a paragraph names with emphasis.
private func announcedSections(
  _ text: TracedText,
  after index: Int,
  titles: [String: [Int]],
  counting work: inout WorkCount
) -> [Int] {
  var found: [Int] = []
  var known: Set<Int> = []
  for emphasised in emphasisedTexts(in: text) {
    let name = slugify(plainText(text[emphasised.content]).string)
    guard let heading = titles[name].flatMap({ firstPosition(in: $0, after: index, &work) }),
      known.insert(heading).inserted
    else { continue }
    found.append(heading)
  }
  return found
}

/// The first of ascending positions that is greater than another, found by halving.
private func firstPosition(in positions: [Int], after index: Int, _ work: inout WorkCount) -> Int? {
  let place = positions.partitioningIndex { position in
    work.add()
    return position > index
  }
  return place < positions.count ? positions[place] : nil
}
