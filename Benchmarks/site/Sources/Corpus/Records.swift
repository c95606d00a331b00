/// A numbered issue with its text.
struct Issue {
  let number: Int
  let title: String
  let date: String
  let authors: [Int]
  let axes: [Int]
  let keywords: [String]
  let abstract: String
  let body: [Block]
}

/// A person.
struct Person {
  let name: PersonName
  let slug: String
  /// A function and the year for which it is known.
  let functions: [(text: String, year: Int)]
  let organisation: Int
  let body: [Block]
}

/// Given and family name.
struct PersonName {
  let given: String
  let family: String

  var full: String { "\(given) \(family)" }
}

/// A session of a series.
struct Session {
  let series: Int
  /// Within the series, from 1.
  let number: Int
  let title: String
  let date: String
  let speakers: [Int]
  let moderator: Int
  let presentation: String
  let body: [Block]
}

/// An axis of research.
struct Axis {
  let number: Int
  let title: String
  let lead: Int
  let members: [Int]
  let body: [Block]
}

/// A series or an organisation: a name and some words.
struct NamedRecord {
  let name: String
  let slug: String
  let body: [Block]
}

/// A work of the bibliography.
struct Reference {
  let key: String
  /// Of CSL.
  let type: String
  let title: String
  let authors: [PersonName]
  /// The first author as a person of the site.
  let person: Int?
  let year: Int
  let container: String?
  let volume: Int
  let firstPage: Int
  let lastPage: Int
  let publisher: String?
}
