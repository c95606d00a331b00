import Diagnostics
import Markup
import SiteModel

/// The report of an event as its grammar sees it.
struct EventReport: Sendable {
  /// A block of a section.
  enum Part: Sendable {
    case paragraph(TracedText)
    /// A short title that its paragraph begins with.
    case runIn(title: TracedText, rest: TracedText)
    case item(TracedText, depth: Int)

    /// The short title, where there is one.
    var title: TracedText? { if case .runIn(let title, _) = self { title } else { nil } }

    /// The prose in which people are looked for.
    var text: TracedText {
      switch self {
      case .paragraph(let text), .runIn(_, let text), .item(let text, _): text
      }
    }
  }

  /// What stands under a heading; the first section may have none.
  struct Section: Sendable {
    let heading: TracedText?
    var parts: [Part] = []
  }

  /// A date with the words that say it.
  struct PrintedDate: Sendable {
    let date: PartialDate
    let source: TracedText
  }

  var title: TracedText
  var date: PrintedDate?
  var subtitle: TracedText?
  var sections: [Section] = [Section(heading: nil)]
  /// What announces the videos.
  var videoLabel: TracedText?
  /// Titles of videos as they stand, a line each, then their addresses.
  var videoLines: [TracedText] = []
  var videoAddresses: [TracedText] = []

  var paragraphs: [TracedText] { sections.flatMap(\.parts).map(\.text) }
}

/// Reads a report: title, date and subtitle, then headings with their paragraphs, then videos.
///
/// Nil when no title or no prose is found.
func readEventReport(_ seed: PlainSeed) -> Diagnosed<EventReport?> {
  guard let first = seed.blocks.first, first.kind == .paragraph, first.text.count <= 200,
    !first.text.hasSuffix("."),
    seed.blocks.contains(where: { $0.text.count > 150 })
  else { return Diagnosed(nil) }
  var report = EventReport(title: first.text)
  var isInVideos = false
  var hasProse = false
  for (index, block) in seed.blocks.enumerated().dropFirst() {
    if isInVideos {
      takeVideo(block, into: &report)
    } else if announcesVideos(block.text) {
      isInVideos = true
      report.videoLabel = block.text
    } else if !hasProse, report.date == nil, let date = dateLine(block.text) {
      report.date = date
    } else if isHeadline(block, habits: seed.habits) {
      if !hasProse, report.subtitle == nil, report.sections.count == 1,
        !opensSection(seed.blocks, at: index, in: seed.file)
      {
        report.subtitle = block.text
      } else {
        report.sections.append(EventReport.Section(heading: block.text))
      }
    } else {
      hasProse = true
      report.sections[report.sections.count - 1].parts.append(part(of: block))
    }
  }
  guard hasProse else { return Diagnosed(nil) }
  var diagnostics: [Diagnostic] = []
  if report.date == nil {
    diagnostics.append(
      Diagnostic(
        SeedDiagnostics.missingPart,
        .warning,
        at: report.title.span,
        "no date below this title"
      )
    )
  }
  return Diagnosed(withoutLoneRunIns(report), diagnostics)
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

/// One short first sentence may be chance; only several make a manner of the text.
private func withoutLoneRunIns(_ report: EventReport) -> EventReport {
  func isRunIn(_ part: EventReport.Part) -> Bool {
    if case .runIn = part { true } else { false }
  }
  guard report.sections.flatMap(\.parts).count(where: isRunIn) < 2 else { return report }
  var result = report
  for (index, section) in report.sections.enumerated() {
    result.sections[index].parts = section.parts.map { part in
      guard case .runIn(let title, let rest) = part else { return part }
      var text = title
      text.append(". ", from: rest.place(at: 0))
      text.append(rest)
      return .paragraph(text)
    }
  }
  return result
}

/// The offset of the stop after a short title that begins a long paragraph: `Some title. Text…`.
private func endOfRunIn(_ text: TracedText) -> Int? {
  guard text.count >= 160, let stop = text.firstRange(of: ". "), stop.lowerBound <= 75 else {
    return nil
  }
  let title = text[0..<stop.lowerBound]
  let signs = ",«»\"!?".unicodeScalars
  guard !title.scalars.contains(where: { signs.contains($0.scalar) }),
    title.scalars.first?.scalar.isUpper == true,
    title.scalars.last?.scalar.isUpper == false,
    startsLikeSentence(text[stop.upperBound..<text.count])
  else { return nil }
  // A sentence has a subject and a verb; a title before a colon may be followed by one.
  let verbs: Set<String> = ["est", "sont", "a", "ont", "était", "étaient", "fut", "sera", "seront"]
  let pronouns: Set<String> = ["il", "elle", "ils", "elles", "on", "nous", "vous", "ce", "cela"]
  let words = title.words
  guard let first = words.first, !pronouns.contains(first.lowercased),
    !words.contains(where: { verbs.contains($0.lowercased) }),
    !words.contains(where: { FrenchWords.speechVerbs.contains($0.lowercased) })
      || title.firstRange(of: " : ") != nil
  else { return nil }
  return stop.lowerBound
}

private func announcesVideos(_ text: TracedText) -> Bool {
  guard text.hasSuffix(":"), text.count <= 120 else { return false }
  return text.words.contains { ["vidéo", "vidéos", "replay"].contains($0.lowercased) }
}

private func takeVideo(_ block: SeedBlock, into report: inout EventReport) {
  if block.kind == .address {
    report.videoAddresses.append(block.text)
  } else {
    report.videoLines += block.lines.map(\.text.withSingleSpaces)
  }
}

/// A paragraph that is a date and a few words around it (`Le 3 mai 2019`).
private func dateLine(_ text: TracedText) -> EventReport.PrintedDate? {
  guard let found = findFrenchDates(in: text).first, text.count - found.range.count <= 20 else {
    return nil
  }
  return EventReport.PrintedDate(date: found.date, source: text[found.range])
}
