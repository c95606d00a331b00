import Diagnostics
import FrontMatter
import Markup
import SiteModel

/// Writes the Markdown of an issue: citations, people and its box linked, headings in capitals
/// restored.
struct IssueWriter: Sendable {
  let index: CitationIndex
  let forms: WordForms
  /// Finds everybody who has a record, in every spelling.
  let mentions: MentionFinder
  /// The heading of the only box.
  let boxHeading: TracedText?
  let path: String

  /// The Markdown of blocks; nil when there are none.
  func write(
    _ blocks: [IssueBlock],
    counting work: inout WorkCount
  ) -> Diagnosed<TracedText?> {
    var body = BodyWriter(path: path)
    var diagnostics: [Diagnostic] = []
    var mentions = mentions
    func prose(_ text: TracedText) -> TracedText {
      work.add(text.count)
      let linked = linkProse(text, &mentions, &work)
      diagnostics += linked.diagnostics
      return linked.value
    }
    for block in blocks {
      switch block {
      case .heading(let level, let text):
        mentions.beginSection()
        body.heading(level, markdown(fromMarkdown: heading(text)))
      case .paragraph(let text): body.paragraph(prose(text))
      case .item(let text, let depth): body.item(prose(text), depth: depth)
      case .separator(let text):
        var rule = TracedText(path: path)
        rule.append("---", from: text.place(at: 0))
        body.paragraph(rule)
      }
    }
    work.add(mentions.work.steps)
    return Diagnosed(body.finished, diagnostics)
  }

  private func heading(_ text: TracedText) -> TracedText { forms.restore(withoutEmptyLinks(text)) }

  /// A paragraph with its links; citations first, no link stands inside another.
  private func linkProse(
    _ printed: TracedText,
    _ mentions: inout MentionFinder,
    _ work: inout WorkCount
  ) -> Diagnosed<TracedText> {
    let text = withoutEmptyLinks(printed)
    let citations = linkCitations(text, index: index, counting: &work)
    var links = citations.value
    let taken = TakenRanges(linkRanges(in: text) + links.map(\.range))
    for range in boxHeading == nil ? [] : boxReferences(in: text)
    where !taken.overlaps(range, counting: &work) {
      links.append(LinkInsertion(range: range, opening: "[", closing: "](#\(boxAnchor))"))
    }
    let all = TakenRanges(linkRanges(in: text) + links.map(\.range))
    links += mentions.links(in: text, outside: all)
    let insertions = links.sorted { $0.range.lowerBound < $1.range.lowerBound }.flatMap(
      \.insertions
    )
    return Diagnosed(markdown(fromMarkdown: text, insertions: insertions), citations.diagnostics)
  }

  /// The identifier that the heading of the box gets on the page.
  private var boxAnchor: String {
    boxHeading.map { slugify(plainText(heading($0)).string) } ?? ""
  }
}

extension IssueAxis {
  /// The draft of the axis; citations of its text are linked, and reported with the issue.
  func draft(_ writer: IssueWriter, counting work: inout WorkCount) -> Draft {
    var fields = FieldBuilder(at: source)
    fields.add("number", number)
    fields.add("title", title)
    if let lead { fields.add("lead", Spanned(lead.slug.text, at: lead.name.span)) }
    fields.add(
      "members",
      members.map { member in
        var entry = FieldBuilder(at: member.source.span)
        entry.add("person", Spanned(member.name.slug.text, at: member.name.name.span))
        entry.add("function", member.function)
        return entry.value
      }
    )
    let body = writer.write(text.map { .paragraph($0) }, counting: &work).value
    return Draft(
      EntityID(.axis, slug),
      fields: fields.mapping,
      body: body?.composed(),
      source: source
    )
  }
}
