/// What kind of thing an entity is; the closed vocabulary that drafts, relations and routes share.
public enum EntityKind: String, Hashable, Sendable, CaseIterable, Comparable {
  /// A numbered issue of the collection.
  case issue
  /// A person.
  case person
  /// A research axis.
  case axis
  /// A seminar series.
  case series
  /// One session of a series.
  case session
  /// A colloquium or another dated event.
  case event
  /// A work of the bibliography.
  case reference
  /// An institute, a laboratory, a firm: a body that acts.
  case organisation
  /// An acronym in one of its senses.
  case term
  /// A free page.
  case page

  /// Orders by declaration, the order of the navigation.
  public static func < (left: EntityKind, right: EntityKind) -> Bool {
    left.order < right.order
  }

  /// Hashes the place among all cases, not the name: graphs look kinds up all the time.
  public func hash(into hasher: inout Hasher) { hasher.combine(order) }

  /// The place among all cases; written out, since graphs compare identities all the time.
  var order: UInt8 {
    switch self {
    case .issue: 0
    case .person: 1
    case .axis: 2
    case .series: 3
    case .session: 4
    case .event: 5
    case .reference: 6
    case .organisation: 7
    case .term: 8
    case .page: 9
    }
  }
}
