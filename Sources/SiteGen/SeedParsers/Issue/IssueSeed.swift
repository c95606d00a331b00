public import Diagnostics
public import FrontMatter
import SiteModel

/// An issue of the collection: an article with authors, axes and references, in Markdown.
///
/// Manifest: `number` and `date`, which the text does not print.
public struct IssueSeed: SeedParser {
  /// `issue`.
  public static let kind = "issue"

  private let number: Spanned<String>
  private let date: Spanned<PartialDate>?

  /// Reads number and date from the manifest.
  public init(reading record: inout FieldReader) {
    number = record.requiredText("number")
    date = readDate("date", from: &record)
  }

  /// The issue, then its axes, people and references.
  public func read(_ file: SourceFile, counting work: inout WorkCount) -> SeedReading {
    let issue = readIssue(file, counting: &work)
    return SeedReading(draft(issue, from: file, counting: &work), prose: issue.value.parts.naming)
  }

  private func draft(
    _ issue: Diagnosed<PrintedIssue>,
    from file: SourceFile,
    counting work: inout WorkCount
  ) -> Diagnosed<[Draft]> {
    let (read, lines, habits) = (issue.value.parts, issue.value.lines, issue.value.habits)
    guard let title = issue.value.hasShape ? read.title : nil,
      let slug = Slug(folding: number.value)
    else {
      let summary = file.bytes.isEmpty ? "the text is empty" : "no title of an issue in this text"
      let diagnostic = Diagnostic(
        SeedDiagnostics.nothingRecognised,
        .error,
        at: issue.value.opening,
        summary
      )
      return Diagnosed([], read.title == nil || !issue.value.hasShape ? [diagnostic] : [])
    }
    let keyed = keyReferences(read.references, lines: lines, habits: habits)
    let axes = readAxes(read.body, counting: &work)
    let people = collectPeople(read, axes: axes.value, counting: &work)
    let text = IssueText(
      parts: read,
      title: title,
      axes: axes.value,
      references: keyed.value.lists,
      writer: IssueWriter(
        index: CitationIndex(keyed.value.works),
        forms: WordForms(lines),
        mentions: MentionFinder(people.spellings),
        boxHeading: read.boxHeading,
        path: file.path
      )
    )
    let draft = draftIssue(slug, text: text, source: file.span, counting: &work)
    let drafts =
      [draft.value] + axes.value.map { $0.draft(text.writer, counting: &work) } + people.drafts()
      + keyed.value.works.map(\.draft)
    return Diagnosed(
      drafts,
      issue.diagnostics + axes.diagnostics + keyed.diagnostics + draft.diagnostics
        + findUnclosedBrackets(in: read.bracketed)
    )
  }

  private func draftIssue(
    _ slug: Slug,
    text: IssueText,
    source: SourceSpan,
    counting work: inout WorkCount
  ) -> Diagnosed<Draft> {
    let parts = text.parts
    let blocks = repairHeadingLevels(parts.body, counting: &work)
    let body = text.writer.write(blocks, counting: &work)
    let abstract = text.writer.write(parts.abstract, counting: &work)
    var fields = FieldBuilder(at: source)
    fields.add("number", number)
    fields.add("title", plainText(text.title))
    fields.add("subtitle", parts.subtitle.map(plainText))
    if let date { fields.add("date", date.map(\.isoText)) }
    let affiliations = Dictionary(parts.affiliations.map { ($0.number, $0.text) }) { first, _ in
      first
    }
    fields.add("authors", parts.authors.map { authorField($0, affiliations: affiliations) })
    fields.add("abstract", abstract.value?.trimmed)
    fields.add("axes", text.axes.map { .slug($0.slug, at: $0.title.span) })
    fields.add(
      "references",
      text.references.map { referenceListField($0, forms: text.writer.forms) }
    )
    let draft = Draft(
      EntityID(.issue, slug),
      fields: fields.mapping,
      body: body.value?.composed(),
      source: source
    )
    return Diagnosed(draft, abstract.diagnostics + body.diagnostics)
  }

  /// Authors, then members and leads of the axes; nobody who is merely mentioned.
  private func collectPeople(
    _ parts: IssueParts,
    axes: [IssueAxis],
    counting work: inout WorkCount
  ) -> PersonCollector {
    let asOf = date.map { date in date.map(\.isoText) }
    var people = PersonCollector()
    for author in parts.authors {
      people.add(author.name, function: nil, source: author.source.span)
    }
    for axis in axes {
      if let lead = axis.lead {
        people.add(lead, function: nil, source: lead.name.span)
        for function in axis.leadFunctions {
          people.add(lead, function: function, asOf: asOf, source: lead.name.span)
        }
      }
      for member in axis.members {
        people.add(
          member.name,
          function: member.function,
          asOf: asOf,
          source: member.source.span
        )
      }
    }
    noteFunctions(of: &people, in: parts.body, asOf: asOf, counting: &work)
    work.add(people.work.steps)
    return people
  }
}

/// An issue read, with what its body and its fields are written from.
private struct IssueText {
  let parts: IssueParts
  let title: TracedText
  let axes: [IssueAxis]
  let references: [KeyedReferenceList]
  let writer: IssueWriter
}

private func authorField(
  _ author: IssueParts.Author,
  affiliations: [String: TracedText]
) -> FieldValue {
  var entry = FieldBuilder(at: author.source.span)
  entry.add("person", Spanned(author.name.slug.text, at: author.name.name.span))
  let texts = author.numbers.flatMap { number in
    // « ¹² » is the twelfth where there are so many, else the first and the second.
    affiliations[number].map { [$0] } ?? number.compactMap { affiliations[String($0)] }
  }
  let all = texts + (author.affiliation.map { [$0] } ?? [])
  entry.add("affiliations", all.map { .text($0) })
  return entry.value
}

private func referenceListField(_ list: KeyedReferenceList, forms: WordForms) -> FieldValue {
  var entry = FieldBuilder(at: list.heading.span)
  entry.add("title", plainText(forms.restore(list.heading)))
  entry.add("items", list.items.map { .slug($0.slug, at: $0.place) })
  return entry.value
}
