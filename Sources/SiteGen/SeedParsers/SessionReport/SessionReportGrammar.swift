import Diagnostics
import SiteModel

/// A report as its grammar sees it.
struct SessionReport: Sendable {
  /// A block of the body, with the part it plays.
  enum Part: Sendable {
    /// `2. Anne Durand, directrice…, et Luc Petit, chercheur…`.
    case talk(number: TracedText, people: [NamedPerson], title: TracedText)
    case heading(TracedText)
    case questions(TracedText)
    case question(TracedText)
    case paragraph(TracedText)
    case item(TracedText, depth: Int)
  }

  var heading: SessionHeading
  var speakers: [SessionSpeaker] = []
  var parts: [Part] = []
}

/// Reads a report; nil without the heading of a session.
func readSessionReport(
  _ seed: PlainSeed,
  counting work: inout WorkCount
) -> Diagnosed<SessionReport?> {
  var diagnostics: [Diagnostic] = []
  guard let start = seed.blocks.firstIndex(where: { readSessionHeading($0.text) != nil }),
    let heading = readSessionHeading(seed.blocks[start].text)
  else { return Diagnosed(nil) }
  var reader = ReportReader(SessionReport(heading: heading), habits: seed.habits)
  for block in seed.blocks[..<start] {
    diagnostics.append(.unplaced(block.text, .note, as: "what stands before the session"))
  }
  for block in seed.blocks[(start + 1)...] {
    work.add()
    reader.read(block)
  }
  var report = reader.report
  let certain = report.speakers.filter { !$0.isDoubtful }.map(\.person.name.slug)
  let settled = withoutDoubtful(report.speakers, known: Set(certain))
  report.speakers = settled.value
  return Diagnosed(report, diagnostics + reader.diagnostics + settled.diagnostics)
}

/// Gives each block its part, from the parts before it.
private struct ReportReader {
  var report: SessionReport
  var diagnostics: [Diagnostic] = []
  private let habits: TextHabits
  /// Speakers noted.
  private var listed: Set<Slug> = []
  private var isListingSpeakers = false
  private var isAsking = false
  private var lastWasQuestion = false

  init(_ report: SessionReport, habits: TextHabits) {
    self.report = report
    self.habits = habits
  }

  mutating func read(_ block: SeedBlock) {
    let wasQuestion = lastWasQuestion
    lastWasQuestion = false
    if case .item(let depth) = block.kind {
      if isListingSpeakers {
        takeSpeakers(block.text, isItem: block.isItem)
      } else {
        report.parts.append(.item(block.text, depth: depth))
      }
    } else if report.parts.isEmpty, report.heading.takeDateLine(block.text) {
      return
    } else if report.parts.isEmpty, announcesRole(block.text) {
      takeSpeakers(block.text, isItem: block.isItem)
    } else if report.parts.isEmpty, !isListingSpeakers, let found = readSessionLabel(block.text),
      found.label == .speakers
    {
      isListingSpeakers = true
      let rest = readSessionLabel(block.text)?.rest
      if let rest, !rest.isEmpty { takeSpeakers(rest, isItem: false) }
    } else if let talk = readTalk(block.text) {
      report.parts.append(talk)
      isListingSpeakers = false
      isAsking = false
    } else if let found = readSessionLabel(block.text), found.label == .questions {
      report.parts.append(.questions(block.text.trimmed { $0 == ":" }))
      isListingSpeakers = false
      isAsking = true
    } else {
      isListingSpeakers = false
      report.parts.append(prose(block, afterQuestion: wasQuestion))
    }
  }

  private mutating func takeSpeakers(_ text: TracedText, isItem: Bool) {
    let speakers = readSpeakers(text, isItem: isItem)
    report.speakers += speakers.value
    for speaker in speakers.value { listed.insert(speaker.person.name.slug) }
    diagnostics += speakers.diagnostics
  }

  private mutating func prose(_ block: SeedBlock, afterQuestion: Bool) -> SessionReport.Part {
    let text = block.text
    if isAsking, !afterQuestion, text.hasSuffix("?"), text.count <= 400 {
      lastWasQuestion = true
      return .question(text)
    }
    return isHeadline(block, habits: habits) ? .heading(text) : .paragraph(text)
  }

  /// `N. Name, function, et Name, function`; people who are not listed are noted as speakers.
  private mutating func readTalk(_ text: TracedText) -> SessionReport.Part? {
    let digits = text.scalars.prefix { $0.scalar.isDigit }.count
    guard (1...2).contains(digits), let mark = text.scalar(at: digits), mark == "." || mark == ")",
      text.scalar(at: digits + 1)?.isSpace == true, text.count <= 500
    else { return nil }
    let title = text[digits + 2..<text.count].trimmed
    let people = splitJoinedPersons(title).compactMap(readNamedPerson).filter {
      listed.contains($0.name.slug) || isSurelyPerson($0)
    }
    guard !people.isEmpty else {
      let isShort = title.count <= 120 && !endsSentence(title)
      return isShort ? .talk(number: text[0..<digits], people: [], title: title) : nil
    }
    for person in people where listed.insert(person.name.slug).inserted {
      report.speakers.append(SessionSpeaker(person: person, role: .speaker))
    }
    return .talk(number: text[0..<digits], people: people, title: title)
  }
}

/// Whether a paragraph is a heading: short, in a line or two, without the mark of a sentence.
func isHeadline(_ block: SeedBlock, habits: TextHabits) -> Bool {
  block.kind == .paragraph && block.lines.count <= 3 && (3...140).contains(block.text.count)
    && startsLikeSentence(block.text) && !endsOpen(block.text)
    && block.lines.allSatisfy { Double($0.text.count) <= Double(habits.width) * 0.85 }
    && endsAsHeading(block.text)
}

private func endsAsHeading(_ text: TracedText) -> Bool {
  guard let last = text.scalars.last?.scalar else { return false }
  return !".:;,…»".unicodeScalars.contains(last) && text.firstIndex(where: \.isLetter) != nil
}
