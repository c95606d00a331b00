import Diagnostics
import FrontMatter
import SiteModel

/// Aliases that two records of one kind claim, or that are the slug of another (`REL017`); linear.
///
/// Words that differ in case and accents alone are one alias, as they are one slug.
func findSharedAliases(_ written: [Document]) -> [Diagnostic] {
  struct Name: Hashable {
    let kind: EntityKind
    let words: Slug
  }
  var owners: [Name: (id: EntityID, span: SourceSpan?)] = [:]
  let aliased = written.filter { [.person, .organisation].contains($0.id.kind) }
  for document in aliased {
    owners[Name(kind: document.id.kind, words: document.id.slug)] = (
      document.id, document.sources.first.map { SourceSpan(path: $0.path, range: 0..<0) }
    )
  }
  var diagnostics: [Diagnostic] = []
  for document in aliased {
    for alias in document.fields.texts("aliases") {
      guard let words = Slug(folding: alias.value) else { continue }
      let name = Name(kind: document.id.kind, words: words)
      guard let first = owners[name] else {
        owners[name] = (document.id, alias.span)
        continue
      }
      guard first.id != document.id else { continue }
      diagnostics.append(
        Diagnostic(
          LoadingDiagnostics.sharedAlias,
          .warning,
          at: alias.span,
          "\"\(alias.value)\" is an alias of \(document.id), and names \(first.id)",
          notes: [.init("claimed here", at: first.span)]
        )
      )
    }
  }
  return diagnostics
}
