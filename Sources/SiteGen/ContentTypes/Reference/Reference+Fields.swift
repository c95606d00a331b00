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
    shape: listedShape.merging(dataShape).merging([
      "key": .text, "other-keys": .listing(of: .text), "exports": EntityView.exportsShape,
      "coins": .text, "printed-form": .optional(.html),
      "people": .listing(of: .record(EntityView.cardShape)),
      "cited-in": .listing(of: .record(EntityView.citingCardShape)),
      "listed-in": .listing(of: .record(EntityView.cardShape)),
    ]),
    listedShape: listedShape
  )

  private static let listedShape: RecordShape = [
    "label": .text, "anonymous": .flag, "printed": .optional(.html),
    "formatted": .optional(.html),
  ]

  /// The printed entry, the data, the authors who have a page, and every text that cites or lists
  /// the work.
  public func fields(in view: EntityView) -> TemplateRecord {
    let graph = view.site.graph
    let keys = ([id.slug.text] + aliases).filter { $0 != item.id }
    return listedFields(in: view).merging(data(in: view)).merging([
      "key": .text(item.id), "other-keys": .listing(keys.map { .text($0) }),
      "exports": view.exports(of: view.site.workSet(of: id)),
      "coins": .text(contextObject(of: item)),
      "printed-form": view.differs(Reference.printedName, fromReferenceTo: id)
        ? view.html(Reference.printedName, of: id) : .absent,
      "people": view.cards(
        of: graph.relations(from: id, .creator).compactMap {
          graph.entity($0.target)
        }
      ),
      "cited-in": view.cards(ofTextsCiting: id),
      "listed-in": view.cards(of: graph.sources(of: .lists, .alsoLists, to: id)),
    ])
  }

  /// The printed entry, the formatted reference, authors and year.
  public func listedFields(in view: EntityView) -> TemplateRecord {
    [
      "label": .text(detail ?? title), "anonymous": .flag(item.creators.isEmpty),
      "printed": view.html(Reference.printedName, of: id), "formatted": view.reference(to: id),
    ]
  }
}
