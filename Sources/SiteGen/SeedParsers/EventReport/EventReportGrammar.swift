import Diagnostics
import Markup
import SiteModel

/// Reads a report: title, date and subtitle, then headings with their paragraphs, then videos.
///
/// Nil when no title or no prose is found.
func readEventReport(_ seed: PlainSeed) -> Diagnosed<EventReport?> {
  var start = titleIndex(seed)
  guard start < seed.blocks.count, seed.blocks[start].kind == .paragraph,
    seed.blocks[start].text.count <= 200, !seed.blocks[start].text.hasSuffix("."),
    seed.blocks.contains(where: { $0.text.count > 150 })
  else { return Diagnosed(nil) }
  var report = EventReport(title: headingTitle(seed.blocks[start].text))
  if let named = splitQuotedTitle(seed.blocks, at: start) {
    (report.title, report.subtitle, start) = (named.title, named.above, named.last)
  } else if start > 0, isKindOfEvent(seed.blocks[start - 1].text) {
    report.subtitle = seed.blocks[start - 1].text
  }
  var head = EventHead()
  var isInVideos = false
  var hasProse = false
  for (index, block) in seed.blocks.enumerated().dropFirst(start + 1) {
    if hasProse, report.videos.takeLine(block.text) {
      isInVideos = true
    } else if isInVideos, isVideoBlock(block) {
      report.videos.take(block)
    } else if announcesVideos(block.text), index > start + 1 {
      isInVideos = true
      report.videos.label = report.videos.label ?? block.text
    } else if !hasProse, head.take(block, into: &report, habits: seed.habits) {
      continue
    } else if isMarkedHeading(block) || isHeadline(block, habits: seed.habits) {
      if !hasProse, report.subtitle == nil, report.sections.count == 1,
        !opensSection(seed.blocks, at: index, in: seed.file)
      {
        report.subtitle = headingTitle(block.text)
      } else {
        report.sections.append(EventReport.Section(heading: headingTitle(block.text)))
      }
    } else {
      isInVideos = false
      hasProse = true
      report.sections[report.sections.count - 1].parts.append(part(of: block))
    }
  }
  guard hasProse else { return Diagnosed(nil) }
  let diagnostics = head.finish(&report)
  return Diagnosed(withoutLoneRunIns(report), diagnostics)
}

/// Which block is the title: the first, or the line above the text that the text quotes as the
/// name of the event.
private func titleIndex(_ seed: PlainSeed) -> Int {
  var first = seed.blocks.firstIndex { !isKindLabel($0.text) } ?? 0
  if let marked = seed.blocks.prefix(6).firstIndex(where: isMarkedHeading),
    seed.blocks[first..<max(first, marked)].allSatisfy({ $0.text.count <= 150 })
  {
    first = max(first, marked)
  }
  guard let prose = seed.blocks.firstIndex(where: { $0.text.count > 150 }), prose > first + 1
  else { return first }
  let quoted = Set(
    seed.blocks[prose..<min(seed.blocks.count, prose + 2)].flatMap { quotations(in: $0.text) }
  )
  let named = (first..<prose).first { index in
    quoted.contains(slugify(seed.blocks[index].text.string))
      && isHeadline(seed.blocks[index], habits: seed.habits)
  }
  // « COLLOQUE INTERNATIONAL » above the title says what is held.
  let next = first + 1
  let isKind =
    isKindOfEvent(seed.blocks[first].text) && next < prose
    && isHeadline(seed.blocks[next], habits: seed.habits)
    && findEventDate(in: seed.blocks[next].text) == nil
    && seed.blocks[next].text.firstWord.map { !isPlaceNoun($0) } ?? false
  return named ?? (isKind ? next : first)
}

/// « Troisièmes Rencontres du port » above « « Mesurer la mer » »: what the event is called stands in
/// quotes, on the last line of its heading or on a line of its own.
private func splitQuotedTitle(
  _ blocks: [SeedBlock],
  at start: Int
) -> (title: TracedText, above: TracedText, last: Int)? {
  if start + 1 < blocks.count, blocks[start + 1].text.count <= 200, blocks[start].text.count > 8,
    let title = unquoted(blocks[start + 1].text)
  {
    return (title, blocks[start].text, start + 1)
  }
  let text = blocks[start].text
  guard (2...3).contains(blocks[start].lines.count), let last = blocks[start].lines.last?.text,
    let title = unquoted(last.withSingleSpaces), last.count < text.count
  else { return nil }
  let above = text[0..<text.count - last.withSingleSpaces.count]
  return (title, above.trimmed { ":–—-".unicodeScalars.contains($0) }, start)
}

