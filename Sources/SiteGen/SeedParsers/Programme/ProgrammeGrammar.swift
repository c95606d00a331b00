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

extension ProgrammeSession {
  /// A line of names alone below the heading names speakers where other sessions say who they are.
  fileprivate mutating func takeKnownPeople(_ known: Set<Slug>) -> [Diagnostic] {
    guard speakers.isEmpty, let first = presentation.first?.text, first.count <= 250,
      let names = splitNames(first) ?? (readPersonName(first) != nil ? [first] : nil),
      names.allSatisfy({ readPersonName($0).map { known.contains($0.slug) } ?? false })
    else { return [] }
    presentation.removeFirst()
    let read = readSpeakers(first, isItem: false)
    speakers = read.value
    return read.diagnostics
  }
}

/// Reads sessions: a heading, then title, date, presentation and people in any order, with labels
/// or without.
///
/// What stands before the first heading and the closing lines at the end are of the series. A
/// session without speakers is kept.
func readProgramme(_ seed: PlainSeed, counting work: inout WorkCount) -> Diagnosed<Programme> {
  let blocks = seed.blocks.flatMap { splitSessionLines($0, habits: seed.habits) }
  // Where no line is called a session, the lines that begin with a day are the headings.
  let isDated =
    !blocks.contains { !$0.isItem && readSessionHeading($0.text) != nil }
    && blocks.count { !$0.isItem && readDatedHeading($0.text) != nil } > 1
  let nobody = SpeakerList(seed.habits, adjoining: adjoiningLines(seed.lines))
  let years = SeasonYears(blocks)
  var reader = ProgrammeReader(nobody, isDated: isDated, years: years)
  for block in blocks {
    work.add()
    reader.read(block)
  }
  reader.closeSession()
  var programme = reader.programme
  var diagnostics = reader.diagnostics
  let speakers = programme.sessions.flatMap(\.speakers).filter { !$0.isDoubtful }
  let known = Set(speakers.map(\.person.name.slug))
  for index in programme.sessions.indices {
    diagnostics += programme.sessions[index].takeKnownPeople(known)
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

/// Gives each block its part, from the parts before it.
private struct ProgrammeReader {
  var programme = Programme()
  var diagnostics: [Diagnostic] = []
  /// A list that names nobody yet.
  private let nobody: SpeakerList
  private var people: SpeakerList
  /// What stands between the heading of a session and its first text or list.
  private var isInHead = false
  /// Closing lines since the heading of the session at hand.
  private var closing: [SessionPassage] = []

  private let isDated: Bool

  private let years: SeasonYears?

  init(_ nobody: SpeakerList, isDated: Bool, years: SeasonYears?) {
    self.years = years
    self.nobody = nobody
    self.isDated = isDated
    people = nobody
  }

  mutating func read(_ block: SeedBlock) {
    let read = isDated ? readDatedHeading(block.text) : readSessionHeading(block.text, in: years)
    if !block.isItem, let heading = read, !isTitle(heading) {
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
    people = nobody
    programme.series += closing
    closing = []
  }

  /// Date and title on lines of their own.
  private mutating func takeHead(_ block: SeedBlock, of index: Int) -> Bool {
    if programme.sessions[index].heading.takeDateLine(block.text, in: years) { return true }
    // The day before it was put off.
    if isDateLine(block.text) {
      let passage = SessionPassage(text: block.text, isItem: false)
      programme.sessions[index].presentation.append(passage)
      return true
    }
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
    if !people.isOpen, programme.sessions.last?.presentation.isEmpty ?? false,
      people.speakers.isEmpty, namesOnlyPeople(text)
    {
      people.begin(.speaker, text[0..<0])
    }
    guard people.isOpen else { return false }
    if takeStatus(text, of: programme.sessions.count - 1) { return true }
    return people.take(block)
  }

  /// Whether a line below the heading is nothing but people, so that it needs no label.
  private func namesOnlyPeople(_ text: TracedText) -> Bool {
    guard text.count <= 250, !text.hasSuffix("."), !text.hasSuffix("?") else { return false }
    let entries = splitRow(withoutArticles(text)).flatMap { splitJoinedPersons($0) }
      .flatMap { splitNames($0) ?? [$0] }
    return entries.allSatisfy { readNamedPerson($0).map(isSurelyPerson) ?? false }
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
