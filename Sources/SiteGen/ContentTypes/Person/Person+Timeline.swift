import Diagnostics
import Markup
import SiteModel
import Templating

extension Person {
  /// A function, an affiliation or an employment, with every time that texts or editors give it.
  struct Career {
    /// When, and which text says so.
    struct Attestation {
      let period: Period
      let text: (any Entity)?
      let source: String?

      var saysSomething: Bool { !period.isUndated || text != nil || source != nil }
    }

    let words: String
    var organisations: [EntityID]
    var attestations: [Attestation]

    /// Whether it is true as long as another, as far as both dates say: 2023 and May 2023 may be one.
    func isAsRecent(as other: Career) -> Bool {
      guard let own = attestations.first?.period, let others = other.attestations.first?.period
      else { return false }
      guard own.rank != others.rank, !own.isOpen, !others.isOpen,
        let date = own.latest, let otherDate = others.latest
      else { return own.rank == others.rank }
      return date.isNotAfter(otherDate) && otherDate.isNotAfter(date)
    }
  }

  /// All that the person was, latest first; the same words stand once.
  func career(in graph: EntityGraph) -> [Career] {
    let texts = peopledTexts(in: graph)
    let printed = texts.flatMap { text -> [(String, Career.Attestation)] in
      guard text is PublicationIssue else { return [] }
      return text.participations(of: id, in: graph).flatMap(\.functions).map {
        ($0, Career.Attestation(period: Period(asOf: text.date), text: text, source: nil))
      }
    }
    let stated = (functions + affiliations).map { function in
      (
        function.text,
        Career.Attestation(
          period: function.period,
          text: source(of: function, among: texts, in: graph),
          source: function.source
        )
      )
    }
    let known = Set((printed + stated).map { slugify($0.0) })
    let alone = employments.filter { !known.contains(slugify($0.function ?? "")) }.map {
      employment in
      let title = graph.entity(.organisation, named: employment.organisation.value)?.title
      return (
        employment.function ?? title ?? employment.organisation.value,
        Career.Attestation(period: employment.period, text: nil, source: nil)
      )
    }
    return joinEqualWords(stated + printed + alone, in: graph)
  }

  private func joinEqualWords(
    _ entries: [(words: String, attestation: Career.Attestation)],
    in graph: EntityGraph
  ) -> [Career] {
    var careers: [Career] = []
    var places: [String: Int] = [:]
    for entry in entries.sortedByRank() {
      let key = slugify(entry.words)
      if let place = places[key] {
        careers[place].attestations.append(entry.attestation)
      } else {
        places[key] = careers.count
        careers.append(
          Career(
            words: entry.words,
            organisations: organisations(namedIn: key, graph),
            attestations: [entry.attestation]
          )
        )
      }
    }
    return careers
  }

  private func organisations(namedIn key: String, _ graph: EntityGraph) -> [EntityID] {
    var seen: Set<EntityID> = []
    return employments.compactMap { employment in
      let entity = graph.entity(.organisation, named: employment.organisation.value)
      let words = employment.function ?? entity?.title ?? employment.organisation.value
      return slugify(words) == key ? entity?.id : nil
    }.filter { seen.insert($0).inserted }
  }

  /// Texts in which the person has a part, in the order of kinds.
  func peopledTexts(in graph: EntityGraph) -> [any PeopledText] {
    graph.sources(of: .author, .member, .speaker, .moderator, .participant, to: id)
      .compactMap { $0 as? any PeopledText }
  }

  /// The text that says it: the one of its date in which the person takes part under these words,
  /// else the only one of its date in which the person takes part; nil where editors say more, and
  /// where it could be several.
  private func source(
    of function: Function,
    among texts: [any PeopledText],
    in graph: EntityGraph
  ) -> (any Entity)? {
    guard let date = function.period.asOf, function.source == nil else { return nil }
    let words = slugify(function.text)
    let dated = texts.filter { $0.date == date }
    let printing = dated.first { text in
      text.participations(of: id, in: graph).flatMap(\.functions).contains { slugify($0) == words }
    }
    return printing ?? (dated.count == 1 ? dated.first : nil)
  }
}

extension [(words: String, attestation: Person.Career.Attestation)] {
  /// Latest first, those of one date in the given order.
  fileprivate func sortedByRank() -> Self {
    enumerated().sorted { left, right in
      let (first, second) = (
        left.element.attestation.period.rank, right.element.attestation.period.rank
      )
      return first == second ? left.offset < right.offset : first > second
    }.map(\.element)
  }
}

extension Person.Career {
  static let shape = TemplateShape.record([
    "text": .text, "organisations": .listing(of: .record(EntityView.cardShape)),
    "attestations": .listing(
      of: .record([
        "date": .optional(.text), "from": .optional(.text), "to": .optional(.text),
        "text": .optional(
          .record(
            EntityView.cardShape.merging([
              "kind": .record(EntityKind.flagsShape), "number": .optional(.text),
            ])
          )
        ), "source": .optional(.text),
        "source-href": .optional(.text),
      ])
    ),
  ])

  func fields(in view: EntityView) -> TemplateValue {
    .record([
      "text": view.text(words),
      "organisations": view.cards(of: organisations.compactMap { view.site.graph.entity($0) }),
      "attestations": .listing(
        attestations.filter(\.saysSomething).map { $0.fields(in: view) }
      ),
    ])
  }
}

extension Person.Career.Attestation {
  fileprivate func fields(in view: EntityView) -> TemplateValue {
    func words(_ date: PartialDate?) -> TemplateValue {
      date.map { .text($0.frenchText) } ?? .absent
    }
    let isAddress = source?.hasPrefix("https://") ?? false
    return .record([
      "date": words(period.asOf), "from": words(period.from), "to": words(period.to),
      "text": textCard(in: view), "source": isAddress ? .absent : view.text(source),
      "source-href": isAddress ? source.map(TemplateValue.text) ?? .absent : .absent,
    ])
  }

  /// The text with what it is called for short: its kind and its number.
  private func textCard(in view: EntityView) -> TemplateValue {
    guard let text else { return .absent }
    let number = (text as? PublicationIssue)?.number ?? (text as? Session)?.number.map(String.init)
    return view.card(of: text) {
      ["kind": text.id.kind.flags, "number": number.map(TemplateValue.text) ?? .absent]
    }
  }
}