/// What stands between quotes that open and close a line.
private func unquoted(_ line: TracedText) -> TracedText? {
  guard line.count > 8, let open = line.scalars.first?.scalar,
    let close = line.scalars.last?.scalar,
    (open == "«" && close == "»") || (open == "“" && close == "”"),
    line.scalars.count(where: { $0.scalar == open }) == 1
  else { return nil }
  return line[1..<line.count - 1].trimmed
}

/// Whether a heading is marked as one by hashes or by emphasis of the whole line.
private func isMarkedHeading(_ block: SeedBlock) -> Bool {
  guard block.kind == .paragraph, block.lines.count <= 3, let heading = printedHeading(block.text)
  else { return false }
  return heading.form == .hashes || heading.form == .bold
}

/// « Colloque international », « Journée d’étude »: the kind of an event without its subject.
private func isKindOfEvent(_ text: TracedText) -> Bool {
  let kinds = ["colloque", "journee", "journees", "table", "seminaire", "conference", "congres"]
  let words = slugify(text.string).split(separator: "-").map(String.init)
  let rest = [
    "d", "etude", "etudes", "ronde", "international", "internationale", "national", "nationale",
    "annuel", "annuelle", "scientifique", "publique", "public", "debat",
  ]
  guard let first = words.first, kinds.contains(first) else { return false }
  return words.dropFirst().allSatisfy { rest.contains($0) }
}

/// « Compte rendu », « Synthèse »: what the text is, not what it tells of.
func isKindLabel(_ text: TracedText) -> Bool {
  [
    "compte-rendu", "synthese", "retour-sur", "bilan", "actes", "rapport", "en-bref",
    "actes-en-bref", "actes-de-la-journee", "compte-rendu-de-la-journee", "synthese-de-la-journee",
  ].contains(slugify(text.string))
}

/// What stands in quotes, folded.
private func quotations(in text: TracedText) -> [String] {
  var found: [String] = []
  var start: Int?
  for (index, traced) in text.scalars.enumerated() where traced.scalar.isQuote {
    if let begun = start {
      if index - begun < 200 { found.append(slugify(text.string(in: begun + 1..<index))) }
      start = traced.scalar == "«" || traced.scalar == "“" ? index : nil
    } else {
      start = index
    }
  }
  return found.filter { $0.count > 8 }
}

/// The words of a heading without hashes.
private func headingTitle(_ text: TracedText) -> TracedText {
  guard let heading = printedHeading(text), heading.form == .hashes || heading.form == .bold else {
    return text
  }
  return heading.title
}

/// What may stand in a list of videos: an address, or short lines.
private func isVideoBlock(_ block: SeedBlock) -> Bool {
  block.kind == .address || block.text.count <= 200 || titledAddress(block.text) != nil
    || block.lines.contains { titledAddress($0.text) != nil }
}

/// Whether a headline above the first paragraph is the heading of a section and no subtitle: it
/// says so, or its paragraph follows at once.
private func opensSection(_ blocks: [SeedBlock], at index: Int, in file: SourceFile) -> Bool {
  let label = slugify(blocks[index].text.string)
  if sectionLabels.contains(where: { label == $0 || label.hasPrefix("\($0)-") }) { return true }
  return index + 1 < blocks.count && !isBlank(between: blocks[index], and: blocks[index + 1], file)
    && isBlank(between: blocks[index - 1], and: blocks[index], file)
}

private let sectionLabels = [
  "introduction", "ouverture", "accueil", "preambule", "avant-propos", "contexte", "allocution",
  "allocutions", "table-ronde", "premiere-table-ronde", "session", "seance", "atelier", "partie",
  "matinee", "apres-midi",
]

/// Whether an empty line stands between two blocks.
private func isBlank(between first: SeedBlock, and second: SeedBlock, _ file: SourceFile) -> Bool {
  let low = first.text.span.range.upperBound
  let high = second.text.span.range.lowerBound
  guard low < high else { return false }
  return file.bytes[low..<high].count { $0 == 0x0A } > 1
}

private func part(of block: SeedBlock) -> EventReport.Part {
  if case .item(let depth) = block.kind { return .item(block.text, depth: depth) }
  guard let end = endOfRunIn(block.text) else { return .paragraph(block.text) }
  return .runIn(
    title: block.text[0..<end],
    rest: block.text[end + 1..<block.text.count].trimmed
  )
}
