import CSL
public import SiteModel
public import Templating

extension Reference {
  /// `Content/references/`, `/bibliographie/`.
  public static let contentType = ContentType(
    kind: .reference,
    folder: "references",
    routeFolder: Slug("bibliographie"),
    template: "reference",
    indexTemplate: "bibliography",
    keepsTitlesAsPrinted: true,
    shape: [
      "label": .text, "key": .text, "printed": .optional(.html),
      "formatted": .optional(.html), "printed-form": .optional(.html),
      "people": .listing(of: .record(EntityView.cardShape)),
      "cited-in": .listing(of: .record(EntityView.citingCardShape)),
      "listed-in": .listing(of: .record(EntityView.cardShape)),
    ]
  )

  /// The printed entry, the authors who have a page, and every text that cites or lists the work.
  public func fields(in view: EntityView) -> TemplateRecord {
    let graph = view.site.graph
    return [
      "label": .text(detail ?? title), "key": .text(item.id),
      "printed": view.html(Reference.printedName, of: id), "formatted": view.reference(to: id),
      "printed-form": view.differs(Reference.printedName, fromReferenceTo: id)
        ? view.html(Reference.printedName, of: id) : .absent,
      "people": view.cards(
        of: graph.relations(from: id, .creator).compactMap {
          graph.entity($0.target)
        }
      ),
      "cited-in": view.cards(ofTextsCiting: id),
      "listed-in": view.cards(of: graph.sources(of: .lists, .alsoLists, to: id)),
    ]
  }
}
