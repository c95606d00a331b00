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
  for part in report.parts {
    switch part {
    case .talk(let number, let people, let title):
      mentions.beginSection()
      body.heading(2, talkHeading(number, people: people, title: title))
      // The heading stays plain text; names become links in the line of functions below it.
      if !people.isEmpty { body.paragraph(prose(title, &mentions)) }
    case .heading(let text): body.heading(3, markdown(fromPlain: text))
    case .questions(let text): body.heading(3, markdown(fromPlain: text))
    case .question(let text): body.heading(4, prose(text, &mentions))
    case .paragraph(let text): body.paragraph(prose(text, &mentions))
    case .item(let text, let depth): body.item(prose(text, &mentions), depth: depth)
    }
  }
  work.add(mentions.work.steps)
  for note in notes { body.footnote(note.number, markdown(fromPlain: note.text)) }
  return body.finished
}

/// `2. Anne Durand et Luc Petit`: the number and the names, or the title when nobody is named.
///
/// Markdown; after `##` a number begins no list, so that it needs no backslash.
private func talkHeading(
  _ number: TracedText,
  people: [NamedPerson],
  title: TracedText
) -> TracedText {
  var heading = number
  heading.append(". ", from: title.place(at: 0))
  guard !people.isEmpty else {
    heading.append(markdown(fromPlain: title))
    return heading
  }
  for (index, person) in people.enumerated() {
    if index > 0 {
      let joint = index == people.count - 1 ? " et " : ", "
      heading.append(joint, from: person.name.name.place(at: 0))
    }
    heading.append(markdown(fromPlain: person.name.name))
  }
  return heading
}
