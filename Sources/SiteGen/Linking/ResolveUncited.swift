import Diagnostics
import SiteModel

/// Edges to the works that `nocite` adds to a reference list, each once; `*` stands for all.
///
/// Keys may have their `@`. Emits `CIT001`.
func resolveUncited(
  _ item: LoadedContent.Item,
  table: IdentityTable
) -> Diagnosed<[Relation]> {
  var seen: Set<EntityID> = []
  var edges: [Relation] = []
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
      edges.append(
        Relation(.alsoLists, from: item.entity.id, to: target, places: [written.span])
      )
    }
  }
  return Diagnosed(edges, diagnostics)
}
