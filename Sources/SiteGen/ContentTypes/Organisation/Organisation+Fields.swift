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
      "acronym": .optional(.text), "aliases": .listing(of: .text), "url": .optional(.text),
      "identifiers": EntityView.identifiersShape, "periods": .listing(of: periodShape),
      "works": .listing(of: .record(EntityView.cardShape)),
      "texts": .listing(
        of: .record(
          EntityView.cardShape.merging([
            "kind": .record(EntityKind.flagsShape),
            "people": .listing(of: .record(EntityView.cardShape)),
          ])
        )
      ),
      "events": .listing(of: .record(EntityView.cardShape)),
      "glossary": .listing(of: .record(EntityView.cardShape)),
    ],
    listedShape: [:]
  )

  private static let periodShape = TemplateShape.record([
    "year": .optional(.text),
    "people": .list(
      .record([
        "person": .record(EntityView.cardShape),
        "functions": .list(.record(["text": .text, "date": .optional(.text)])),
      ])
    ),
  ])

  /// Other names, people by period with what they wrote and where they spoke for it, events,
  /// entries of the glossary.
  public func fields(in view: EntityView) -> TemplateRecord {
    let graph = view.site.graph
    let people = graph.sources(of: .affiliation, to: id).compactMap { $0 as? Person }
    var seen: Set<EntityID> = []
    let works = people.flatMap { graph.sources(of: .creator, to: $0.id) }
      .filter { seen.insert($0.id).inserted }
    return [
      "acronym": view.text(acronym),
      "aliases": .listing(nameVariants.map { view.text($0) }),
      "url": url.map { .text($0) } ?? .absent, "identifiers": view.identifiers(identifiers),
      "periods": periods(of: people, in: view), "works": view.cards(of: works),
      "texts": texts(of: people, in: view),
      "events": view.cards(at: graph.sourceNumbers(of: .organiser, to: id)),
      "glossary": view.cards(at: graph.sourceNumbers(of: .shortens, to: id)),
    ]
  }

  /// Nothing but the card.
  public func listedFields(in view: EntityView) -> TemplateRecord { [:] }

  /// People by the last year they are known to have been there, the latest first; the undated last.
  private func periods(of people: [Person], in view: EntityView) -> TemplateValue {
    let graph = view.site.graph
    var years: [Int: [TemplateValue]] = [:]
    for person in people {
      let here = person.employments.filter {
        graph.entity(.organisation, named: $0.organisation.value)?.id == id
      }
      years[here.compactMap(\.period.latest?.year).max() ?? 0, default: []].append(
        .record([
          "person": view.card(of: person),
          "functions": .list(
            here.map {
              .record([
                "text": view.text($0.function ?? title),
                "date": $0.period.latest.map { .text($0.frenchText) } ?? .absent,
              ])
            }
          ),
        ])
      )
    }
    return .listing(
      years.sorted { $0.key > $1.key }.map { year, people in
        .record(["year": year == 0 ? .absent : .text(String(year)), "people": .list(people)])
      }
    )
  }

  /// Texts in which somebody takes part for the organisation, the latest first.
  private func texts(of people: [Person], in view: EntityView) -> TemplateValue {
    let graph = view.site.graph
    var present: [EntityID: [Person]] = [:]
    for person in people {
      for text in person.peopledTexts(in: graph)
      where person.representations(in: text, graph).contains(id) {
        present[text.id, default: []].append(person)
      }
    }
    return .listing(
      latestFirst(present.keys.compactMap { graph.entity($0) }).map { text in
        view.card(of: text) {
          ["kind": text.id.kind.flags, "people": view.cards(of: present[text.id] ?? [])]
        }
      }
    )
  }
}

extension Person {
  /// The organisations for which the person takes part in a text.
  fileprivate func representations(in text: any PeopledText, _ graph: EntityGraph) -> [EntityID] {
    text.participations(of: id, in: graph).flatMap { organisations(behind: $0, at: text.date) }
      .compactMap { graph.entity(.organisation, named: $0)?.id }
  }
}
