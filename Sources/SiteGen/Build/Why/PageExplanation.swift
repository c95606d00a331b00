public import Diagnostics
public import Rendering
public import SiteModel

/// What made a page: sources, fields, templates, relations, addresses.
public struct PageExplanation: Sendable {
  /// A field of the record, or one element of a list.
  public struct Field: Sendable {
    /// Its name; elements of lists are numbered from 1 (`functions[2]`).
    public let name: String
    /// Who says it.
    public let origin: Origin
    /// Where.
    public let place: SourceSpan
    /// What it says, on one line.
    public let summary: String
  }

  /// Who says a field.
  public enum Origin: String, Sendable, CaseIterable {
    /// A file of `Content/`.
    case editor
    /// A bibliographic file.
    case bibliography
    /// A raw text.
    case seed
  }

  /// A relation of the page's entity, seen from it.
  public struct Edge: Sendable {
    /// How.
    public let name: RelationName
    /// The entity at the other end.
    public let other: EntityID
    /// What pages call it.
    public let title: String
    /// Its address.
    public let route: Route?
    /// Where records and texts say so; empty for what follows from names alone.
    public let places: [SourceSpan]
  }

  /// The page, or its absence: a file that is copied or exported has none.
  public let page: PageRequest?
  /// Its address.
  public let route: Route
  /// Its file below the output folder.
  public let path: String
  /// What it is about; nil for lists and the like.
  public let entity: EntityID?
  /// What pages call the entity.
  public let title: String?
  /// Texts it was made from, the editors' own first.
  public let sources: [SourceSpan]
  /// Fields of its record, in order.
  public let fields: [Field]
  /// Paths of its template and of what that draws in; the first is the page's own.
  public let templates: [String]
  /// Relations that it states, in order.
  public let outgoing: [Edge]
  /// Relations that others state of it, in order.
  public let incoming: [Edge]
  /// Old addresses that lead here; of a page that only leads on, the address itself.
  public let redirects: [Redirect]
  /// Works of its list, or those that the file gives away, in order.
  public let works: [EntityID]
  /// Files in which the works are given away.
  public let exports: [String]
}
