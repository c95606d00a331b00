public import Diagnostics
public import SiteModel

/// Aliases that another entity of the same kind claims too (`MEN005`), each once.
///
/// Two persons who bear one name are no fault; an alias is the editors' word.
public func findSharedAliases(_ content: LoadedContent) -> [Diagnostic] {
  struct Owner {
    let entity: EntityID
    let span: SourceSpan
    let isAlias: Bool
  }
  var owners: [String: Owner] = [:]
  var diagnostics: [Diagnostic] = []
  for item in content.items {
    let id = item.entity.id
    for naming in item.entity.namings where naming.form == .alias || naming.form == .name {
      let isAlias = naming.form == .alias
      let key = "\(id.kind.rawValue) \(WordBytes.folded(naming.words.value))"
      let own = Owner(entity: id, span: naming.words.span, isAlias: isAlias)
      guard let first = owners[key] else {
        owners[key] = own
        continue
      }
      guard first.entity != id, first.isAlias || isAlias else { continue }
      let (blamed, other) = isAlias ? (own, first) : (first, own)
      diagnostics.append(
        Diagnostic(
          LinkingDiagnostics.sharedAlias,
          .warning,
          at: blamed.span,
          "alias \"\(naming.words.value)\" of \(blamed.entity) also names \(other.entity)",
          notes: [.init("claimed here too", at: other.span)]
        )
      )
    }
  }
  return diagnostics
}
