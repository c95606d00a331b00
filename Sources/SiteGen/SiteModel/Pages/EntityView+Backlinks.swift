import Markdown
public import Templating

/// What speaks of an entity, with the sentence and a link to the exact place.
extension EntityView {
  /// As many places of one text as stand in the open; the rest is folded away.
  private static let openPlaces = 3

  /// Every text that cites or names an entity, by kind in navigation order.
  ///
  /// In a kind the latest first, the undated last. Absent when no other text does.
  public func backlinks(to id: EntityID) -> TemplateValue {
    let places = site.citations.places(referringTo: id)
    let texts = latestFirst(referringTexts(places, without: id)) { site.graph.entity(at: $0.text) }
    // What nothing refers to has nothing to be grouped.
    guard !texts.isEmpty else { return .absent }
    let kinds = texts.map { site.graph.numbers.kind(at: $0.text) }
    let groups = EntityKind.allCases.filter(kinds.contains).map { kind in
      let items = zip(texts, kinds).compactMap { text, own in
        own == kind ? card(of: text.text, places: places[text.places]) : nil
      }
      return TemplateValue.record(["kind": kind.flags, "items": .list(items)])
    }
    return .record(["groups": .list(groups), "count": .number(texts.count)])
  }

  /// The shape of `backlinks(to:)`.
  public static let backlinksShape = TemplateShape.optional(
    .record([
      "count": .number,
      "groups": .list(
        .record([
          "kind": .record(EntityKind.flagsShape),
          "items": .list(
            .record(
              cardShape.merging([
                "places": .list(placeShape), "more": .listing(of: placeShape),
              ])
            )
          ),
        ])
      ),
    ])
  )

  private static let placeShape = TemplateShape.record([
    "href": .text, "number": .number, "locator": .optional(.text),
    "sentence": .optional(.record(["before": .text, "marked": .text, "after": .text])),
  ])

  /// The texts of places by their numbers, each with the range of its own: places stand text after
  /// text.
  private func referringTexts(
    _ places: [ReferringPlace],
    without id: EntityID
  ) -> [(text: Int, places: Range<Int>)] {
    var texts: [(text: Int, places: Range<Int>)] = []
    var start = 0
    for end in 1..<places.count + 1
    where
      end == places.count || places[end].source != places[start].source
    {
      if places[start].source != id, let text = site.graph.number(of: places[start].source) {
        texts.append((text, start..<end))
      }
      start = end
    }
    return texts
  }

  private func card(of text: Int, places: ArraySlice<ReferringPlace>) -> TemplateValue {
    card(at: text) { card in
      guard case .text(let page)? = card["href"] else { return [:] }
      // Folding a single place away would save nothing.
      let open = places.count == EntityView.openPlaces + 1 ? places.count : EntityView.openPlaces
      let records = places.indices.map {
        record(of: places[$0], number: $0 - places.startIndex + 1, on: page)
      }
      guard records.count > open else {
        return ["href": .text(page), "places": .list(records), "more": .absent]
      }
      return [
        "href": .text(page), "places": .list(Array(records.prefix(open))),
        "more": .listing(Array(records.dropFirst(open))),
      ]
    }
  }

  private func record(of place: ReferringPlace, number: Int, on page: String) -> TemplateValue {
    let sentence = place.sentence
    return .record([
      "href": .text("\(page)#\(place.anchor)"), "number": .number(number),
      "locator": place.locator.map { text($0) } ?? .absent,
      "sentence": sentence.marksNothing
        ? .absent
        : .record([
          "before": .text(sentence.before), "marked": .text(sentence.marked),
          "after": .text(sentence.after),
        ]),
    ])
  }
}

/// Entities with the latest first and the undated last; of one date in the order of identities.
public func latestFirst(_ entities: [any Entity]) -> [any Entity] {
  latestFirst(entities) { $0 }
}

/// The same for what holds an entity; each is asked for its date once, and only dates and
/// identities are moved while sorting.
private func latestFirst<Element>(
  _ elements: [Element],
  by entity: (Element) -> any Entity
) -> [Element] {
  guard elements.count > 1 else { return elements }
  let keys = elements.map { element in
    let entity = entity(element)
    return (date: entity.date, id: entity.id)
  }
  let order = keys.indices.sorted { left, right in
    switch (keys[left].date, keys[right].date) {
    case (let first?, let second?) where first != second: first > second
    case (_?, nil): true
    case (nil, _?): false
    default: keys[left].id < keys[right].id
    }
  }
  return order.map { elements[$0] }
}
