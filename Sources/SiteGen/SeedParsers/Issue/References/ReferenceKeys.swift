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
  var works: [KeyedReference] = []
  var keys: [String: String] = [:]
  var keyed: [KeyedReferenceList] = []
  var diagnostics: [Diagnostic] = []
  // Printed letters come first: an added one must not take their place.
  let read = lists.map { list in list.entries.map { (text: $0, entry: readReference($0)) } }
  let printed = Set(
    read.joined().compactMap { item in item.entry.flatMap { $0.suffix == nil ? nil : baseKey($0) } }
  )
  for (list, entries) in zip(lists, read) {
    var items: [(slug: Slug, place: SourceSpan)] = []
    for item in entries {
      guard let entry = item.entry, let base = baseKey(entry) else {
        diagnostics.append(
          Diagnostic(
            SeedDiagnostics.unreadReference,
            .warning,
            at: item.text.span,
            "no author and year in this reference"
          )
        )
        continue
      }
      let identity = slugify(entry.printed.string)
      var key = base
      for letter in "bcdefghijklmnopqrstuvwxyz" {
        guard let taken = keys[key] ?? (entry.suffix == nil && printed.contains(key) ? "" : nil),
          taken != identity
        else { break }
        key = base + String(letter)
      }
      guard let slug = Slug(key) else { continue }
      items.append((slug, entry.printed.span))
      if keys.updateValue(identity, forKey: key) != identity {
        works.append(KeyedReference(slug: slug, entry: entry))
      }
    }
    keyed.append(KeyedReferenceList(heading: list.heading, items: items))
  }
  return Diagnosed((works, keyed), diagnostics)
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
