import Diagnostics
import FrontMatter
import Markup
import SiteModel

/// A reference with the key by which it is cited.
struct KeyedReference: Sendable {
  let slug: Slug
  let entry: ReferenceEntry
}

/// A list of references with the keys of its items, in order.
struct KeyedReferenceList: Sendable {
  let heading: TracedText
  let items: [(slug: Slug, place: SourceSpan)]
}

/// Reads the lists and gives each work its key: family of the first name, year, letter.
///
/// A letter is added where two works would have one key: `b` to the second, `c` to the third. The
/// same entry in two lists is one work.
func keyReferences(
  _ lists: [IssueParts.ReferenceList],
  lines: [SeedLine],
  habits: TextHabits
) -> Diagnosed<(works: [KeyedReference], lists: [KeyedReferenceList])> {
  let printed = lists.map { list in
    readEntries(splitEntries(list.entries, lines: lines, habits: habits))
  }
  let forms = FamilyForms(lines, for: printed.joined().compactMap(\.entry))
  let read = printed.map { $0.map { (text: $0.text, entry: $0.entry.map(forms.restore)) } }
  var table = KeyTable(read.joined().compactMap(\.entry))
  var works: [KeyedReference] = []
  var keyed: [KeyedReferenceList] = []
  var diagnostics: [Diagnostic] = []
  for (list, entries) in zip(lists, read) {
    var items: [(slug: Slug, place: SourceSpan)] = []
    if entries.count > 1, entries.allSatisfy({ $0.entry == nil }) {
      diagnostics.append(undated(list.heading, count: entries.count))
    }
    for item in entries {
      guard let entry = item.entry, let key = table.key(for: entry) else {
        let summary = "no author and year in this reference"
        diagnostics.append(
          Diagnostic(SeedDiagnostics.unreadReference, .warning, at: item.text.span, summary)
        )
        continue
      }
      items.append((key.slug, entry.printed.span))
      guard key.isNew else { continue }
      works.append(KeyedReference(slug: key.slug, entry: entry))
      diagnostics += entry.work.unplaced.map { .unplacedPart($0, of: key.slug) }
    }
    keyed.append(KeyedReferenceList(heading: list.heading, items: items))
  }
  return Diagnosed((works, keyed), diagnostics)
}

/// A list of references of which nothing could be read.
private func undated(_ heading: TracedText, count: Int) -> Diagnostic {
  Diagnostic(
    SeedDiagnostics.undatedReferences,
    .warning,
    at: heading.span,
    "none of the \(count) entries of this list has authors and a year"
  )
}

/// Reads the entries of a list, each in the style that most of them show.
private func readEntries(
  _ entries: [TracedText]
) -> [(text: TracedText, entry: ReferenceEntry?)] {
  let printed = entries.map { withoutEmptyLinks($0).trimmed }
  // A work needs no page to describe it; what is longer is no entry.
  let texts = printed.map { $0.count <= 6_000 ? EntryText($0) : nil }
  let order = commonOrder(texts.compactMap(\.self))
  let heads = texts.map { text in text.flatMap { readHead($0, order: order) } }
  let read = zip(texts, heads).filter { $0.0 != nil }
  let style = ReferenceStyle(
    of: read.compactMap(\.0),
    heads: read.map(\.1),
    order: order
  )
  var previous: [ReferenceName] = []
  return printed.indices.map { index in
    let entry = texts[index].flatMap {
      readReference($0, head: heads[index], printed[index], style: style, previous: previous)
    }
    if let entry, !entry.names.isEmpty { previous = entry.names }
    return (printed[index], entry)
  }
}

extension Diagnostic {
  /// Words of an entry that no field has.
  fileprivate static func unplacedPart(_ part: TracedText, of slug: Slug) -> Self {
    Diagnostic(
      SeedDiagnostics.unplacedReferencePart,
      .note,
      at: part.span,
      "\"\(part.string)\" has no field in \"\(slug.text)\""
    )
  }
}

/// The keys given so far, with the works that have them.
private struct KeyTable {
  private var works: [String: String] = [:]
  /// Keys with a printed letter; an added letter must not take their place.
  private let printed: Set<String>

