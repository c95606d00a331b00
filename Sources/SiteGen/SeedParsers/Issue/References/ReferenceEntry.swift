import Diagnostics
import SiteModel

/// An entry of a list of references, read.
struct ReferenceEntry: Sendable {
  var names: [ReferenceName]
  /// What the names did; of translators alone nothing better is known.
  let role: ReferenceRole
  /// The year, or the words that stand for it: `s.d.`, `à paraître`.
  let year: TracedText
  /// The letter printed after the year.
  let suffix: TracedText?
  /// The date, nil where words stand for it.
  let issued: PartialDate?
  var work: ReferenceWork
  /// The entry as printed, Markdown.
  let printed: TracedText
}

/// What an entry says of its work, by the names of CSL 1.0.2.
struct ReferenceWork: Sendable {
  enum Kind: String, Sendable {
    case book
    case article = "article-journal"
    case newspaper = "article-newspaper"
    case chapter
    case conference = "paper-conference"
    case report
    case thesis
    case webpage
    case encyclopedia = "entry-encyclopedia"
    case dictionary = "entry-dictionary"
    case document
  }

  var kind = Kind.document
  var title: TracedText?
  var container: TracedText?
  var editors: [ReferenceName] = []
  var translators: [ReferenceName] = []
  var collection: TracedText?
  var collectionNumber: TracedText?
  /// What a work calls itself, as printed: `rapport de recherche`.
  var genre: TracedText?
  /// The number of a report.
  var number: TracedText?
  var volume: TracedText?
  var volumeTitle: TracedText?
  var issue: TracedText?
  var page: TracedText?
  var edition: TracedText?
  var publisher: TracedText?
  var place: TracedText?
  var numberOfPages: TracedText?
  var numberOfVolumes: TracedText?
  var originalDate: TracedText?
  var doi: TracedText?
  var url: TracedText?
  var isbn: TracedText?
  var issn: TracedText?
  var accessed: Spanned<PartialDate>?
  /// What the entry says that has no field.
  var unplaced: [TracedText] = []
}
