public import Diagnostics

/// An address that the site once had, and what stands for it now.
public struct Redirect: Hashable, Sendable {
  /// The old address.
  public let from: Route
  /// The entity to which it leads; it has a page or a place on one.
  public let target: EntityID
  /// Where a record says so.
  public let span: SourceSpan

  /// Makes a redirect.
  public init(from: Route, to target: EntityID, at span: SourceSpan) {
    self.from = from
    self.target = target
    self.span = span
  }
}

/// An address that the site has promised: a line of `Content/addresses.yaml`.
public struct RecordedAddress: Hashable, Sendable {
  /// Path of the file of all promised addresses.
  public static let path = "Content/addresses.yaml"

  /// The address.
  public let route: Route
  /// What stood there when it was recorded.
  public let entity: EntityID
  /// Where it is recorded.
  public let span: SourceSpan

  /// Makes a record.
  public init(_ route: Route, of entity: EntityID, at span: SourceSpan) {
    self.route = route
    self.entity = entity
    self.span = span
  }
}
