import Diagnostics
import SiteModel

/// Finds entities by the words that records and texts use for them.
struct IdentityTable {
  private let known: Set<EntityID>
  private let bySlug: [String: [EntityID]]
  private let slugsByKind: [EntityKind: [String]]

  init(_ ids: [EntityID]) {
    known = Set(ids)
    bySlug = Dictionary(grouping: ids) { $0.slug.text }
    slugsByKind = Dictionary(grouping: ids, by: \.kind).mapValues { $0.map(\.slug.text) }
  }

  /// The entity of a kind with a slug, or the diagnostic that says there is none.
  func resolve(
    _ target: Spanned<String>,
    kind: EntityKind,
    else code: DiagnosticCode
  ) -> Result<EntityID, Missing> {
    if let id = Slug(target.value).map({ EntityID(kind, $0) }), known.contains(id) {
      return .success(id)
    }
    let near = suggestion(for: target.value, among: slugsByKind[kind] ?? [])
    return .failure(
      Missing(
        diagnostic: Diagnostic(
          code,
          .error,
          at: target.span,
          "unknown \(kind.rawValue) \"\(target.value)\"\(near)"
        )
      )
    )
  }

  /// The entity that `[[target]]` means: `kind:slug`, or a slug that one kind alone has.
  func resolveMention(_ target: Spanned<String>) -> Result<EntityID, Missing> {
    let parts = target.value.split(separator: ":", maxSplits: 1).map(String.init)
    if parts.count == 2, let kind = EntityKind(rawValue: parts[0]) {
      return resolve(
        Spanned(parts[1], at: target.span),
        kind: kind,
        else: LinkingDiagnostics.unknownMention
      )
    }
    let candidates = bySlug[target.value] ?? []
    if candidates.count == 1 { return .success(candidates[0]) }
    if candidates.isEmpty {
      let near = suggestion(for: target.value, among: bySlug.keys)
      return .failure(
        Missing(
          diagnostic: Diagnostic(
            LinkingDiagnostics.unknownMention,
            .error,
            at: target.span,
            "nothing has the slug \"\(target.value)\"\(near)"
          )
        )
      )
    }
    let choices = candidates.sorted().map { "[[\($0)]]" }.joined(separator: " or ")
    return .failure(
      Missing(
        diagnostic: Diagnostic(
          LinkingDiagnostics.ambiguousMention,
          .error,
          at: target.span,
          "\"\(target.value)\" is the slug of \(candidates.count) entities",
          help: "Write \(choices)."
        )
      )
    )
  }

  /// Carries the diagnostic of a word that means nothing.
  struct Missing: Error {
    let diagnostic: Diagnostic
  }
}
