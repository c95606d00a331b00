public import Diagnostics

/// How one entity stands to another.
public enum RelationName: String, Hashable, Sendable, CaseIterable {
  /// An issue was written by a person.
  case author
  /// An axis is led by a person.
  case lead
  /// An axis has a person as member.
  case member
  /// A person spoke in a session.
  case speaker
  /// A person moderated a session.
  case moderator
  /// A person spoke at an event.
  case participant
  /// A session belongs to a series.
  case partOf
  /// An issue belongs to an axis.
  case axis
  /// An issue lists a work among its references.
  case lists
  /// A text lists a work among its references that it does not cite (`nocite`).
  case alsoLists
  /// A text cites a work.
  case cites
  /// A text names an entity.
  case mentions
  /// A work was written or edited by a person.
  case creator
  /// A person works, or worked, for an organisation.
  case affiliation
  /// An event was organised by an organisation.
  case organiser
  /// A term is the acronym of an organisation.
  case shortens
  /// A text uses a term.
  case uses

  /// Whether a record states it, rather than the words of a text.
  public var isStated: Bool {
    switch self {
    case .lists, .alsoLists, .cites, .mentions, .creator, .shortens, .uses: false
    case .author, .lead, .member, .speaker, .moderator, .participant, .partOf, .axis, .affiliation,
      .organiser:
      true
    }
  }
}

/// A relation as a record writes it: the other end is still a word.
public struct RelationReference: Hashable, Sendable {
  /// How.
  public let name: RelationName
  /// What kind of entity is meant.
  public let targetKind: EntityKind
  /// The slug as written.
  public let target: Spanned<String>

  /// Makes a reference.
  public init(_ name: RelationName, _ targetKind: EntityKind, _ target: Spanned<String>) {
    self.name = name
    self.targetKind = targetKind
    self.target = target
  }
}

/// A directed edge between two entities that exist.
///
/// A class, because both ends and the record that states it keep it: they share one copy.
public final class Relation: Hashable, Sendable {
  /// How.
  public let name: RelationName
  /// Of whom or what it says so.
  public let target: EntityID
  private let statements: RelationStatements
  /// Its own places among those.
  private let first: Int32
  private let count: Int32

  init(
    _ name: RelationName,
    to target: EntityID,
    _ places: Range<Int>,
    of statements: RelationStatements
  ) {
    self.name = name
    self.target = target
    self.statements = statements
    first = Int32(places.lowerBound)
    count = Int32(places.count)
  }

  /// Makes an edge that follows from names alone.
  public convenience init(_ name: RelationName, from source: EntityID, to target: EntityID) {
    self.init(name, to: target, 0..<0, of: RelationStatements(of: source, []))
  }

  /// Whose record or text says so.
  public var source: EntityID { statements.source }

  /// Ids of the places in the source's page where it says so; empty for fields.
  public var anchors: [String] { statedPlaces.compactMap(\.anchor) }

  /// Where records and texts say so, in order; empty for what follows from names alone.
  public var places: [SourceSpan] { statedPlaces.map(\.span) }

  private var statedPlaces: ArraySlice<RelationPlace> {
    statements.places[Int(first)..<Int(first + count)]
  }

  /// Whether both say the same, in the same places.
  public static func == (left: Relation, right: Relation) -> Bool {
    left === right
      || left.name == right.name && left.source == right.source && left.target == right.target
        && left.statedPlaces == right.statedPlaces
  }

  /// Hashes the two ends; few edges have them in common.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(source)
    hasher.combine(target)
  }
}

/// What an edge of an entity says, wherever it says so.
public struct RelationEnd: Hashable, Sendable {
  /// How.
  public let name: RelationName
  /// Of whom or what.
  public let target: EntityID

  /// Makes an end.
  public init(_ name: RelationName, _ target: EntityID) {
    (self.name, self.target) = (name, target)
  }

  /// Hashes the target; few edges of an entity have it in common.
  public func hash(into hasher: inout Hasher) { hasher.combine(target) }
}

/// Where a record or a text states an edge.
public struct RelationPlace: Hashable, Sendable {
  /// Id of the place in the page of its source; nil for fields.
  public let anchor: String?
  /// Where in the source.
  public let span: SourceSpan

  /// Makes a place.
  public init(anchor: String? = nil, at span: SourceSpan) {
    self.anchor = anchor
    self.span = span
  }
}
