public import Diagnostics
public import FrontMatter
import SiteModel

/// What was understood of seeds: records merged by identity, and what stands in their texts.
///
/// Every list is in the order of the texts.
public struct Inspection: Sendable {
  /// A text and how it was read.
  public struct Text: Hashable, Sendable {
    /// Path, as it was given.
    public let file: String
    /// Kind; nil when the text has the shape of none.
    public let kind: String?
    /// Whether the manifest says the kind.
    public let isListed: Bool
  }

  /// The texts, in the order of reading.
  public let texts: [Text]
  /// Those who act in the texts.
  public internal(set) var persons: [InspectedPerson] = []
  /// Those whom the reference lists name.
  public internal(set) var referenceAuthors: [InspectedAuthor] = []
  /// Bodies that the texts name.
  public internal(set) var organisations: [InspectedRecord] = []
  /// Acronyms, once for each sense.
  public internal(set) var glossary: [InspectedRecord] = []
  /// Axes of research.
  public internal(set) var axes: [InspectedRecord] = []
  /// Sessions, whether a programme announces them or a report tells of them.
  public internal(set) var sessions: [InspectedRecord] = []
  /// Events.
  public internal(set) var events: [InspectedRecord] = []
  /// Works.
  public internal(set) var references: [InspectedRecord] = []
  /// Calls of works, resolved or not.
  public internal(set) var citations: [InspectedOccurrence] = []
  /// Namings of persons.
  public internal(set) var mentions: [InspectedOccurrence] = []
  /// What the reading doubts, sorted by place.
  public internal(set) var anomalies: [Diagnostic] = []
  /// Leads from spans to lines and printed words.
  let places: SourcePlaces
  /// Canonical names of persons, by slug.
  var names: [String: String] = [:]

  init(texts: [Text], places: SourcePlaces) {
    self.texts = texts
    self.places = places
  }
}

/// An entity, its merged fields, and every way its name is printed.
public struct InspectedRecord: Sendable {
  /// Slug.
  public let id: String
  /// Fields, as content files have them, each with its place.
  public let fields: FieldMapping
  /// Where it is first said.
  public let span: SourceSpan
  /// The text in Markdown; empty where there is none.
  public let text: String
  /// Its parts under headings.
  public let sections: [InspectedSection]
}

/// A person, and where he acts.
public struct InspectedPerson: Sendable {
  /// The record: name, given, family, functions.
  public let record: InspectedRecord
  /// Printed forms of the name, each once, in the order of the texts.
  public internal(set) var variants: [String]
  /// Slugs of axes led or joined.
  public let axes: [String]
  /// Slugs of sessions.
  public let sessions: [String]
  /// Slugs of events.
  public let events: [String]
  /// Slugs of issues written.
  public let issues: [String]
}

/// A name of the reference lists.
public struct InspectedAuthor: Sendable {
  /// Slug of given and family names.
  public let id: String
  /// Given names or initials, as printed; empty for a body.
  public let given: String
  /// Family name.
  public let family: String
  /// Where it is first printed.
  public let span: SourceSpan
  /// The name as the lists print it, each form once, in the order of the texts.
  public internal(set) var printed: [String]
  /// Keys of the works.
  public internal(set) var references: [String]
  /// The person of the texts that he can only be, or nil.
  public let person: String?
}

/// A place of a text that points at an entity.
public struct InspectedOccurrence: Hashable, Sendable {
  /// Where.
  public let span: SourceSpan
  /// The words that point.
  public let printed: String
  /// Slug of the work or person; nil when unresolved.
  public let target: String?
}

/// A heading of a body with what stands under it.
public struct InspectedSection: Sendable {
  /// Level, 1 to 6.
  public let level: Int
  /// The words of the seed.
  public let title: String
  /// Where the heading stands.
  public let span: SourceSpan
  /// Markdown up to the next heading.
  public let text: String
}
