import Diagnostics
import Markup
public import SiteModel
public import Templating

extension PublicationIssue {
  /// `Content/issues/`, `/numeros/`.
  public static let contentType = ContentType(
    kind: .issue,
    folder: "issues",
    routeFolder: Slug("numeros"),
    template: "issue",
    indexTemplate: "issues",
    hasReferenceList: true,
    figures: [.timeline, .network],
    shape: [
      "number": .text, "subtitle": .optional(.text),
      "authors": .listing(
        of: .record(["person": .record(EntityView.cardShape), "affiliations": .list(.text)])
      ),
      "keywords": .listing(of: .text), "axes": .listing(of: .record(EntityView.cardShape)),
      "reference-lists": .list(
        .record([
          "id": .text, "title": .optional(.text), "items": .list(.record(listedReferenceShape)),
        ])
      ),
    ]
  )

  private static let listedReferenceShape: RecordShape = [
    "card": .record(EntityView.cardShape), "printed": .optional(.html),
    "calls": .list(.record(["href": .text, "number": .number])),
  ]

  /// Authors with their affiliations, axes, and references with the way back to each call.
  public func fields(in view: EntityView) -> TemplateRecord {
    let graph = view.site.graph
    return [
      "number": .text(number), "subtitle": view.text(subtitle),
      "authors": .listing(
        authors.map { author in
          .record([
            "person": view.card(of: graph.entity(.person, named: author.person.value)),
            "affiliations": .list(author.affiliations.map { view.text($0) }),
          ])
        }
      ),
      "keywords": .listing(keywords.map { view.text($0) }),
      "axes": view.cards(of: axes.compactMap { graph.entity(.axis, named: $0.value) }),
      "reference-lists": .list(listsToShow(graph).map { referenceList($0, in: view) }),
    ]
  }

  /// The lists as written, and one more with the works that are cited but not listed.
  private func listsToShow(_ graph: EntityGraph) -> [(title: String?, ids: [EntityID])] {
    let listed = referenceLists.map { list in
      (
        title: list.title,
        ids: list.keys.compactMap { graph.entity(.reference, named: $0.value)?.id }
      )
    }
    let known = Set(listed.flatMap(\.ids))
    let cited = graph.relations(from: id, .cites).map(\.target).filter { !known.contains($0) }
    let sorted = cited.compactMap { graph.entity($0) }.sorted { $0.sortKey < $1.sortKey }.map(\.id)
    return listed + (sorted.isEmpty ? [] : [(title: nil, ids: sorted)])
  }

  private func referenceList(
    _ list: (title: String?, ids: [EntityID]),
    in view: EntityView
  ) -> TemplateValue {
    let calls = Dictionary(
      view.site.graph.relations(from: id, .cites).map { ($0.target, $0.anchors) },
      uniquingKeysWith: +
    )
    return .record([
      "id": .text(list.title.map { slugify($0) } ?? "references"), "title": view.text(list.title),
      "items": .list(
        list.ids.map { reference in
          .record([
            "card": view.card(of: view.site.graph.entity(reference)),
            "printed": view.html(Reference.printedName, of: reference),
            "calls": .list(
              (calls[reference] ?? []).enumerated().map { index, anchor in
                .record(["href": .text("#\(anchor)"), "number": .number(index + 1)])
              }
            ),
          ])
        }
      ),
    ])
  }
}
