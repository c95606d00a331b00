public import Diagnostics

/// What editors say of identities that texts gave: two that are one, and what is nothing at all.
public struct IdentityCorrections: Hashable, Sendable {
  /// A correction, and where it is written.
  public struct Statement: Hashable, Sendable {
    /// The entity that takes the place of the other; nil where there is none to take.
    public let target: EntityID?
    /// Where.
    public let span: SourceSpan
    /// Whether it follows from a printed name, rather than being written as such.
    public let isImplied: Bool
    /// Whether seeds were imported into the record that says so, which no longer speak for it.
    public let isImported: Bool

    /// Makes a statement.
    public init(
      target: EntityID?,
      at span: SourceSpan,
      isImplied: Bool = false,
      isImported: Bool = false
    ) {
      self.target = target
      self.span = span
      self.isImplied = isImplied
      self.isImported = isImported
    }
  }

  /// By the identity that is corrected; a target is never corrected itself.
  public let statements: [EntityID: Statement]
  /// Corrections that changed a record.
  public let used: Set<EntityID>

  /// Makes corrections.
  public init(_ statements: [EntityID: Statement], used: Set<EntityID> = []) {
    self.statements = statements
    self.used = used
  }

  /// The identity that stands for another: itself where nobody corrects it, nil for nothing.
  public func identity(of id: EntityID) -> EntityID? {
    statements[id].map(\.target) ?? id
  }

  /// Identities that editors moved into others, whose old addresses still lead there, in order.
  public var moved: [(id: EntityID, target: EntityID, span: SourceSpan)] {
    statements.filter { !$0.value.isImplied }.sorted { $0.key < $1.key }.compactMap {
      id,
      statement in
      statement.target.map { (id, $0, statement.span) }
    }
  }

  /// Identities that lead to others.
  public var redirects: [EntityID: EntityID] { statements.compactMapValues(\.target) }
}
