import Diagnostics
import FrontMatter
import SiteModel

extension Inspection {
  /// Axes, sessions, events and references, each kind in the order of the texts.
  mutating func addRecords(_ documents: [Document]) {
    organisations = records(.organisation, documents)
    glossary = records(.term, documents)
    axes = records(.axis, documents)
    sessions = records(.session, documents)
    events = records(.event, documents)
    references = records(.reference, documents)
  }

  private func records(_ kind: EntityKind, _ documents: [Document]) -> [InspectedRecord] {
    documents.filter { $0.id.kind == kind }.map(record).sorted {
      places.precedes($0.span, $1.span)
    }
  }

  /// A document with the place where its name stands.
  func record(_ document: Document) -> InspectedRecord {
    let named =
      document.fields.scalar("name") ?? document.fields.scalar("title")
      ?? document.fields.scalar("acronym")
    let source = document.sources.first ?? document.fields.span
    return InspectedRecord(
      id: document.id.slug.text,
      fields: document.fields,
      span: document.id.kind == .reference ? source : named?.span ?? source,
      text: document.body.map { String(decoding: $0.bytes, as: UTF8.self) } ?? "",
      sections: document.body.map(sections) ?? []
    )
  }

  /// The headings of a body that a seed parser wrote, each with its text, notes left out.
  private func sections(of body: ComposedText) -> [InspectedSection] {
    var sections: [InspectedSection] = []
    var open: (level: Int, span: SourceSpan)?
    var text: [Substring.UTF8View.Element] = []
    func close() {
      guard let heading = open else { return }
      let words = String(decoding: text, as: UTF8.self)
      let trimmed = words.drop(while: \.isWhitespace)
      sections.append(
        InspectedSection(
          level: heading.level,
          title: places.printed(heading.span),
          span: heading.span,
          text: String(trimmed.reversed().drop(while: \.isWhitespace).reversed())
        )
      )
    }
    var start = 0
    for line in body.bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      // What follows a break belongs to no heading.
      if line.elementsEqual("***".utf8) {
        close()
        open = nil
      }
      let level = line.prefix { $0 == UInt8(ascii: "#") }.count
      if level > 0 || line.starts(with: "[^".utf8) {
        close()
        let range = start + level..<start + line.count
        open = level > 0 ? (level, body.map.span(of: range)) : nil
        text = []
      } else if open != nil {
        text += line + [UInt8(ascii: "\n")]
      }
      start += line.count + 1
    }
    close()
    return sections
  }
}
