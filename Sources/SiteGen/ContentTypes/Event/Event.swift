public import Diagnostics
public import FrontMatter
public import SiteModel

/// A colloquium or another event of one day or more (schema.org `Event`).
public final class Event: Entity {
  /// A recording.
  struct Video: Hashable {
    let title: String
    let url: String
  }

  /// Identity.
  public let id: EntityID
  /// Title.
  public let title: String
  /// The day it was held.
  public let date: PartialDate?
  /// Where it comes from.
  public let sources: [SourceSpan]
  /// The report.
  public let texts: [EntityText]
  /// The title.
  public let namings: [EntityNaming]
  let subtitle: String?
  let edition: Int?
  let venue: String?
  let organisers: [String]
  /// Those of them that are organisations of the site.
  let organisedBy: [Spanned<String>]
  let participants: [Presence]
  let videos: [Video]

  /// Reads `title`, `subtitle`, `edition`, `date`, `venue`, `organisers`, `organised-by`,
  /// `participants` and `videos`.
  public init(_ document: Document, reading reader: inout FieldReader) {
    id = document.id
    sources = document.sources
    let printedTitle = reader.requiredText("title")
    title = printedTitle.value
    namings = [EntityNaming](title: printedTitle)
    subtitle = reader.text("subtitle")?.value
    edition = reader.integer("edition")?.value
    date = reader.date("date")
    venue = reader.text("venue")?.value
    organisers = reader.texts("organisers").map(\.value)
    organisedBy = reader.texts("organised-by")
    participants = readPresences(&reader, "participants")
    videos = Event.readVideos(&reader)
    texts = [document.body.map { EntityText(EntityText.bodyName, $0) }].compactMap { $0 }
  }

  /// Latest first, then by slug.
  public var sortKey: String { "\(sortable(date.map { 9999 - $0.year })) \(id.slug.text)" }

  /// Where it was held.
  public var detail: String? { venue }

  /// Who spoke and who organised it.
  public var relations: [RelationReference] {
    participants.map { RelationReference(.participant, .person, $0.person) }
      + organisedBy.map { RelationReference(.organiser, .organisation, $0) }
  }

  private static func readVideos(_ reader: inout FieldReader) -> [Video] {
    reader.records("videos", shorthand: "url").compactMap { record in
      var inner = FieldReader(record, of: "video")
      let url = inner.requiredText("url")
      let title = inner.text("title")?.value ?? url.value
      if !url.value.hasPrefix("https://"), !url.value.hasPrefix("http://") {
        inner.report(wrong: "url", form: "an address that begins with https://", at: url.span)
      }
      reader.absorb(inner)
      return Video(title: title, url: url.value)
    }
  }
}
