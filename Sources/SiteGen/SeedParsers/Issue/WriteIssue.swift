import Diagnostics
import FrontMatter
import SiteModel

/// Markdown of the blocks of an issue, citations linked, headings in capitals restored.
func writeIssue(
  _ blocks: [IssueBlock],
  index: CitationIndex,
  forms: WordForms,
  path: String
) -> Diagnosed<TracedText?> {
  var body = BodyWriter(path: path)
  var diagnostics: [Diagnostic] = []
  func prose(_ text: TracedText) -> TracedText {
    let linked = linkCitations(withoutEmptyLinks(text), index: index)
    diagnostics += linked.diagnostics
    return linked.value
  }
  for block in blocks {
    switch block {
    case .heading(let level, let text):
      body.heading(level, markdown(fromMarkdown: forms.restore(withoutEmptyLinks(text))))
    case .paragraph(let text): body.paragraph(prose(text))
    case .item(let text, let depth): body.item(prose(text), depth: depth)
    case .separator(let text):
      var rule = TracedText(path: path)
      rule.append("---", from: text.place(at: 0))
      body.paragraph(rule)
    }
  }
  return Diagnosed(body.finished, diagnostics)
}

extension IssueAxis {
  /// The draft of the axis; citations of its text are linked, and reported with the issue.
  func draft(index: CitationIndex) -> Draft {
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
    var body = BodyWriter(path: source.path)
    for paragraph in text {
      body.paragraph(linkCitations(withoutEmptyLinks(paragraph), index: index).value)
    }
    return Draft(
      EntityID(.axis, slug),
      fields: fields.mapping,
      body: body.finished?.composed(),
      source: source
    )
  }
}
