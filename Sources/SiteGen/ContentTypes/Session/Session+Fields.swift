import Diagnostics
public import SiteModel
public import Templating

extension Session {
  /// `Content/sessions/`, `/seminaires/SERIES/NUMBER/`; the series lists them.
  public static let contentType = ContentType(
    kind: .session,
    folder: "sessions",
    routeFolder: Slug("seminaires"),
    template: "session",
    indexTemplate: nil,
    hasReferenceList: true,
    figures: [.timeline, .network],
    shape: [
      "number": .optional(.number), "series": .optional(.record(EntityView.cardShape)),
      "status": Status.shape,
      "speakers": .listing(of: Presence.shape), "moderators": .listing(of: Presence.shape),
      "previous": .optional(.record(cardShape)), "next": .optional(.record(cardShape)),
      "axes": .listing(of: .record(EntityView.cardShape)),
    ],
    listedShape: cardShape
  )

  static let cardShape = EntityView.cardShape.merging([
    "number": .optional(.number), "series": .optional(.record(EntityView.cardShape)),
    "people": .listing(of: .record(EntityView.cardShape)),
    "has-report": .flag, "status": Status.shape,
  ])

  /// The card of the session, with its number and its people.
  func card(in view: EntityView) -> TemplateValue {
    view.card(of: self) { listedFields(in: view) }
  }

  /// In a list of sessions: its card with some of its people.
  static let peopledShape = TemplateShape.record(
    EntityView.cardShape.merging([
      "number": .optional(.number), "people": .listing(of: .record(EntityView.cardShape)),
    ])
  )

  /// The card of the session with some of its people, given by their numbers.
  func card(with people: [Int], in view: EntityView) -> TemplateValue {
    view.card(of: self) {
      ["number": number.map(TemplateValue.number) ?? .absent, "people": view.cards(at: people)]
    }
  }

  /// What its card shows besides what all cards do.
  public func listedFields(in view: EntityView) -> TemplateRecord {
    let people = speakers.compactMap { view.site.graph.number(.person, named: $0.person.value) }
    return [
      "number": number.map(TemplateValue.number) ?? .absent,
      "series": view.card(at: view.site.graph.number(.series, named: series.value)),
      "people": view.cards(at: people),
      "has-report": .flag(texts.contains { $0.name == EntityText.bodyName }),
      "status": status?.fields ?? .absent,
    ]
  }

  /// People by role, series, neighbours, axes of its people.
  public func fields(in view: EntityView) -> TemplateRecord {
    let graph = view.site.graph
    let ownSeries = graph.entity(.series, named: series.value)
    let siblings = ownSeries.map { graph.sources(of: .partOf, to: $0.id) } ?? []
    let position = siblings.firstIndex { $0.id == id }
    func neighbour(_ distance: Int) -> TemplateValue {
      guard let position, siblings.indices.contains(position + distance) else { return .absent }
      return (siblings[position + distance] as? Session)?.card(in: view) ?? .absent
    }
    func people(_ presences: [Presence]) -> TemplateValue {
      .listing(presences.map { $0.fields(in: view, at: date) })
    }
    return [
      "number": number.map(TemplateValue.number) ?? .absent, "series": view.card(of: ownSeries),
      "status": status?.fields ?? .absent,
      "speakers": people(speakers.filter { !$0.isModerator }),
      "moderators": people(speakers.filter(\.isModerator)), "previous": neighbour(-1),
      "next": neighbour(1),
      "axes": axes(in: view),
    ]
  }
}

extension Session {
  /// The axes that its speakers and moderators lead or belong to.
  private func axes(in view: EntityView) -> TemplateValue {
    let graph = view.site.graph
    let people = graph.targets(of: .speaker, .moderator, from: id)
    var seen: Set<EntityID> = []
    let axes = people.flatMap { graph.sources(of: .lead, .member, to: $0.id) }
      .filter { seen.insert($0.id).inserted }
    return view.cards(of: axes.sorted { $0.sortKey < $1.sortKey })
  }
}

extension Session.Status {
  /// A flag for each word, one of them set: templates hold the words that readers see.
  static let shape = TemplateShape.optional(
    .record(RecordShape(Dictionary(uniqueKeysWithValues: allCases.map { ($0.rawValue, .flag) })))
  )

  var fields: TemplateValue {
    .record(TemplateRecord(Session.Status.allCases.map { ($0.rawValue, .flag($0 == self)) }))
  }
}
