import Diagnostics
import FrontMatter
import SiteModel

/// Gathers what one text says of its people: one draft a person, in order of appearance.
struct PersonCollector {
  private struct Record {
    var name: PersonName
    var spellings: [PersonName] = []
    var functions: [(text: TracedText, asOf: Spanned<String>?)] = []
    var source: SourceSpan
    var body: TracedText?
  }

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
    if records[name.slug] == nil { order.append(name.slug) }
    var record = records[name.slug] ?? Record(name: name, source: source)
    if !record.spellings.contains(where: { $0.name.string == name.name.string }) {
      record.spellings.append(name)
    }
    if accents(of: name) > accents(of: record.name) { record.name = name }
    if let function, !record.functions.contains(where: { isSame($0.text, function) }) {
      record.functions.append((function, date))
    }
    record.body = record.body ?? body
    records[name.slug] = record
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
    functions.filter { !isBareDiscipline($0.text) } + functions.filter { isBareDiscipline($0.text) }
  }

  /// « sociologue », « géologue et historienne »: no body and no place.
  private func isBareDiscipline(_ function: TracedText) -> Bool {
    let words = function.words
    return words.count <= 4
      && words.allSatisfy { $0.text == "et" || FrenchWords.isRole($0.lowercased) }
  }

  /// « Zoé » is the better spelling of « Zoe ».
  private func accents(of name: PersonName) -> Int {
    name.name.scalars.count { !$0.scalar.isASCII }
  }

  private func isSame(_ left: TracedText, _ right: TracedText) -> Bool {
    left.string.lowercased() == right.string.lowercased()
  }
}
