public import Diagnostics
public import FrontMatter
public import SiteModel
public import Templating

/// A page that stands by itself: about, legal notice, accessibility.
public final class FreePage: Entity {
  /// Identity.
  public let id: EntityID
  /// Title.
  public let title: String
  /// Where it comes from.
  public let sources: [SourceSpan]
  /// What the page says.
  public let texts: [EntityText]
  /// `draft` or `published`, which a page without the field is.
  public let publicationStatus: PublicationStatus
  let order: Int?

  /// Reads `title`, `order` (place among the links at the foot of every page) and `status`.
  public init(_ document: Document, reading reader: inout FieldReader) {
    id = document.id
    sources = document.sources
    title = reader.requiredText("title").value
    publicationStatus = reader.publicationStatus()
    order = reader.integer("order")?.value
    texts = [document.body.map { EntityText(EntityText.bodyName, $0) }].compactMap { $0 }
  }

  /// By `order`, then slug.
  public var sortKey: String { "\(sortable(order)) \(id.slug.text)" }
}

extension FreePage {
  /// `Content/pages/`, at the top of the site; the page that lists them all is the plan of the site.
  public static let contentType = ContentType(
    kind: .page,
    folder: "pages",
    routeFolder: nil,
    template: "page",
    indexTemplate: "plan",
    indexFolder: Slug("plan-du-site"),
    hasReferenceList: true,
    shape: [:]
  )

  /// Nothing besides its text.
  public func fields(in view: EntityView) -> TemplateRecord { [:] }
}
