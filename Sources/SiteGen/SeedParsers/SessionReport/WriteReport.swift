/// The body of a report: `##` a talk, `###` its parts, `####` a question before its answer.
func writeReport(
  _ report: SessionReport,
  notes: [Footnote],
  path: String,
  counting work: inout WorkCount
) -> TracedText? {
  var body = BodyWriter(path: path)
  var mentions = MentionFinder(report.speakers.map(\.person.name))
  let numbers = Set(notes.map(\.number))
  func prose(_ text: TracedText, _ mentions: inout MentionFinder) -> TracedText {
    let insertions = mentions.mentions(in: text) + noteInsertions(in: text, notes: numbers)
    return markdown(fromPlain: text, insertions: insertions.sorted { $0.offset < $1.offset })
  }
  var isClosing = false
  for part in report.parts {
    switch part {
    case .talk(let talk):
      mentions.beginSection()
      body.heading(2, talkHeading(talk))
      // The heading stays plain text; names become links in the line of functions below it.
      if talk.people.contains(where: { $0.function != nil || $0.topic != nil }) || saysMore(talk) {
        body.paragraph(prose(talk.printedPeople, &mentions))
      }
    case .heading(let text): body.heading(3, markdown(fromPlain: text))
    case .questions(let text): body.heading(3, markdown(fromPlain: text))
    case .question(let text): body.heading(4, prose(text, &mentions))
    case .paragraph(let text): body.paragraph(prose(text, &mentions))
    case .item(let text, let depth): body.item(prose(text, &mentions), depth: depth)
    case .closing(let text):
      if !isClosing { body.separator(from: text) }
      body.paragraph(prose(text, &mentions))
    }
    if case .closing = part { isClosing = true } else { isClosing = false }
  }
  work.add(mentions.work.steps)
  for note in notes { body.footnote(note.number, markdown(fromPlain: note.text)) }
  return body.finished
}

/// Whether the line names more than those who are taken for its people.
private func saysMore(_ talk: Talk) -> Bool {
  let named = talk.people.map { $0.name.name.wordRanges.count }.reduce(0, +)
  return !talk.people.isEmpty && talk.printedPeople.wordRanges.count > named + talk.people.count
}

/// `2. Anne Durand et Luc Petit : « Title »`: the number, the names, the title.
///
/// Markdown; after `##` a number begins no list, so that it needs no backslash.
private func talkHeading(_ talk: Talk) -> TracedText {
  var heading = TracedText(path: talk.printedPeople.path)
  if let number = talk.number {
    heading.append(number)
    heading.append(". ", from: number.place(at: number.count))
  }
  for (index, person) in talk.people.enumerated() {
    if index > 0 {
      let joint = index == talk.people.count - 1 ? " et " : ", "
      heading.append(joint, from: person.name.name.place(at: 0))
    }
    heading.append(markdown(fromPlain: person.name.name))
  }
  guard let title = talk.title else { return heading }
  if !talk.people.isEmpty { heading.append(" : ", from: title.place(at: 0)) }
  heading.append(markdown(fromPlain: title))
  return heading
}
