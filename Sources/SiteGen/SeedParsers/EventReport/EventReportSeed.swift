public import Diagnostics
public import FrontMatter
import SiteModel

/// The report of a colloquium: round tables, who said what, videos.
///
/// Manifest: `slug`, the address of the event.
public struct EventReportSeed: SeedParser {
  /// `event-report`.
  public static let kind = "event-report"

  private let slug: Spanned<Slug>?

  /// Reads the slug from the manifest.
  public init(reading record: inout FieldReader) { slug = readSlug("slug", from: &record) }

  /// An event, and those who spoke there.
  public func read(_ file: SourceFile, counting work: inout WorkCount) -> SeedReading {
    let seed = PlainSeed(file, counting: &work)
    return SeedReading(draft(seed, counting: &work), prose: seed.prose)
  }

  private func draft(_ seed: PlainSeed, counting work: inout WorkCount) -> Diagnosed<[Draft]> {
    let read = readEventReport(seed)
    guard let report = read.value, let slug else {
      let missing = read.value == nil ? [seed.nothingRecognised("title and text of an event")] : []
      return Diagnosed([], read.diagnostics + missing)
    }
    let date = report.date.map { Spanned($0.date.isoText, at: $0.source.span) }
    var fields = FieldBuilder(at: seed.file.span)
    fields.add("title", WordForms(seed.lines).restore(report.title))
    addFacts(of: report, on: date, to: &fields)
    var people = PersonCollector()
    var participants: [FieldValue] = []
    let speakers = findParticipants(report, counting: &work)
    for participant in speakers.value {
      let person = participant.person
      if !people.contains(person.name.slug) { participants.append(participant.field) }
      people.add(
        person.name,
        function: person.function,
        asOf: date,
        source: person.name.name.span
      )
    }
    work.add(people.work.steps)
    fields.add("participants", participants)
    let videos = pairVideos(report.videos)
    fields.add("videos", videos.value, announcedBy: report.videos.label)
    let body = writeEvent(
      report,
      people: speakers.value.map(\.person.name),
      notes: seed.notes,
      path: seed.file.path,
      counting: &work
    )
    let event = Draft(
      EntityID(.event, slug.value),
      fields: fields.mapping,
      body: body?.composed(),
      source: seed.file.span
    )
    return Diagnosed(
      [event] + people.drafts(),
      seed.doubts + read.diagnostics + speakers.diagnostics + videos.diagnostics
    )
  }

  private func addFacts(
    of report: EventReport,
    on date: Spanned<String>?,
    to fields: inout FieldBuilder
  ) {
    fields.add("subtitle", report.subtitle)
    if let edition = findEdition(report) { fields.add("edition", edition) }
    if let date { fields.add("date", date) }
    fields.add("venue", findVenue(report))
    fields.add("organisers", findOrganisers(report).map { .text($0) })
  }
}
