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
    shape: [
      "functions": .listing(of: .record(["text": .text, "date": .optional(.text)])),
      "leads": .listing(of: .record(EntityView.cardShape)),
      "axes": .listing(of: .record(EntityView.cardShape)),
      "issues": .listing(of: .record(EntityView.cardShape)),
      "moderated": .listing(of: .record(EntityView.cardShape)),
      "spoke": .listing(of: .record(EntityView.cardShape)),
      "events": .listing(of: .record(EntityView.cardShape)),
      "works": .listing(
        of: .record(["card": .record(EntityView.cardShape), "printed": .optional(.html)])
      ),
      "mentions": .listing(of: .record(EntityView.sourceCardShape)),
    ]
  )

  /// Functions over time and everything that points to the person, by kind.
  public func fields(in view: EntityView) -> TemplateRecord {
    let graph = view.site.graph
    return [
      "functions": .listing(
        functions.map { function in
          .record([
            "text": view.text(function.text),
            "date": function.asOf.map { .text($0.frenchText) } ?? .absent,
          ])
        }
      ),
      "leads": view.cards(of: graph.sources(of: .lead, to: id)),
      "axes": view.cards(of: graph.sources(of: .member, to: id)),
      "issues": view.cards(of: graph.sources(of: .author, to: id)),
      "moderated": view.cards(of: graph.sources(of: .moderator, to: id)),
      "spoke": view.cards(of: graph.sources(of: .speaker, to: id)),
      "events": view.cards(of: graph.sources(of: .participant, to: id)),
      "works": .listing(
        graph.sources(of: .creator, to: id).map { work in
          .record([
            "card": view.card(of: work), "printed": view.html(Reference.printedName, of: work.id),
          ])
        }
      ),
      "mentions": .listing(
        graph.relations(to: id, .mentions).filter { $0.source != id }.map {
          view.card(ofSourceOf: $0)
        }
      ),
    ]
  }
}
