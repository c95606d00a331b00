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
      "people": .listing(
        of: .record(
          EntityView.cardShape.merging([
            "organisations": .listing(of: .record(EntityView.cardShape))
          ])
        )
      ),
      "axes": .listing(of: .record(EntityView.cardShape)),
      "listed-in": .listing(of: .record(EntityView.cardShape)),
    ]),
    listedShape: listedShape
  )

  private static let listedShape: RecordShape = [
    "label": .text, "anonymous": .flag, "printed": .optional(.html),
    "formatted": .optional(.html),
  ]

  /// The printed entry, the data, the authors who have a page, and every text that lists the
  /// work.
  public func fields(in view: EntityView) -> TemplateRecord {
    let graph = view.site.graph
    let keys = ([id.slug.text] + aliases).filter { $0 != item.id }
    return listedFields(in: view).merging(data(in: view)).merging([
      "key": .text(item.id), "other-keys": .listing(keys.map { .text($0) }),
      "exports": view.exports(of: view.site.workSet(of: id)),
      "coins": .text(contextObject(of: item)),
      "printed-form": view.differs(Reference.printedName, fromReferenceTo: id)
        ? view.html(Reference.printedName, of: id) : .absent,
      "people": .listing(
        graph.relations(from: id, .creator).compactMap { graph.entity($0.target) }.map {
          person(of: $0, in: view)
        }
      ),
      "axes": view.cards(at: graph.axes(ofWork: id)),
      "listed-in": view.cards(at: graph.sourceNumbers(of: .lists, .alsoLists, to: id)),
    ])
  }

  /// An author who has a page, with the organisations of all texts that know him.
  private func person(of person: any Entity, in view: EntityView) -> TemplateValue {
    let organisations = view.site.graph.targetNumbers(of: .affiliation, from: person.id)
    return view.card(of: person) { ["organisations": view.cards(at: organisations)] }
  }

  /// The printed entry, the formatted reference, authors and year.
  public func listedFields(in view: EntityView) -> TemplateRecord {
    TemplateRecord([
      ("label", .text(view.label(of: self))), ("anonymous", .flag(isAnonymous)),
      view.field("printed") { view.html(Reference.printedName, of: id) },
      view.field("formatted") { view.reference(to: self) },
    ])
  }
}
