import Diagnostics
import Markdown
import SiteModel

/// Corrections of identities that no seed, no record and no text needs (`REL007`).
func findUselessCorrections(_ content: LoadedContent) -> [Diagnostic] {
  let corrections = content.corrections
  let suspects = corrections.statements.filter { id, statement in
    !statement.isImplied && !statement.isImported && !corrections.used.contains(id)
  }
  guard !suspects.isEmpty else { return [] }
  var named: Set<String> = []
  for item in content.items {
    named.formUnion(item.entity.relations.map(\.target.value))
    for text in item.texts {
      for mention in text.mentions {
        named.insert(mention.target.value.split(separator: ":").last.map(String.init) ?? "")
      }
    }
  }
  let useless = suspects.filter { id, _ in !named.contains(id.slug.text) }
  return useless.sorted { $0.key < $1.key }.map { id, statement in
    Diagnostic(
      LinkingDiagnostics.uselessIdentity,
      .warning,
      at: statement.span,
      "no seed and no text speaks of \(id), so this correction changes nothing"
    )
  }
}
