import Diagnostics
import Markup
import SiteModel

/// A person's part in a text, as the text prints it.
struct Participation {
  /// Printed functions or affiliations; empty where the text prints none.
  let functions: [String]
  /// The part of an event; nil for the whole.
  let section: String?
}

/// A text in which persons take part under their functions.
protocol PeopledText: Entity {
  /// Every part that somebody takes, in printed order, with the word that names the person.
  var participations: [(person: String, part: Participation)] { get }
}

extension PeopledText {
  /// The parts of one person, in printed order.
  func participations(of person: EntityID, in graph: EntityGraph) -> [Participation] {
    guard let own = graph.numbers[person] else { return [] }
    return participations.compactMap { person, part in
      graph.number(.person, named: person) == own ? part : nil
    }
  }
}

extension Presence {
  var participation: (person: String, part: Participation) {
    (
      person.value,
      Participation(functions: [function].compactMap { $0 }, section: section)
    )
  }
}

extension Session: PeopledText {
  var participations: [(person: String, part: Participation)] { speakers.map(\.participation) }
}

extension Event: PeopledText {
  var participations: [(person: String, part: Participation)] { participants.map(\.participation) }
}

extension ResearchAxis: PeopledText {
  var participations: [(person: String, part: Participation)] { members.map(\.participation) }
}

extension PublicationIssue: PeopledText {
  var participations: [(person: String, part: Participation)] {
    authors.map {
      ($0.person.value, Participation(functions: $0.affiliations, section: nil))
    }
  }
}

extension Person {
  /// The functions that were true at a date, as far as any text says.
  ///
  /// Those that hold then, else those of the last text before. Empty where nothing is known of that
  /// time.
  func functions(at date: PartialDate) -> [Function] {
    let all = functions + affiliations
    let holding = all.filter { $0.period.covers(date) }
    if !holding.isEmpty { return holding }
    let before = all.filter { $0.period.hasBegun(by: date) && $0.period.to == nil }
    guard let last = before.lazy.map(\.period.rank).max() else { return [] }
    return before.filter { $0.period.rank == last }
  }

  /// The organisations for which the person takes part in a text: those that its printed functions
  /// name; where it prints none, those known to be right at its date.
  func organisations(behind part: Participation, at date: PartialDate?) -> [String] {
    let words = Set(part.functions.map { slugify($0) })
    var seen: Set<String> = []
    return employments.filter { employment in
      guard words.isEmpty else { return words.contains(slugify(employment.function ?? "")) }
      return date.map { employment.period.covers($0) } ?? false
    }.map(\.organisation.value).filter { seen.insert($0).inserted }
  }
}
