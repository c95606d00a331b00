import Synchronization

/// One thing that is read of a site.
///
/// What was made from a site is still right for another one if all that was read is the same there
/// (`Site.answersAlike`), so nobody has to list by hand what depends on what.
public enum SiteRead: Hashable, Sendable {
  /// What an entity says, but for its texts; or that there is none.
  case entity(EntityID)
  /// The entity that a word names.
  case name(EntityKind, String)
  /// The entities of a kind: which, in what order, and what each says.
  case kind(EntityKind)
  /// The entities of a kind: which, and in what order.
  case members(EntityKind)
  /// The entities of a kind: which, in whatever order.
  case identities(EntityKind)
  /// Whether there is any entity of a kind.
  case presence(EntityKind)
  /// Edges of a name that an entity states.
  case outgoing(EntityID, RelationName)
  /// Edges of a name that others state of an entity.
  case incoming(EntityID, RelationName)
  /// What records join to an entity, either way.
  case neighbours(EntityID)
  /// The parsed texts of an entity.
  case texts(EntityID)
  /// What the page of an entity says of its sources.
  case notes(EntityID)
  /// What an entity cites and names, formatted.
  case citations(EntityID)
  /// The places that refer to an entity.
  case places(EntityID)
  /// A work as the style writes it.
  case reference(EntityID)
}

/// Notes what is read of a site, for those who want to know later whether they must read it again.
///
/// A class, since it is one notebook that the parts of a site write into.
public final class ReadRecorder: Sendable {
  private let found = Mutex<Set<SiteRead>>([])

  /// Begins with nothing.
  public init() {}

  /// Everything read so far.
  public var reads: Set<SiteRead> { found.withLock { $0 } }

  func record(_ read: SiteRead) {
    found.withLock { _ = $0.insert(read) }
  }

  func record(_ reads: some Sequence<SiteRead>) {
    found.withLock { $0.formUnion(reads) }
  }
}
