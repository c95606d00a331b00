import Diagnostics
import FrontMatter
public import SiteModel

/// What the registry says of a published text besides its versions.
public struct PublishedMetadata: Sendable {
  /// An author with the name of that day.
  public struct Author: Hashable, Sendable {
    /// Slug of the person.
    public let person: String
    /// The name as pages show it.
    public let name: String
    /// Affiliations as the text prints them.
    public let affiliations: [String]

    /// Makes an author.
    public init(person: String, name: String, affiliations: [String]) {
      self.person = person
      self.name = name
      self.affiliations = affiliations
    }
  }

  /// A work that the text cites or lists.
  public struct Work: Hashable, Sendable {
    /// Slug of the work.
    public let key: String
    /// The work in words.
    public let text: String

    /// Makes a work.
    public init(key: String, text: String) {
      self.key = key
      self.text = text
    }
  }

  /// Names and words of fields with one value, in the order of writing; empty ones are left out.
  public let fields: [(name: String, text: String)]
  /// Authors in order.
  public let authors: [Author]
  /// Keywords in order.
  public let keywords: [String]
  /// Works in the order of the bibliography.
  public let references: [Work]

  /// Gathers what is recorded.
  public init(
    fields: [(name: String, text: String)],
    authors: [Author],
    keywords: [String],
    references: [Work]
  ) {
    self.fields = fields.filter { !$0.text.isEmpty }
    self.authors = authors
    self.keywords = keywords
    self.references = references
  }
}

extension PublicationRegistry {
  /// The registry with a text recorded, in place of what it said of it before.
  ///
  /// - Returns: the text of the whole file, records by number and slug.
  public func recording(_ publication: Publication, _ metadata: PublishedMetadata) -> String {
    let slug = publication.id.slug
    let others = zip(publications, records).filter { $0.0.id != publication.id }
      .map { (slug: $0.0.id.slug, record: $0.1) }
    let all = others + [(slug: slug, record: registryRecord(of: publication, metadata))]
    let sorted = all.sorted { registryKey($0.slug) < registryKey($1.slug) }
    let list = FieldValue.sequence(sorted.map { .mapping($0.record) }, publication.span)
    let written = FieldWriting(span: publication.span).mapping([(Self.list, list)])
    return "# What was published, with the seal of each text. Written by `sitegen publish` alone.\n"
      + writeYAML(written)
  }
}

/// Numbers by their size, before words.
private func registryKey(_ slug: Slug) -> String {
  guard let number = Int(slug.text) else { return "z\(slug.text)" }
  let digits = String(number)
  return String(repeating: "0", count: max(0, 12 - digits.utf8.count)) + digits
}

private func registryRecord(
  of publication: Publication,
  _ metadata: PublishedMetadata
) -> FieldMapping {
  let writing = FieldWriting(span: publication.span)
  let authors = metadata.authors.map { author in
    FieldValue.mapping(
      writing.mapping([
        ("person", writing.text(author.person)), ("name", writing.text(author.name)),
        ("affiliations", writing.list(author.affiliations.map(writing.text))),
      ])
    )
  }
  let works = metadata.references.map { work in
    FieldValue.mapping(
      writing.mapping([("key", writing.text(work.key)), ("text", writing.text(work.text))])
    )
  }
  let versions = publication.versions.enumerated().map { index, version in
    FieldValue.mapping(writing.mapping(writing.fields(of: version, number: index + 1)))
  }
  return writing.mapping(
    [("slug", writing.text(publication.id.slug.text))]
      + metadata.fields.map { ($0.name, writing.text($0.text)) } + [
        ("authors", writing.list(authors)),
        ("keywords", writing.list(metadata.keywords.map(writing.text))),
        ("references", writing.list(works)), ("versions", writing.list(versions)),
      ]
  )
}

/// Makes fields that were read nowhere; lists without elements are left out.
private struct FieldWriting {
  let span: SourceSpan

  func text(_ words: String) -> FieldValue { .scalar(Spanned(words, at: span)) }

  func list(_ values: [FieldValue]) -> FieldValue { .sequence(values, span) }

  func mapping(_ fields: [(String, FieldValue)]) -> FieldMapping {
    let entries = fields.compactMap { name, value -> FieldMapping.Entry? in
      if case .sequence(let elements, _) = value, elements.isEmpty { return nil }
      return FieldMapping.Entry(Spanned(name, at: span), value)
    }
    return FieldMapping(entries, at: span)
  }

  func fields(of version: PublishedVersion, number: Int) -> [(String, FieldValue)] {
    let changes = version.amendments.map { amendment in
      FieldValue.mapping(
        mapping([
          ("kind", text(amendment.kind.rawValue)), ("date", text(amendment.date.isoText)),
          ("what", text(amendment.what)), ("why", text(amendment.why)),
        ])
      )
    }
    return [("version", text(String(number))), ("date", text(version.date.isoText))]
      + [("sha256", text(version.seal)), ("changes", list(changes))]
  }
}
