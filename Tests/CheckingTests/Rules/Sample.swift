import Diagnostics
import FrontMatter
import SiteModel
import Templating

/// An entity of one text, for rules that need an entity.
final class Sample: Entity {
  static let contentType = ContentType(
    kind: .page,
    folder: "pages",
    routeFolder: nil,
    template: "page",
    indexTemplate: nil,
    shape: [:]
  )

  let id: EntityID
  let texts: [EntityText]
  var title: String { id.slug.text }
  var sources: [SourceSpan] { [] }
  var sortKey: String { title }

  init(text: EntityText) {
    guard let id = EntityID("page:a") else { preconditionFailure("a slug of one letter is one") }
    self.id = id
    texts = [text]
  }

  init(_ document: Document, reading reader: inout FieldReader) {
    id = document.id
    texts = []
  }

  func fields(in view: EntityView) -> TemplateRecord { [:] }
}
