/// The body of an event: `##` a section, `###` a short title that began its paragraph.
func writeEvent(
  _ report: EventReport,
  people: [PersonName],
  notes: [Footnote],
  path: String,
  counting work: inout WorkCount
) -> TracedText? {
  var body = BodyWriter(path: path)
  var mentions = MentionFinder(people)
  let numbers = Set(notes.map(\.number))
  func prose(_ text: TracedText, _ mentions: inout MentionFinder) -> TracedText {
    let insertions = mentions.mentions(in: text) + noteInsertions(in: text, notes: numbers)
    return markdown(fromPlain: text, insertions: insertions.sorted { $0.offset < $1.offset })
  }
  for section in report.sections {
    mentions.beginSection()
    if let heading = section.heading { body.heading(2, markdown(fromPlain: heading)) }
    for part in section.parts {
      switch part {
      case .paragraph(let text): body.paragraph(prose(text, &mentions))
      case .item(let text, let depth): body.item(prose(text, &mentions), depth: depth)
      case .runIn(let title, let rest):
        body.heading(3, markdown(fromPlain: title))
        body.paragraph(prose(rest, &mentions))
      }
    }
  }
  work.add(mentions.work.steps)
  for note in notes { body.footnote(note.number, markdown(fromPlain: note.text)) }
  return body.finished
}
