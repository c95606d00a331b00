import Diagnostics
import SiteModel

/// One session of a programme.
struct ProgrammeSession: Sendable {
  var heading: SessionHeading
  var presentation: [TracedText] = []
  var speakers: [SessionSpeaker] = []
  var status: SessionStatus?
  var source: SourceSpan

  init(_ heading: SessionHeading) {
    self.heading = heading
    status = heading.status
    source = heading.source.span
  }

  /// The session reaches to the end of a passage.
  mutating func take(_ text: TracedText) {
    let end = max(source.range.upperBound, text.span.range.upperBound)
    source = SourceSpan(path: source.path, range: source.range.lowerBound..<end)
  }
}

/// Reads sessions: a heading, then « Présentation » and « Intervenants » in any order.
///
/// What stands before the first heading is the title of the document. A session without speakers
/// is kept.
func readProgramme(
  _ seed: PlainSeed,
  counting work: inout WorkCount
) -> Diagnosed<[ProgrammeSession]> {
  var sessions: [ProgrammeSession] = []
  var diagnostics: [Diagnostic] = []
  var part: SessionLabel?
  for block in seed.blocks {
    work.add()
    if !block.isItem, let heading = readSessionHeading(block.text) {
      sessions.append(ProgrammeSession(heading))
      part = nil
      continue
    }
    guard !sessions.isEmpty else { continue }
    var text = block.text
    sessions[sessions.count - 1].take(text)
    if part == nil, !block.isItem, sessions[sessions.count - 1].heading.takeDateLine(text) {
      continue
    }
    if !block.isItem, announcesRole(text) {
      diagnostics += sessions[sessions.count - 1].read(text, as: .speakers, isItem: false)
      continue
    }
    if !block.isItem, let found = readSessionLabel(text), found.label != .questions {
      part = found.label
      text = found.rest
    }
    if !text.isEmpty {
      diagnostics += sessions[sessions.count - 1].read(text, as: part, isItem: block.isItem)
    }
  }
  diagnostics += settleDoubts(about: &sessions)
  for session in sessions where session.heading.date == nil {
    let summary = "no date in the heading of this session"
    let span = session.heading.source.span
    diagnostics.append(Diagnostic(SeedDiagnostics.missingPart, .warning, at: span, summary))
  }
  return Diagnosed(sessions, diagnostics)
}

/// Takes firms out of the speakers; who is surely a person in one session is one in all.
private func settleDoubts(about sessions: inout [ProgrammeSession]) -> [Diagnostic] {
  let sure = sessions.flatMap(\.speakers).filter { !$0.isDoubtful }
  let known = Set(sure.map(\.person.name.slug))
  var diagnostics: [Diagnostic] = []
  for index in sessions.indices {
    let settled = withoutDoubtful(sessions[index].speakers, known: known)
    sessions[index].speakers = settled.value
    diagnostics += settled.diagnostics
  }
  return diagnostics
}

extension ProgrammeSession {
  /// Puts a passage where its label says.
  fileprivate mutating func read(_ text: TracedText, as part: SessionLabel?, isItem: Bool)
    -> [Diagnostic]
  {
    switch part {
    case .presentation:
      presentation.append(text)
      return []
    case .speakers:
      if text.count <= 60, takeStatus(text, "announced") { return [] }
      let read = readSpeakers(text, isItem: isItem)
      speakers += read.value
      return read.diagnostics
    case .questions, nil:
      if takeStatus(text, nil) { return [] }
      return [.unplaced(text, as: "this passage of the programme")]
    }
  }

  /// Takes what a passage says became of the session; a session has one status, the first printed.
  private mutating func takeStatus(_ text: TracedText, _ value: String?) -> Bool {
    guard status == nil, let found = SessionStatus(passage: text),
      value.map({ $0 == found.value }) ?? true, value == nil || readNamedPerson(text) == nil
    else { return false }
    status = found
    if let date = found.date { (heading.printedDate, heading.date) = (date.printed, date.value) }
    return true
  }
}
