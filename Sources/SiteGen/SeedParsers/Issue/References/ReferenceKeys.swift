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
  _ lists: [IssueParts.ReferenceList]
) -> Diagnosed<(works: [KeyedReference], lists: [KeyedReferenceList])> {
  let read = lists.map { list in list.entries.map { (text: $0, entry: readReference($0)) } }
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
      if key.isNew { works.append(KeyedReference(slug: key.slug, entry: entry)) }
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

/// The keys given so far, with the works that have them.
private struct KeyTable {
  private var works: [String: String] = [:]
  /// Keys with a printed letter; an added letter must not take their place.
  private let printed: Set<String>

  init(_ entries: [ReferenceEntry]) {
    printed = Set(entries.filter { $0.suffix != nil }.compactMap(baseKey))
  }

  /// The key of an entry, nil when it has no family name or when the letters are used up.
  mutating func key(for entry: ReferenceEntry) -> (slug: Slug, isNew: Bool)? {
    guard let base = baseKey(entry) else { return nil }
    let identity = slugify(entry.printed.string)
    for letter in [""] + "bcdefghijklmnopqrstuvwxyz".map(String.init) {
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
  guard let family = entry.names.first.flatMap({ Slug(folding: $0.family.string) }) else {
    return nil
  }
  return family.text + entry.year.string + (entry.suffix?.string ?? "")
}

extension KeyedReference {
  /// The draft of the work, with the names of CSL for its fields.
  var draft: Draft {
    var fields = FieldBuilder(at: entry.printed.span)
    let work = entry.work
    fields.add("type", Spanned(work.kind.rawValue, at: entry.printed.span))
    fields.add("author", entry.isEdited ? [] : entry.names.map(\.field))
    fields.add("editor", (entry.isEdited ? entry.names : work.editors).map(\.field))
    fields.add("issued", entry.year)
    fields.add("year-suffix", entry.suffix)
    fields.add("title", work.title)
    fields.add("container-title", work.container)
    fields.add("collection-title", work.collection)
    fields.add("collection-number", work.collectionNumber)
    fields.add("genre", work.genre)
    fields.add("number", work.number)
    fields.add("volume", work.volume)
    fields.add("issue", work.issue)
    fields.add("page", work.page)
    fields.add("publisher", work.publisher)
    fields.add("publisher-place", work.place)
    fields.add("number-of-pages", work.numberOfPages)
    fields.add("printed", markdown(fromMarkdown: entry.printed))
    return Draft(
      EntityID(.reference, slug),
      fields: fields.mapping,
      body: nil,
      source: entry.printed.span
    )
  }
}

extension ReferenceName {
  /// `{family, given}`.
  var field: FieldValue {
    var entry = FieldBuilder(at: family.span)
    entry.add("family", family)
    entry.add("given", given)
    return entry.value
  }
}
