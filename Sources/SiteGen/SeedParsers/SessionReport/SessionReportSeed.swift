public import Diagnostics
public import FrontMatter
import SiteModel

/// The report of one session: its speakers, then a talk each with questions and answers.
///
/// Manifest: `series`, the slug of the series. The session is the same as the programme's.
public struct SessionReportSeed: SeedParser {
  /// `session-report`.
  public static let kind = "session-report"

  private let series: Spanned<Slug>?

  /// Reads the series from the manifest.
  public init(reading record: inout FieldReader) { series = readSlug("series", from: &record) }

  /// A session with its body, and its speakers.
  public func read(_ file: SourceFile, counting work: inout WorkCount) -> SeedReading {
    let seed = PlainSeed(file, counting: &work)
    return SeedReading(draft(seed, counting: &work), prose: seed.prose)
  }

  private func draft(_ seed: PlainSeed, counting work: inout WorkCount) -> Diagnosed<[Draft]> {
    let read = readSessionReport(seed, counting: &work)
    guard let report = read.value, let series,
      let slug = Slug("\(series.value.text)/\(report.heading.slugPart ?? "1")")
    else {
      let missing = read.value == nil ? [seed.nothingRecognised("session")] : []
      return Diagnosed([], read.diagnostics + missing)
    }
    var fields = FieldBuilder(at: seed.file.span)
    fields.add("series", Spanned(series.value.text, at: series.span))
    if let number = report.heading.number {
      fields.add("number", report.heading.numberField(number))
    }
    let forms = WordForms(seed.lines)
    fields.add("title", report.heading.restoredTitle(forms))
    var date: Spanned<String>?
    if let found = report.heading.date, let printed = report.heading.printedDate {
      date = Spanned(found.isoText, at: printed.span)
      date.map { fields.add("date", $0) }
      fields.add("printed-date", printed)
    }
    SessionStatus.addFields(
      of: report.heading.status,
      otherwise: "held",
      at: report.heading.source,
      to: &fields
    )
    fields.add("speakers", report.speakers.map(\.field))
    var people = PersonCollector()
    people.add(report.speakers, asOf: date)
    work.add(people.work.steps)
    let body = writeReport(report, notes: seed.notes, path: seed.file.path, counting: &work)
    let session = Draft(
      EntityID(.session, slug),
      fields: fields.mapping,
      body: body?.composed(),
      source: seed.file.span
    )
    return Diagnosed([session] + people.drafts(), seed.doubts + read.diagnostics)
  }
}
