public import CSL
public import Diagnostics
public import FrontMatter
public import Templating

/// A thing of the collection, read from its document.
///
/// A kind of content is one conforming type and one folder of `ContentTypes/`. A class, for lists of
/// entities are made and looked through all the time: each is one reference there, whatever it holds.
public protocol Entity: AnyObject, Sendable {
  /// The static facts of the kind.
  static var contentType: ContentType { get }

  /// Reads a document; what is wrong is reported to `reader`, never thrown.
  init(_ document: Document, reading reader: inout FieldReader)

  /// Identity.
  var id: EntityID { get }
  /// What pages and links call it.
  var title: String { get }
  /// Every text it was made from, the editors' own first, never empty.
  var sources: [SourceSpan] { get }
  /// Orders the entities of a kind: folded text, compared by bytes.
  var sortKey: String { get }
  /// Label under which an index page groups it; nil for kinds that are not grouped.
  var indexGroup: String? { get }
  /// The date it happened or appeared.
  var date: PartialDate? { get }
  /// What it declares of changes since it was published, in order.
  var amendments: [Amendment] { get }
  /// Whether its editors mean it for readers.
  var publicationStatus: PublicationStatus { get }
  /// One line that tells it from its neighbours in a list.
  var detail: String? { get }
  /// Texts in Markdown, in reading order.
  var texts: [EntityText] { get }
  /// Links to other entities that its fields write.
  var relations: [RelationReference] { get }
  /// The name, when it is a person.
  var personName: PersonName? { get }
  /// Other names that texts give the same person.
  var otherNames: [PersonName] { get }
  /// Names of persons it gives without saying which entity they are (authors of a work).
  var creators: [PersonName] { get }
  /// Words by which texts name it, so that they become links; for works there are citations.
  var namings: [EntityNaming] { get }
  /// What it is for other bibliographies, when it is a work.
  var work: CSLItem? { get }
  /// Other words that name it besides its slug, such as citation keys as written.
  var aliases: [String] { get }

  /// What its page shows besides its texts; must have the shape its content type declares.
  func fields(in view: EntityView) -> TemplateRecord
  /// What pages that list it show of it; must have the listed shape its content type declares.
  func listedFields(in view: EntityView) -> TemplateRecord
}

extension Entity {
  /// Not grouped.
  public var indexGroup: String? { nil }
  /// Not dated.
  public var date: PartialDate? { nil }
  /// Not changed since.
  public var amendments: [Amendment] { [] }
  /// Meant for readers.
  public var publicationStatus: PublicationStatus { .published }
  /// Nothing to add.
  public var detail: String? { nil }
  /// Why readers do not get it on a date; nil when they do.
  ///
  /// Without a date nothing is to come.
  public func withholding(on day: PartialDate?) -> Withholding? {
    if publicationStatus == .draft { return .draft }
    guard Self.contentType.appearsOnItsDate, let date, let day, !date.isNotAfter(day) else {
      return nil
    }
    return .until(date)
  }
  /// No text.
  public var texts: [EntityText] { [] }
  /// No relation.
  public var relations: [RelationReference] { [] }
  /// No person.
  public var personName: PersonName? { nil }
  /// No other names.
  public var otherNames: [PersonName] { [] }
  /// No creators.
  public var creators: [PersonName] { [] }
  /// No words that would be certain.
  public var namings: [EntityNaming] { [] }
  /// No work.
  public var work: CSLItem? { nil }
  /// Its slug is its only name.
  public var aliases: [String] { [] }
  /// All that its own page shows.
  public func listedFields(in view: EntityView) -> TemplateRecord { fields(in: view) }
}

/// A named text of an entity.
public struct EntityText: Sendable {
  /// Name of the text that stands after the front matter.
  public static let bodyName = "body"

  /// Whether a text is set by the rules of French, or stays as its source prints it.
  public enum Typesetting: Hashable, Sendable {
    /// Spaces and quotes of French, citations, mentions.
    case french
    /// As printed: a reference in whatever language.
    case asPrinted
  }

  /// What the kind calls it (`body`, `presentation`).
  public let name: String
  /// Markdown.
  public let markdown: WrittenText
  /// How it is set.
  public let typesetting: Typesetting

  /// Makes a text.
  public init(_ name: String, _ markdown: ComposedText, _ typesetting: Typesetting = .french) {
    self.name = name
    self.markdown = WrittenText(markdown)
    self.typesetting = typesetting
  }
}

extension EntityText {
  /// What stands before the ids of this text, so that texts of one page never share an id.
  public var idPrefix: String { EntityText.idPrefix(ofTextNamed: name) }

  /// What stands before the ids of a text: nothing for the body, else its name.
  public static func idPrefix(ofTextNamed name: String) -> String {
    name == bodyName ? "" : "\(name)-"
  }
}
