import Diagnostics
public import SiteModel
public import Templating

extension Organisation {
  /// `Content/organisations/`, `/organisations/`.
  public static let contentType = ContentType(
    kind: .organisation,
    folder: "organisations",
    routeFolder: Slug("organisations"),
    template: "organisation",
    indexTemplate: "organisations",
    shape: [
      "acronym": .optional(.text), "aliases": .listing(of: .text),
      "people": .listing(
        of: .record([
          "person": .record(EntityView.cardShape),
          "functions": .list(.record(["text": .text, "date": .optional(.text)])),
        ])
      ),
      "events": .listing(of: .record(EntityView.cardShape)),
      "mentions": .listing(of: .record(EntityView.sourceCardShape)),
    ]
  )

  /// Other names, people with their functions there, events, and the texts that name it.
  public func fields(in view: EntityView) -> TemplateRecord {
    let graph = view.site.graph
    return [
      "acronym": view.text(acronym),
      "aliases": .listing(nameVariants.map { view.text($0) }),
      "people": .listing(
        graph.sources(of: .affiliation, to: id).compactMap { $0 as? Person }.map { person in
          .record([
            "person": view.card(of: person),
            "functions": .list(
              person.employments.filter { $0.organisation.value == id.slug.text }.map {
                .record([
                  "text": view.text($0.function ?? title),
                  "date": $0.asOf.map { .text($0.frenchText) } ?? .absent,
                ])
              }
            ),
          ])
        }
      ),
      "events": view.cards(of: graph.sources(of: .organiser, to: id)),
      "mentions": .listing(
        graph.relations(to: id, .mentions).map { view.card(ofSourceOf: $0) }
      ),
    ]
  }
}
