public import Diagnostics
public import FrontMatter
public import SiteModel

/// A numbered issue of the collection (schema.org `PublicationIssue`).
public final class PublicationIssue: Entity {
  /// An author as the issue prints him: the person and the affiliations of that day.
  struct Authorship: Hashable {
    let person: Spanned<String>
    let affiliations: [String]
  }

  /// A list of references under its own heading.
  struct ReferenceList: Hashable {
    let title: String?
    let keys: [Spanned<String>]
  }

  /// Identity; the slug is the number.
  public let id: EntityID
  /// Title.
  public let title: String
  /// Day, month or year of publication.
  public let date: PartialDate?
  /// Where it comes from.
  public let sources: [SourceSpan]
  /// Abstract and body, where there are any.
  public let texts: [EntityText]
  /// Title and number.
  public let namings: [EntityNaming]
  let number: String
  let subtitle: String?
  let authors: [Authorship]
  let keywords: [String]
  let axes: [Spanned<String>]
  let referenceLists: [ReferenceList]
  let doi: Identifier?
  /// Corrections and new versions since it was published.
  public let amendments: [Amendment]
  let license: License?
  let language: String?
  /// `draft` or `published`, which an issue without the field is.
  public let publicationStatus: PublicationStatus

  /// Reads `number`, `title`, `subtitle`, `date`, `authors`, `abstract`, `keywords`, `axes`,
  /// `references`, `doi`, `status`, `language`, `license`, `revision` and `erratum`.
  public init(_ document: Document, reading reader: inout FieldReader) {
    id = document.id
    sources = document.sources
    let printedTitle = reader.requiredText("title")
    title = printedTitle.value
    subtitle = reader.text("subtitle")?.value
    let printedNumber =
      reader.text("number") ?? Spanned(document.id.slug.text, at: printedTitle.span)
    number = printedNumber.value
    namings = [
      EntityNaming(.title, printedTitle), EntityNaming(.number, printedNumber),
    ]
    date = reader.date("date")
    authors = PublicationIssue.readAuthors(&reader)
    keywords = reader.texts("keywords").map(\.value)
    axes = reader.texts("axes")
    referenceLists = PublicationIssue.readReferenceLists(&reader)
    doi = reader.identifier(.doi)
    amendments = reader.amendments()
    license = reader.license()
    language = reader.language()?.value
    publicationStatus = reader.publicationStatus()
    texts =
      [reader.markdown("abstract").map { EntityText("abstract", $0) }].compactMap { $0 }
      + [document.body.map { EntityText(EntityText.bodyName, $0) }].compactMap { $0 }
  }

  /// Latest issue first.
  public var sortKey: String {
    let number = Int(number) ?? 0
    let digits = String(max(0, 999_999 - number))
    return String(repeating: "0", count: 6 - digits.utf8.count) + digits
  }

  /// Subtitle.
  public var detail: String? { subtitle }

  /// Authors, axes and listed works.
  public var relations: [RelationReference] {
    authors.map { RelationReference(.author, .person, $0.person) }
      + axes.map { RelationReference(.axis, .axis, $0) }
      + referenceLists.flatMap(\.keys).map { RelationReference(.lists, .reference, $0) }
  }

  private static func readAuthors(_ reader: inout FieldReader) -> [Authorship] {
    reader.records("authors", shorthand: "person").map { record in
      var inner = FieldReader(record, of: "author")
      let authorship = Authorship(
        person: inner.requiredText("person"),
        affiliations: inner.texts("affiliations").map(\.value)
      )
      reader.absorb(inner)
      return authorship
    }
  }

  private static func readReferenceLists(_ reader: inout FieldReader) -> [ReferenceList] {
    reader.records("references", shorthand: "items").map { record in
      var inner = FieldReader(record, of: "list of references")
      let list = ReferenceList(title: inner.text("title")?.value, keys: inner.texts("items"))
      reader.absorb(inner)
      return list
    }
  }
}
