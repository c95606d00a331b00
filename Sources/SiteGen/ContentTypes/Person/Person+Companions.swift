import Diagnostics
import SiteModel
import Templating

extension Person {
  /// More than this no list names one by one: each would be as long as the programme.
  private static let companionLimit = 30

  /// Others with whom the person wrote, those of the same texts together, those of most texts first.
  func coauthors(in view: EntityView) -> TemplateValue {
    let graph = view.site.graph
    let texts = graph.sources(of: .author, .creator, to: id)
    var shared: [EntityID: [Int]] = [:]
    for (index, text) in texts.enumerated() {
      for other in graph.targets(of: .author, .creator, from: text.id)
      where other.id.kind == .person && other.id != id {
        shared[other.id, default: []].append(index)
      }
    }
    let groups = Dictionary(grouping: shared.keys) { shared[$0] ?? [] }.sorted { left, right in
      left.key.count == right.key.count
        ? left.key.lexicographicallyPrecedes(right.key) : left.key.count > right.key.count
    }
    return .listing(
      groups.map { indices, people in
        .record([
          "people": view.cards(of: people.sorted().compactMap { graph.entity($0) }),
          "texts": view.cards(of: indices.map { texts[$0] }),
        ])
      }
    )
  }

  static let coauthorShape = TemplateShape.record([
    "people": .listing(of: .record(EntityView.cardShape)),
    "texts": .listing(of: .record(EntityView.cardShape)),
  ])

  /// A session or an event in which the person took part, with the parts, and the others who took
  /// the floor there; in an event, in the same parts.
  func appearance(in text: any PeopledText, _ view: EntityView) -> TemplateValue {
    let graph = view.site.graph
    let present = text.participations.map { name, part in
      (person: graph.entity(.person, named: name), section: part.section)
    }
    let parts = present.filter { $0.person?.id == id }.compactMap(\.section)
    let others = present.filter { other in
      parts.isEmpty || other.section.map { parts.contains($0) } ?? false
    }
    var seen: Set<EntityID> = [id]
    let people = others.compactMap(\.person).filter { seen.insert($0.id).inserted }
    let session = text as? Session
    return view.card(of: text) { link in
      [
        "href": link, "number": session?.number.map(TemplateValue.number) ?? .absent,
        "status": session?.status?.fields ?? .absent,
        "series": view.card(
          of: (session?.series.value).flatMap { graph.entity(.series, named: $0) }
        ),
        "parts": .listing(parts.map { view.text($0) }),
        "people": people.count > Person.companionLimit ? .absent : view.cards(of: people),
      ]
    }
  }

  static let appearanceShape = TemplateShape.record(
    EntityView.cardShape.merging([
      "number": .optional(.number), "status": Session.Status.shape,
      "series": .optional(.record(EntityView.cardShape)), "parts": .listing(of: .text),
      "people": .listing(of: .record(EntityView.cardShape)),
    ])
  )
}
