import Diagnostics
import SiteModel

/// A programme as its grammar sees it.
struct Programme: Sendable {
  var sessions: [ProgrammeSession] = []
  /// What is said of the whole series: where it meets, whom to ask.
  var series: [SessionPassage] = []
}

/// A paragraph or an item of what a programme says.
struct SessionPassage: Sendable {
  let text: TracedText
  let isItem: Bool
}

/// One session of a programme.
struct ProgrammeSession: Sendable {
  var heading: SessionHeading
  /// The number printed, or the place in the order of the programme.
  let number: Int
  var presentation: [SessionPassage] = []
  var speakers: [SessionSpeaker] = []
  var status: SessionStatus?
  var source: SourceSpan

  init(_ heading: SessionHeading, number: Int) {
    self.heading = heading
    self.number = number
    status = heading.status
    source = heading.source.span
  }

  /// The session reaches to the end of a passage.
  mutating func take(_ text: TracedText) {
    let end = max(source.range.upperBound, text.span.range.upperBound)
    source = SourceSpan(path: source.path, range: source.range.lowerBound..<end)
  }
}

/// Reads sessions: a heading, then title, date, presentation and people in any order, with labels
/// or without.
///
/// What stands before the first heading and the closing lines at the end are of the series. A
/// session without speakers is kept.
func readProgramme(_ seed: PlainSeed, counting work: inout WorkCount) -> Diagnosed<Programme> {
  var reader = ProgrammeReader(seed.habits)
  for block in seed.blocks {
    work.add()
    for part in splitHeadingLine(block, habits: seed.habits) { reader.read(part) }
  }
  reader.closeSession()
  var programme = reader.programme
  var diagnostics = reader.diagnostics
  let speakers = programme.sessions.flatMap(\.speakers).filter { !$0.isDoubtful }
  let known = Set(speakers.map(\.person.name.slug))
  for index in programme.sessions.indices {
    let settled = withoutDoubtful(programme.sessions[index].speakers, known: known)
    programme.sessions[index].speakers = settled.value
    diagnostics += settled.diagnostics
  }
  for session in programme.sessions where session.heading.date == nil {
    let summary = "no date in the heading of this session"
    let span = session.heading.source.span
    diagnostics.append(Diagnostic(SeedDiagnostics.missingPart, .warning, at: span, summary))
  }
  return Diagnosed(programme, diagnostics)
}

/// A block whose first line is a whole heading with its date is cut there: the title stands below.
func splitHeadingLine(_ block: SeedBlock, habits: TextHabits) -> [SeedBlock] {
  guard block.kind == .paragraph, block.lines.count > 1, let first = block.lines.first?.text,
    !endsOpen(first), !hasOpenBracket(first), let heading = readSessionHeading(first),
    heading.title.isEmpty, startsLikeSentence(block.lines[1].text)
  else { return [block] }
  var rest = TracedText(path: first.path)
  for line in block.lines.dropFirst() { habits.join(line.text.withSingleSpaces, to: &rest) }
  return [
    SeedBlock(kind: .paragraph, text: first.withSingleSpaces, lines: [block.lines[0]]),
    SeedBlock(kind: .paragraph, text: rest, lines: Array(block.lines.dropFirst())),
  ]
}

/// Gives each block its part, from the parts before it.
private struct ProgrammeReader {
  var programme = Programme()
  var diagnostics: [Diagnostic] = []
  private let habits: TextHabits
  private var people: SpeakerList
  /// What stands between the heading of a session and its first text or list.
  private var isInHead = false
  /// Closing lines since the heading of the session at hand.
  private var closing: [SessionPassage] = []

  init(_ habits: TextHabits) {
    self.habits = habits
    people = SpeakerList(habits)
  }

  mutating func read(_ block: SeedBlock) {
    if !block.isItem, let heading = readSessionHeading(block.text), !isTitle(heading) {
      open(heading)
      return
    }
    let last = programme.sessions.count - 1
    let passage = SessionPassage(text: block.text, isItem: block.isItem)
    guard last >= 0 else {
      programme.series.append(passage)
      return
    }
    if !block.isItem, isClosingLine(block.text) {
      people.close()
      closing.append(passage)
      return
    }
    programme.sessions[last].take(block.text)
    if isInHead, !block.isItem, takeHead(block, of: last) { return }
    isInHead = false
    if takePeople(block) { return }
    takeText(passage, of: last)
  }

  /// « Séance de clôture » below « Séance 9 » is its title.
  private func isTitle(_ heading: SessionHeading) -> Bool {
    guard isInHead, heading.number == nil, heading.date == nil else { return false }
    return programme.sessions.last?.heading.title.isEmpty ?? false
  }

  private mutating func open(_ heading: SessionHeading) {
    let moved = closing
    closing = []
    closeSession()
    programme.series += moved.filter { _ in programme.sessions.isEmpty }
    if !programme.sessions.isEmpty {
      programme.sessions[programme.sessions.count - 1].presentation += moved
    }
    let number = heading.number ?? (programme.sessions.last?.number ?? 0) + 1
    programme.sessions.append(ProgrammeSession(heading, number: number))
    isInHead = true
  }

  /// Gives the session at hand its people; closing lines at the end are of the series.
  mutating func closeSession() {
    if let last = programme.sessions.indices.last {
      programme.sessions[last].speakers = people.speakers
    }
    diagnostics += people.diagnostics
    people = SpeakerList(habits)
    programme.series += closing
    closing = []
  }

  /// Date and title on lines of their own.
  private mutating func takeHead(_ block: SeedBlock, of index: Int) -> Bool {
    if programme.sessions[index].heading.takeDateLine(block.text) { return true }
    guard programme.sessions[index].heading.title.isEmpty,
      readSessionLabel(block.text) == nil, !announcesRole(block.text),
      SessionStatus(passage: block.text) == nil
    else { return false }
    return programme.sessions[index].heading.takeTitleLine(block)
  }

  private mutating func takePeople(_ block: SeedBlock) -> Bool {
    let text = block.text
    if !block.isItem, announcesRole(text) {
      people.takeLine(text)
      return true
    }
    if !block.isItem, let found = readSessionLabel(text) {
      people.close()
      switch found.label {
      case .people(let role):
        if !takeStatus(found.rest, of: programme.sessions.count - 1) {
          people.begin(role, found.rest)
        }
        return true
      case .presentation:
        let rest = SessionPassage(text: found.rest, isItem: false)
        if !rest.text.isEmpty { takeText(rest, of: programme.sessions.count - 1) }
        return true
      case .questions: return false
      }
    }
    guard people.isOpen else { return false }
    if takeStatus(text, of: programme.sessions.count - 1) { return true }
    return people.take(block)
  }

  private mutating func takeText(_ passage: SessionPassage, of index: Int) {
    people.close()
    if takeStatus(passage.text, of: index) { return }
    programme.sessions[index].presentation.append(passage)
  }

  /// Takes what a passage says became of the session; a session has one status, the first printed.
  private mutating func takeStatus(_ text: TracedText, of index: Int) -> Bool {
    guard programme.sessions[index].status == nil, let found = SessionStatus(passage: text),
      found.value != "announced" || text.count <= 60, readNamedPerson(text) == nil
    else { return false }
    programme.sessions[index].status = found
    if let date = found.date {
      programme.sessions[index].heading.printedDate = date.printed
      programme.sessions[index].heading.date = date.value
    }
    return true
  }
}
