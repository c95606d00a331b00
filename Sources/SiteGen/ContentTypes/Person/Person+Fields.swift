import Diagnostics
public import SiteModel
public import Templating

extension Person {
  /// `Content/people/`, `/personnes/`.
  public static let contentType = ContentType(
    kind: .person,
    folder: "people",
    routeFolder: Slug("personnes"),
    template: "person",
    indexTemplate: "people",
    figures: [.network],
    shape: [
      "aliases": .listing(of: .text), "identifiers": EntityView.identifiersShape,
      "portrait": Portrait.shape, "current": .listing(of: Career.shape),
      "earlier": .listing(of: Career.shape),
      "leads": .listing(of: .record(EntityView.cardShape)),
      "axes": .listing(of: .record(EntityView.cardShape)),
      "issues": .listing(of: .record(EntityView.cardShape)),
      "moderated": .listing(of: appearanceShape), "spoke": .listing(of: appearanceShape),
      "events": .listing(of: appearanceShape), "coauthors": .listing(of: coauthorShape),
      "works": .listing(
        of: .record(["card": .record(EntityView.cardShape), "printed": .optional(.html)])
      ),
      "exports": EntityView.exportsShape,
    ],
    listedShape: [:]
  )

  /// What the person is and was, and everything that points to him or her, by kind.
  public func fields(in view: EntityView) -> TemplateRecord {
    let graph = view.site.graph
    let career = career(in: graph)
    // What is known of the latest date is what is true now; without dates nothing is earlier.
    let current = career.filter { entry in career.first.map(entry.isAsRecent) ?? false }
    let earlier = career.filter { entry in !(career.first.map(entry.isAsRecent) ?? false) }
    return [
      "aliases": .listing(nameVariants.map { view.text($0) }),
      "identifiers": view.identifiers(identifiers),
      "portrait": portrait?.fields(in: view) ?? .absent,
      "current": .listing(current.map { $0.fields(in: view) }),
      "earlier": .listing(earlier.map { $0.fields(in: view) }),
      "leads": view.cards(at: graph.sourceNumbers(of: .lead, to: id)),
      "axes": view.cards(at: graph.sourceNumbers(of: .member, to: id)),
      "issues": view.cards(at: graph.sourceNumbers(of: .author, to: id)),
      "moderated": appearances(.moderator, in: view), "spoke": appearances(.speaker, in: view),
      "events": appearances(.participant, in: view), "coauthors": coauthors(in: view),
      "works": .listing(
        graph.sources(of: .creator, to: id).map { work in
          .record([
            "card": view.card(of: work), "printed": view.html(Reference.printedName, of: work.id),
          ])
        }
      ),
      "exports": view.exports(of: view.site.workSet(of: id)),
    ]
  }

  /// Nothing but the card.
  public func listedFields(in view: EntityView) -> TemplateRecord { [:] }

  private func appearances(_ role: RelationName, in view: EntityView) -> TemplateValue {
    let texts = latestFirst(view.site.graph.sources(of: role, to: id))
    return .listing(
      texts.compactMap { $0 as? any PeopledText }.map { appearance(in: $0, view) }
    )
  }
}
