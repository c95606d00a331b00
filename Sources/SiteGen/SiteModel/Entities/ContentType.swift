public import Templating

/// The static facts of a kind of content; a class, since every page asks for some.
public final class ContentType: Sendable {
  /// The kind.
  public let kind: EntityKind
  /// Folder of its files below `Content/`.
  public let folder: String
  /// Folder of its pages; nil puts them at the top of the site.
  public let routeFolder: Slug?
  /// Name of the template of its pages; nil for a kind whose entities stand on the page that lists
  /// all of them, each at an anchor.
  public let template: String?
  /// Name of the template of the page that lists all; nil where there is none.
  public let indexTemplate: String?
  /// Folder of that page, where it is not that of the others.
  public let indexFolder: Slug?
  /// Whether its pages end with the works they cite, so that calls lead to the foot of the page.
  public let hasReferenceList: Bool
  /// Whether titles keep the spaces and quotes of their own language, as those of works do.
  public let keepsTitlesAsPrinted: Bool
  /// Whether readers get its entities from their date on, as they do texts; what is to come may
  /// also be announced, as gatherings are.
  public let appearsOnItsDate: Bool
  /// The drawings of the whole collection that show its entities.
  public let figures: Set<Figure>
  /// What `fields(in:)` gives.
  public let shape: RecordShape
  /// What `listedFields(in:)` gives.
  public let listedShape: RecordShape

  /// Declares a kind.
  public init(
    kind: EntityKind,
    folder: String,
    routeFolder: Slug?,
    template: String?,
    indexTemplate: String?,
    indexFolder: Slug? = nil,
    hasReferenceList: Bool = false,
    keepsTitlesAsPrinted: Bool = false,
    appearsOnItsDate: Bool = false,
    figures: Set<Figure> = [],
    shape: RecordShape,
    listedShape: RecordShape? = nil
  ) {
    self.kind = kind
    self.folder = folder
    self.routeFolder = routeFolder
    self.template = template
    self.indexTemplate = indexTemplate
    self.indexFolder = indexFolder
    self.hasReferenceList = hasReferenceList
    self.keepsTitlesAsPrinted = keepsTitlesAsPrinted
    self.appearsOnItsDate = appearsOnItsDate
    self.figures = figures
    self.shape = shape
    self.listedShape = listedShape ?? shape
  }

  /// The page of an entity: a pure function of its slug.
  public func route(of slug: Slug) -> Route {
    guard template == nil, let indexRoute else {
      return Route(folder: routeFolder?.text ?? "", slug: slug)
    }
    return Route(indexRoute, anchor: slug)
  }

  /// Whether every entity has a page of its own.
  public var hasEntityPages: Bool { template != nil }

  /// The page that lists all of the kind; nil where there is none.
  public var indexRoute: Route? {
    indexTemplate == nil ? nil : (indexFolder ?? routeFolder).map(Route.init(folder:))
  }
}
