import Diagnostics
import FrontMatter
import SiteModel

/// Gathers what one text says of its people: one draft a person, in order of appearance.
struct PersonCollector {
  fileprivate struct Record {
    var name: PersonName
    var spellings: [PersonName] = []
    var functions: [(text: TracedText, asOf: Spanned<String>?)] = []
    /// The spellings and the functions in small letters, each noted once.
    var known: Set<String> = []
    var source: SourceSpan
    var body: TracedText?
  }

  /// Records noted.
  private(set) var work = WorkCount()
  private var order: [Slug] = []
  private var records: [Slug: Record] = [:]

  /// Slugs in order of appearance.
  var slugs: [Slug] { order }

  /// Every spelling of everybody, in order of appearance.
  var spellings: [PersonName] { order.flatMap { records[$0]?.spellings ?? [] } }

  /// Whether a person has been met.
  func contains(_ slug: Slug) -> Bool { records[slug] != nil }

  /// Notes a person; a function already known is not repeated.
  mutating func add(
    _ name: PersonName,
    function: TracedText?,
    asOf date: Spanned<String>? = nil,
    source: SourceSpan,
    body: TracedText? = nil
  ) {
    work.add()
    if records[name.slug] == nil { order.append(name.slug) }
    records[name.slug, default: Record(name: name, source: source)]
      .note(name, function: function, asOf: date, body: body)
  }

  /// Notes the speakers of a session on its day.
  mutating func add(_ speakers: [SessionSpeaker], asOf date: Spanned<String>?) {
    for speaker in speakers {
      let person = speaker.person
      add(person.name, function: person.function, asOf: date, source: person.source.span)
    }
  }

  /// The drafts.
  func drafts() -> [Draft] {
    order.compactMap { slug in records[slug].map { draft($0, slug: slug) } }
  }

  private func draft(_ record: Record, slug: Slug) -> Draft {
    var fields = FieldBuilder(at: record.source)
    fields.add("name", record.name.name)
    fields.add("given", record.name.given)
    fields.add("family", record.name.family)
    fields.add(
      "functions",
      inOrder(record.functions).map { function in
        var entry = FieldBuilder(at: function.text.span)
        entry.add("text", function.text)
        if let date = function.asOf { entry.add("as-of", date) }
        return entry.value
      }
    )
    return Draft(
      EntityID(.person, slug),
      fields: fields.mapping,
      body: record.body?.composed(),
      source: record.source
    )
  }

  /// Full functions, then bare disciplines; otherwise the order of the text.
  private func inOrder(
    _ functions: [(text: TracedText, asOf: Spanned<String>?)]
  ) -> [(text: TracedText, asOf: Spanned<String>?)] {
    let isBare = functions.map { isBareDiscipline($0.text) }
    let ordered = zip(functions, isBare)
    return ordered.filter { !$0.1 }.map(\.0) + ordered.filter(\.1).map(\.0)
  }

  /// « sociologue », « géologue et historienne »: no body and no place.
  private func isBareDiscipline(_ function: TracedText) -> Bool {
    let words = function.words(first: 5)
    return words.count <= 4
      && words.allSatisfy { $0.text == "et" || FrenchWords.isRole($0.lowercased) }
  }
}

extension PersonCollector.Record {
  /// Notes a spelling and a function; changed in place, so that many functions cost no more each.
  fileprivate mutating func note(
    _ name: PersonName,
    function: TracedText?,
    asOf date: Spanned<String>?,
    body: TracedText?
  ) {
    if known.insert("= \(name.name.string)").inserted { spellings.append(name) }
    if self.name.isRestored, !name.isRestored, accents(of: name) >= accents(of: self.name) {
      self.name = name
    } else if accents(of: name) > accents(of: self.name) {
      self.name = name
    }
    if let function, known.insert(function.lowercased).inserted {
      functions.append((function, date))
    }
    self.body = self.body ?? body
  }

  /// « Zoé » is the better spelling of « Zoe ».
  private func accents(of name: PersonName) -> Int {
    name.name.scalars.count { !$0.scalar.isASCII }
  }
}
