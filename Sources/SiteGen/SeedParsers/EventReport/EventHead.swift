import Diagnostics
import SiteModel

/// The lines between the title and the text: when, where and by whom.
struct EventHead {
  /// A line of many words with the date among them: a subtitle where there is no other.
  private var wordyDate: TracedText?

  /// Takes a block that says when, where or by whom; others are left for headings and text.
  mutating func take(
    _ block: SeedBlock,
    into report: inout EventReport,
    habits: TextHabits
  ) -> Bool {
    let parts = splitLines(of: block, habits: habits) { line, _ in namesOrganisers(line) }
    if parts.count > 1, findEventDate(in: parts[0].text) != nil, block.text.count <= 600 {
      for part in parts where !takePart(part, into: &report) { return false }
      return true
    }
    return takePart(block, into: &report)
  }

  private mutating func takePart(_ block: SeedBlock, into report: inout EventReport) -> Bool {
    guard block.kind == .paragraph, block.text.count <= (namesOrganisers(block.text) ? 400 : 200),
      !endsSentence(block.text)
    else {
      return false
    }
    if report.date == nil, let date = findEventDate(in: block.text),
      block.text.count - date.source.count <= 20 || date.date.day != nil
    {
      report.date = date
      readAround(date, line: block.text, into: &report)
      return true
    }
    if isKindLabel(block.text) { return true }
    let words = block.text.words
    guard let first = words.first else { return false }
    if namesOrganisers(block.text) {
      report.organiserLines.append(block.text)
      return true
    }
    if first.lowercased == "lieu", let colon = block.text.firstRange(of: ":") {
      report.place = block.text[colon.upperBound..<block.text.count].trimmed
      return true
    }
    guard report.date != nil, report.place == nil, isPlaceNoun(first), words.count <= 12,
      block.text.firstRange(of: ":") == nil
    else { return false }
    report.place = block.text
    return true
  }

  /// « Organisé par », « Une organisation du ».
  private func namesOrganisers(_ line: TracedText) -> Bool {
    let words = line[0..<min(80, line.count)].words.prefix(2).map(\.lowercased)
    guard let first = words.first else { return false }
    return first.hasPrefix("organis") || first.hasPrefix("co-organis")
      || (first == "une" && words.last == "organisation")
  }

  /// The place beside a date, and the line itself where it says more than both.
  private mutating func readAround(
    _ date: EventReport.PrintedDate,
    line: TracedText,
    into report: inout EventReport
  ) {
    guard line.count - date.source.count > 20,
      let range = line.firstRange(of: date.source.string)
    else { return }
    for part in [line[range.upperBound..<line.count], line[0..<range.lowerBound]] {
      let place = withoutDay(part)
      guard place.count > 3, let noun = place.words.first(where: isPlaceNoun) else { continue }
      let isHead = noun.core.lowerBound <= 30
      if isHead, report.place == nil {
        report.place = place
        return
      }
    }
    wordyDate = line
  }

  /// A part of a line without signs, « le », « à la » and the day of the week at its ends.
  private func withoutDay(_ part: TracedText) -> TracedText {
    var text = part.trimmed { ",;:–—-|()".unicodeScalars.contains($0) }
    while let last = text.lastWord, isWeekday(last) || ["le", "du"].contains(last.text) {
      text = text[0..<last.range.lowerBound].trimmed { ",;:–—-|()".unicodeScalars.contains($0) }
    }
    while let first = text.firstWord,
      ["à", "au", "aux", "dans", "la", "le", "les", "en"].contains(first.text)
    {
      text = text[first.range.upperBound..<text.count].trimmed
    }
    return text
  }

  /// Looks for a date that no line gave in the title and the first sentences; reports none.
  func finish(_ report: inout EventReport) -> [Diagnostic] {
    if report.subtitle == nil { report.subtitle = wordyDate }
    if report.date == nil {
      let texts = [report.title] + report.paragraphs.prefix(2)
      report.date =
        texts.lazy.compactMap { text in
          findEventDate(in: text).flatMap { isDateOfEvent($0, in: text) ? $0 : nil }
        }.first
    }
    guard report.date == nil else { return [] }
    return [
      Diagnostic(
        SeedDiagnostics.missingPart,
        .warning,
        at: report.title.span,
        "no date below this title"
      )
    ]
  }

  /// Whether the text is a title, or the sentence around the date says that people met.
  private func isDateOfEvent(_ date: EventReport.PrintedDate, in text: TracedText) -> Bool {
    guard date.date.day != nil else { return false }
    if text.count <= 200, !endsSentence(text) { return true }
    let sentence = sentences(of: text).first { $0.firstRange(of: date.source.string) != nil }
    return sentence?.words.contains { word in
      ["tenu", "déroul", "réuni", "rassembl", "accueil", "organis"].contains {
        word.lowercased.hasPrefix($0)
      } || word.lowercased == "lieu"
    } ?? false
  }
}
