public import Diagnostics
public import FrontMatter
public import SiteModel

/// The programme of a series of sessions: dates, presentations, speakers with their functions.
///
/// Manifest: `series: {slug, title}`, the title being descriptive where the text names none.
public struct ProgrammeSeed: SeedParser {
  /// `programme`.
  public static let kind = "programme"

  private let series: Spanned<Slug>?
  private let title: Spanned<String>?

  /// Reads the series from the manifest.
  public init(reading record: inout FieldReader) {
    guard case .mapping(let mapping)? = record.value("series") else {
      record.report(wrong: "series", form: "a record with `slug` and `title`", at: record.span)
      (series, title) = (nil, nil)
      return
    }
    var inner = FieldReader(mapping, of: "series")
    series = readSlug("slug", from: &inner)
    title = inner.requiredText("title")
    record.absorb(inner)
  }

  /// A series, its sessions and their speakers.
  public func draft(
    _ file: SourceFile,
    counting work: inout WorkCount
  ) -> Diagnosed<[Draft]> {
    let seed = PlainSeed(file, counting: &work)
    let parts = readProgramme(seed, counting: &work)
    guard !parts.value.isEmpty else {
      return Diagnosed([], parts.diagnostics + [seed.nothingRecognised("session")])
    }
    var drafts: [Draft] = []
    var people = PersonCollector()
    if let series, let title {
      var fields = FieldBuilder(at: title.span)
      fields.add("title", title)
      drafts.append(
        Draft(EntityID(.series, series.value), fields: fields.mapping, body: nil, source: file.span)
      )
    }
    for session in parts.value {
      if let series { drafts += session.draft(in: series).map { [$0] } ?? [] }
      let date = session.heading.date.map {
        Spanned($0.isoText, at: (session.heading.printedDate ?? session.heading.source).span)
      }
      people.add(session.speakers, asOf: date)
    }
    work.add(people.work.steps)
    return Diagnosed(drafts + people.drafts(), seed.doubts + parts.diagnostics)
  }
}

/// A slug that must be there and well formed (`FLD001`, `FLD003`).
func readSlug(_ key: String, from reader: inout FieldReader) -> Spanned<Slug>? {
  let text = reader.requiredText(key)
  guard !text.value.isEmpty else { return nil }
  guard let slug = Slug(text.value) else {
    reader.report(wrong: key, form: "lower-case letters, digits and hyphens", at: text.span)
    return nil
  }
  return Spanned(slug, at: text.span)
}

extension ProgrammeSession {
  fileprivate func draft(in series: Spanned<Slug>) -> Draft? {
    guard let slug = Slug("\(series.value.text)/\(heading.number.string)") else { return nil }
    var fields = FieldBuilder(at: source)
    fields.add("series", Spanned(series.value.text, at: series.span))
    fields.add("number", heading.number)
    fields.add("title", heading.title)
    if let date = heading.date, let printed = heading.printedDate {
      fields.add("date", Spanned(date.isoText, at: printed.span))
      fields.add("printed-date", printed)
    }
    if let status { fields.add("status", status.field) }
    fields.add("speakers", speakers.map(\.field))
    var body = BodyWriter(path: source.path)
    for paragraph in presentation { body.paragraph(markdown(fromPlain: paragraph)) }
    fields.add("presentation", body.text)
    return Draft(EntityID(.session, slug), fields: fields.mapping, body: nil, source: source)
  }
}
