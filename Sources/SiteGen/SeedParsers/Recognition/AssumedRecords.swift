import Diagnostics
import FrontMatter
import SiteModel

/// What stands in the place of a record of the manifest that nobody has written.
///
/// Only identities are assumed, from the name of the file; dates and titles stay unknown.
func assumedRecord(for kind: String, slug: Slug, at span: SourceSpan) -> FieldMapping {
  func field(_ key: String, _ value: FieldValue) -> FieldMapping.Entry {
    FieldMapping.Entry(Spanned(key, at: span), value)
  }
  let name = FieldValue.scalar(Spanned(slug.text, at: span))
  let entries =
    switch kind {
    case IssueSeed.kind: [field("number", name)]
    case SessionReportSeed.kind: [field("series", name)]
    case EventReportSeed.kind: [field("slug", name)]
    case ProgrammeSeed.kind:
      [
        field(
          "series",
          .mapping(FieldMapping([field("slug", name), field("title", name)], at: span))
        )
      ]
    default: [FieldMapping.Entry]()
    }
  return FieldMapping(entries, at: span)
}

/// The slug that the name of a file gives: `seeds/Compte rendu.txt` gives `compte-rendu`.
func assumedSlug(of path: String) -> Slug? {
  let name = path.split(separator: "/").last ?? ""
  let stem = name.lastIndex(of: ".").map { name[..<$0] } ?? name
  return Slug(folding: stem) ?? Slug("seed")
}
