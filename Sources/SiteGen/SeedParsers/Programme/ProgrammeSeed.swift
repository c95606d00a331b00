public import Diagnostics
public import FrontMatter
import Markup
import SiteModel

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
  public func read(_ file: SourceFile, counting work: inout WorkCount) -> SeedReading {
    let seed = PlainSeed(file, counting: &work)
    return SeedReading(draft(seed, counting: &work), prose: seed.prose)
  }

  private func draft(_ seed: PlainSeed, counting work: inout WorkCount) -> Diagnosed<[Draft]> {
    let parts = readProgramme(seed, counting: &work)
    guard !parts.value.sessions.isEmpty else {
      return Diagnosed([], parts.diagnostics + [seed.nothingRecognised("session")])
    }
    var drafts: [Draft] = []
    var people = PersonCollector()
    if let series, let title {
      drafts.append(seriesDraft(series, title, says: parts.value.series, in: seed.file))
    }
    let forms = WordForms(seed.lines)
    for session in parts.value.sessions {
      if let series { drafts += session.draft(in: series, forms).map { [$0] } ?? [] }
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

/// The series with what the programme says of it; a line that prints its title again is its title.
private func seriesDraft(
  _ series: Spanned<Slug>,
  _ title: Spanned<String>,
  says passages: [SessionPassage],
  in file: SourceFile
) -> Draft {
  var fields = FieldBuilder(at: title.span)
  let printed = passages.first { slugify($0.text.string) == slugify(title.value) }
  fields.add("title", Spanned(title.value, at: printed?.text.span ?? title.span))
  let others = passages.filter { passage in
    passage.text != printed?.text && !passage.text.words.allSatisfy { isLabelWord($0.text) }
  }
  return Draft(
    EntityID(.series, series.value),
    fields: fields.mapping,
    body: writePassages(others, path: file.path).finished?.composed(),
    source: file.span
  )
}

private func writePassages(_ passages: [SessionPassage], path: String) -> BodyWriter {
  var body = BodyWriter(path: path)
  for passage in passages {
    let text = markdown(fromPlain: passage.text)
    if passage.isItem { body.item(text) } else { body.paragraph(text) }
  }
  return body
}

extension ProgrammeSession {
  /// A session without a printed number is addressed by its date.
  fileprivate func draft(in series: Spanned<Slug>, _ forms: WordForms) -> Draft? {
    let name = heading.slugPart ?? "\(number)"
    guard let slug = Slug("\(series.value.text)/\(name)") else { return nil }
    var fields = FieldBuilder(at: source)
    fields.add("series", Spanned(series.value.text, at: series.span))
    fields.add("number", heading.numberField(number))
    fields.add("title", heading.titleOrName(forms))
    if let date = heading.date, let printed = heading.printedDate {
      fields.add("date", Spanned(date.isoText, at: printed.span))
      fields.add("printed-date", printed)
    }
    SessionStatus.addFields(
      of: status,
      otherwise: status == nil && speakers.isEmpty ? "announced" : nil,
      at: heading.source,
      to: &fields
    )
    fields.add("speakers", speakers.map(\.field))
    fields.add("presentation", writePassages(presentation, path: source.path).text)
    return Draft(EntityID(.session, slug), fields: fields.mapping, body: nil, source: source)
  }
}
