import Diagnostics
import SiteModel

/// Adds edges to the works that `nocite` adds to a reference list, each once; `*` stands for all.
///
/// Keys may have their `@`. Gives what it finds wrong (`CIT001`).
func resolveUncited(
  _ item: LoadedContent.Item,
  table: IdentityTable,
  into edges: inout StatedRelations
) -> [Diagnostic] {
  var seen: Set<EntityID> = []
  var diagnostics: [Diagnostic] = []
  for written in item.nocite {
    let key = written.value.first == "@" ? String(written.value.dropFirst()) : written.value
    var targets: [EntityID] = []
    if key == "*" {
      targets = table.ids(of: .reference)
    } else {
      switch table.resolve(
        Spanned(key, at: written.span),
        kind: .reference,
        else: LinkingDiagnostics.unknownCitation
      ) {
      case .success(let target): targets = [target]
      case .failure(let missing): diagnostics += missing.diagnostics
      }
    }
    for target in targets where seen.insert(target).inserted {
      edges.add(.alsoLists, to: target, at: RelationPlace(at: written.span))
    }
  }
  return diagnostics
}