  private static let letters = [""] + "bcdefghijklmnopqrstuvwxyz".map(String.init)

  init(_ entries: [ReferenceEntry]) {
    printed = Set(entries.filter { $0.suffix != nil }.compactMap(baseKey))
  }

  /// The key of an entry, nil when it has no family name or when the letters are used up.
  mutating func key(for entry: ReferenceEntry) -> (slug: Slug, isNew: Bool)? {
    guard let base = baseKey(entry) else { return nil }
    let identity = slugify(entry.printed.string)
    for letter in Self.letters {
      let key = base + letter
      let isReserved = entry.suffix == nil && printed.contains(key)
      guard !isReserved, works[key] == nil || works[key] == identity else { continue }
      guard let slug = Slug(key) else { return nil }
      return (slug, works.updateValue(identity, forKey: key) == nil)
    }
    return nil
  }
}

private func baseKey(_ entry: ReferenceEntry) -> String? {
  let year = entry.issued == nil ? "-" + slugify(entry.year.string) : entry.year.string
  let family = entry.names.first.flatMap { Slug(folding: $0.family.string) }
  guard let name = family?.text ?? titleKey(entry) else { return nil }
  return name + year + (entry.suffix?.string ?? "")
}

/// The first words of the title of a work without authors.
private func titleKey(_ entry: ReferenceEntry) -> String? {
  guard let title = entry.work.title.flatMap({ Slug(folding: $0.string) }) else { return nil }
  return title.text.split(separator: "-").prefix(4).joined(separator: "-")
}

extension KeyedReference {
  /// The draft of the work, with the names of CSL for its fields.
  var draft: Draft {
    var fields = FieldBuilder(at: entry.printed.span)
    let work = entry.work
    fields.add("type", Spanned(work.kind.rawValue, at: entry.printed.span))
    fields.add("author", entry.role == .author ? entry.names.map(\.field) : [])
    fields.add("editor", ((entry.role == .editor ? entry.names : []) + work.editors).map(\.field))
    fields.add(
      "translator",
      ((entry.role == .translator ? entry.names : []) + work.translators).map(\.field)
    )
    if let issued = entry.issued {
      fields.add("issued", Spanned(issued.isoText, at: entry.year.span))
    } else if !isUndated {
      fields.add("status", entry.year)
    }
    fields.add("year-suffix", entry.suffix)
    addTexts(to: &fields)
    fields.add("printed", markdown(fromMarkdown: entry.printed))
    return Draft(
      EntityID(.reference, slug),
      fields: fields.mapping,
      body: nil,
      source: entry.printed.span
    )
  }

  /// Whether words for the year say that nothing is known.
  ///
  /// « s.d. » says that nothing is known; any other words say what becomes of the work.
  private var isUndated: Bool {
    ["s", "n"].contains(slugify(entry.year.string).prefix(1)) && entry.year.count <= 6
  }

  private func addTexts(to fields: inout FieldBuilder) {
    let work = entry.work
    fields.add("title", work.title)
    fields.add("container-title", work.container)
    fields.add("collection-title", work.collection)
    fields.add("collection-number", work.collectionNumber)
    fields.add("genre", work.genre)
    fields.add("number", work.number)
    fields.add("volume", work.volume)
    fields.add("volume-title", work.volumeTitle)
    fields.add("issue", work.issue)
    fields.add("page", work.page)
    fields.add("edition", work.edition)
    fields.add("publisher", work.publisher)
    fields.add("publisher-place", work.place)
    fields.add("number-of-pages", work.numberOfPages)
    fields.add("number-of-volumes", work.numberOfVolumes)
    fields.add("original-date", work.originalDate)
    fields.add("DOI", work.doi)
    fields.add("URL", work.url)
    fields.add("ISBN", work.isbn)
    fields.add("ISSN", work.issn)
    if let accessed = work.accessed { fields.add("accessed", accessed.map(\.isoText)) }
  }
}

extension ReferenceName {
  /// `{family, given}`; a body has one name, `{literal}`.
  var field: FieldValue {
    var entry = FieldBuilder(at: family.span)
    entry.add(given == nil ? "literal" : "family", family)
    entry.add("given", given)
    return entry.value
  }
}
