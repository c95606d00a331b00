public import Diagnostics
public import FrontMatter
import Markup
public import SiteModel
public import Templating

/// A seminar whose sessions follow one another.
public final class Series: Entity {
  /// Identity.
  public let id: EntityID
  /// Title.
  public let title: String
  /// Where it comes from.
  public let sources: [SourceSpan]
  /// What the seminar is about, where a text says so.
  public let texts: [EntityText]
  /// The title.
  public let namings: [EntityNaming]

  /// Reads `title`.
  public init(_ document: Document, reading reader: inout FieldReader) {
    id = document.id
    sources = document.sources
    let printedTitle = reader.requiredText("title")
    title = printedTitle.value
    namings = [EntityNaming](title: printedTitle)
    texts = [document.body.map { EntityText(EntityText.bodyName, $0) }].compactMap { $0 }
  }

  /// By title.
  public var sortKey: String { slugify(title) }
}

extension Series {
  /// `Content/series/`, `/seminaires/`.
  public static let contentType = ContentType(
    kind: .series,
    folder: "series",
    routeFolder: Slug("seminaires"),
    template: "series",
    indexTemplate: "seminars",
    shape: [
      "years": .listing(
        of: .record(["year": .optional(.text), "sessions": .list(.record(Session.cardShape))])
      )
    ],
    listedShape: ["sessions": .listing(of: .record(Session.cardShape))]
  )

  /// Sessions in order, by the year they were held.
  public func fields(in view: EntityView) -> TemplateRecord {
    var years: [(year: String?, sessions: [TemplateValue])] = []
    for session in sessions(in: view) {
      if years.isEmpty || years[years.count - 1].year != session.indexGroup {
        years.append((session.indexGroup, []))
      }
      years[years.count - 1].sessions.append(session.card(in: view))
    }
    return [
      "years": .listing(
        years.map { .record(["year": view.text($0.year), "sessions": .list($0.sessions)]) }
      )
    ]
  }

  /// Sessions in order.
  public func listedFields(in view: EntityView) -> TemplateRecord {
    ["sessions": .listing(sessions(in: view).map { $0.card(in: view) })]
  }

  private func sessions(in view: EntityView) -> [Session] {
    view.site.graph.sources(of: .partOf, to: id).compactMap { $0 as? Session }
  }
}
