import Diagnostics
import SiteModel
import Templating

extension Person {
  /// More than this no list names one by one: each would be as long as the programme.
  private static let companionLimit = 30

  /// Others with whom the person wrote, those of the same texts together, those of most texts first.
  func coauthors(in view: EntityView) -> TemplateValue {
    let graph = view.site.graph
    let (numbers, own) = (graph.numbers, graph.numbers[id])
    let texts = graph.sourceNumbers(of: .author, .creator, to: id)
    var shared: [Int: [Int]] = [:]
    for (index, text) in texts.enumerated() {
      for other in graph.targetNumbers(of: .author, .creator, from: numbers.id(at: text))
      where numbers.kind(at: other) == .person && other != own {
        shared[other, default: []].append(index)
      }
    }
    let groups = Dictionary(grouping: shared.keys) { shared[$0] ?? [] }.sorted { left, right in
      left.key.count == right.key.count
        ? left.key.lexicographicallyPrecedes(right.key) : left.key.count > right.key.count
    }
    return .listing(
      groups.map { indices, people in
        .record([
          "people": view.cards(at: people.sorted { numbers.id(at: $0) < numbers.id(at: $1) }),
          "texts": view.cards(at: indices.map { texts[$0] }),
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
      (person: graph.number(.person, named: name), section: part.section)
    }
    let own = graph.numbers[id]
    let parts = present.compactMap { $0.person == own ? $0.section : nil }
    var seen: Set<Int?> = [own]
    let people = present.compactMap { person, section in
      let isThere = parts.isEmpty || section.map { parts.contains($0) } ?? false
      return isThere && seen.insert(person).inserted ? person : nil
    }
    let session = text as? Session
    return view.card(of: text) {
      [
        "number": session?.number.map(TemplateValue.number) ?? .absent,
        "status": session?.status?.fields ?? .absent,
        "series": view.card(
          at: (session?.series.value).flatMap { graph.number(.series, named: $0) }
        ),
        "parts": .listing(parts.map { view.text($0) }),
        "people": people.count > Person.companionLimit ? .absent : view.cards(at: people),
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
