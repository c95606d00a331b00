import Diagnostics
import SiteModel

/// A report as its grammar sees it.
struct SessionReport: Sendable {
  /// A block of the body, with the part it plays.
  enum Part: Sendable {
    case talk(Talk)
    case heading(TracedText)
    case questions(TracedText)
    case question(TracedText)
    case paragraph(TracedText)
    case item(TracedText, depth: Int)
    /// The next session, who has written the report: none of a talk's.
    case closing(TracedText)
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
  let blocks = seed.blocks.flatMap { splitSessionLines($0, habits: seed.habits) }
  guard let start = blocks.firstIndex(where: { readSessionHeading($0.text) != nil }),
    let heading = readSessionHeading(blocks[start].text, in: SeasonYears(blocks))
  else { return Diagnosed(nil) }
  for block in blocks[..<start] where !namesGenre(block.text) {
    diagnostics.append(.unplaced(block.text, .note, as: "what stands before the session"))
  }
  let marks = TurnMarks(seed.blocks)
  var reader = ReportReader(
    SessionReport(heading: heading),
    marks: marks,
    years: SeasonYears(blocks),
    people: SpeakerList(seed.habits, adjoining: adjoiningLines(seed.lines)),
    habits: seed.habits
  )
  for block in blocks[(start + 1)...] {
    work.add()
    reader.read(block)
  }
  var report = reader.report
  report.speakers = reader.people.speakers
  let certain = report.speakers.filter { !$0.isDoubtful }.map(\.person.name.slug)
  let settled = withoutDoubtful(report.speakers, known: Set(certain))
  report.speakers = settled.value
  return Diagnosed(report, diagnostics + reader.people.diagnostics + settled.diagnostics)
}

/// Gives each block its part, from the parts before it.
private struct ReportReader {
  var report: SessionReport
  private(set) var people: SpeakerList
  private let marks: TurnMarks
  private let habits: TextHabits
  private var talks = TalkReader()
  private var isAsking = false
  private var lastWasQuestion = false
  /// Whether questions and answers are the items of a list.
  private var asksInItems = false

  private let years: SeasonYears?

  init(
    _ report: SessionReport,
    marks: TurnMarks,
    years: SeasonYears?,
    people: SpeakerList,
    habits: TextHabits
  ) {
    self.years = years
    self.report = report
    self.marks = marks
    self.habits = habits
    self.people = people
  }

  mutating func read(_ block: SeedBlock) {
    for part in marks.cut(block, speakers: isAsking ? talks.listed : [], habits: habits) {
      readPart(part)
    }
  }

  private mutating func readPart(_ block: SeedBlock) {
    if isAsking || marks.areUsed, let turns = marks.turns(of: block) { return take(turns) }
    let wasQuestion = lastWasQuestion
    lastWasQuestion = false
    if isInFront, takeHead(block) { return }
    people.close()
    if !wasQuestion, let talk = talks.read(block, isAnswer: isAsking), !asks(talk, in: block) {
      take(talk)
    } else if let found = readSessionLabel(block.text), found.label == .questions {
      report.parts.append(.questions(block.text.trimmed { ":#*_".unicodeScalars.contains($0) }))
      (isAsking, asksInItems) = (true, false)
    } else if isClosingLine(block.text), !block.isItem {
      report.parts.append(.closing(block.text))
      isAsking = false
    } else {
      report.parts.append(prose(block, afterQuestion: wasQuestion))
    }
  }

  /// Whether nothing but prose has come yet, or a line on who wrote the report.
  private var isInFront: Bool {
    report.parts.allSatisfy { part in
      switch part {
      case .paragraph, .closing: !isAsking
      default: false
      }
    }
  }

  /// What stands before the first talk: date, title, people.
  private mutating func takeHead(_ block: SeedBlock) -> Bool {
    if !block.isItem, !people.mayBeNumbered, talks.isTalk(block) { return false }
    if people.take(block) {
      noteListed()
      return true
    }
    guard !block.isItem else { return false }
    if report.heading.takeDateLine(block.text, in: years) || namesGenre(block.text) { return true }
    if announcesRole(block.text) {
      people.takeLine(block.text)
      noteListed()
      return true
    }
    if case .people(let role)? = readSessionLabel(block.text)?.label {
      people.begin(role, readSessionLabel(block.text)?.rest ?? block.text)
      noteListed()
      return true
    }
    return report.parts.isEmpty && readSessionLabel(block.text) == nil && people.speakers.isEmpty
      && report.heading.takeTitleLine(block)
  }

  private mutating func noteListed() { talks.listed = people.listed }

  /// A numbered line of a discussion that asks something is a question, whoever is named in it.
  private func asks(_ talk: Talk, in block: SeedBlock) -> Bool {
    isAsking && block.text.hasSuffix("?") && talk.title.map { !isSurelyTitle($0) } ?? true
  }

  private func isSurelyTitle(_ title: TracedText) -> Bool {
    title.scalars.first?.scalar.isQuote == true
  }

  /// People who are not listed are noted as speakers.
  private mutating func take(_ talk: Talk) {
    report.parts.append(.talk(talk))
    for person in talk.people where talks.listed.insert(person.name.slug).inserted {
      people.add(person)
    }
    isAsking = false
  }

  private mutating func take(_ turns: [Turn]) {
    people.close()
    isAsking = true
    for turn in turns {
      report.parts.append(
        turn.isQuestion ? .question(turn.block.text) : .paragraph(turn.block.text)
      )
      lastWasQuestion = turn.isQuestion
    }
  }

  private mutating func prose(_ block: SeedBlock, afterQuestion: Bool) -> SessionReport.Part {
    if isAsking, !afterQuestion, let question = question(in: block) {
      lastWasQuestion = true
      asksInItems = block.isItem
      return .question(question)
    }
    if case .item(let depth) = block.kind {
      return isAsking && asksInItems ? .paragraph(block.text) : .item(block.text, depth: depth)
    }
    // An answer may ask as well.
    guard !afterQuestion, isHeadline(block, habits: habits), !isAsking || !block.text.hasSuffix("?")
    else { return .paragraph(block.text) }
    return .heading(block.text)
  }

  /// A paragraph or an item that asks something, without its number.
  private func question(in block: SeedBlock) -> TracedText? {
    let text = block.text.trimmed { "#*_".unicodeScalars.contains($0) }
    guard text.count <= 600 else { return nil }
    if isAskedFromAudience(text) { return text }
    guard !marks.areUsed, text.hasSuffix("?") || text.hasSuffix("? »") else { return nil }
    let digits = text.scalars.prefix { $0.isDigit }.count
    let mark = text.scalar(at: digits)
    guard (1...2).contains(digits), mark == "." || mark == ")" else { return text }
    return text[digits + 1..<text.count].trimmed
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
