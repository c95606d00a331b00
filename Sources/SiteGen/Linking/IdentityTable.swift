import Diagnostics
import SiteModel

/// Finds entities by the words that records and texts use for them.
struct IdentityTable {
  private let known: Set<EntityID>
  private let bySlug: [String: [EntityID]]
  private let byAlias: [EntityKind: [String: EntityID]]
  private let namesByKind: [EntityKind: [String]]
  private let corrections: IdentityCorrections
  private let idsByKind: [EntityKind: [EntityID]]
  private let hidden: [EntityID: Withholding]
  private var suggests = true

  /// Takes the items of loaded content, and what is withheld from it.
  init(_ content: LoadedContent) {
    let entities = content.items.map(\.entity)
    corrections = content.corrections
    let ids = entities.map(\.id)
    let known = Set(ids)
    self.known = known
    // Items come in order of identity, which the set would lose.
    idsByKind = Dictionary(grouping: ids.sorted(), by: \.kind)
    let corrected = corrections.statements.keys.filter { !known.contains($0) }.sorted()
    let hidden = content.withheld.filter { !known.contains($0.key) }
    self.hidden = hidden
    bySlug = Dictionary(grouping: ids + corrected + hidden.keys.sorted()) { $0.slug.text }
    byAlias = EntityGraph.indexAliases(of: entities)
    namesByKind = Dictionary(grouping: entities, by: \.id.kind).mapValues { entities in
      entities.flatMap { [$0.id.slug.text] + $0.aliases }
    }
  }

  /// All entities of a kind, by identity.
  func ids(of kind: EntityKind) -> [EntityID] { idsByKind[kind] ?? [] }

  /// The same table without "did you mean": to compare one word with every name costs all names.
  var withoutSuggestions: IdentityTable {
    var table = self
    table.suggests = false
    return table
  }

  /// The entity of a kind with a slug or alias, or the diagnostic that says there is none.
  func resolve(
    _ target: Spanned<String>,
    kind: EntityKind,
    else code: DiagnosticCode
  ) -> Result<EntityID, Missing> {
    if let id = Slug(target.value).map({ EntityID(kind, $0) }) {
      if let found = find(id) { return found }
      if let draft = draft(id, at: target.span) { return .failure(Missing(draft)) }
    }
    if let id = byAlias[kind]?[target.value] { return .success(id) }
    let near = suggests ? suggestion(for: target.value, among: namesByKind[kind] ?? []) : ""
    return .failure(
      Missing(
        Diagnostic(
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
    if let qualified = QualifiedName(target.value) {
      return resolve(
        Spanned(qualified.name, at: target.span),
        kind: qualified.kind,
        else: LinkingDiagnostics.unknownMention
      )
    }
    let candidates = bySlug[target.value] ?? []
    if candidates.count == 1 {
      if let found = find(candidates[0]) { return found }
      if let draft = draft(candidates[0], at: target.span) { return .failure(Missing(draft)) }
    }
    if candidates.isEmpty {
      let near = suggests ? suggestion(for: target.value, among: bySlug.keys) : ""
      return .failure(
        Missing(
          Diagnostic(
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
        Diagnostic(
          LinkingDiagnostics.ambiguousMention,
          .error,
          at: target.span,
          "\"\(target.value)\" is the slug of \(candidates.count) entities",
          help: "Write \(choices)."
        )
      )
    )
  }

  /// What is said of a reference to a text that readers do not get yet (`PUB002`); nil for others.
  func draft(_ id: EntityID, at span: SourceSpan) -> Diagnostic? {
    hidden[id].map { withholding in
      Diagnostic(
        LinkingDiagnostics.leadsToDraft,
        .warning,
        at: span,
        "\(id) is \(withholding.reason), so these words stay without a link"
      )
    }
  }

  /// The entity of an identity, or of the one that editors put in its place; nil for unknown ones.
  private func find(_ id: EntityID) -> Result<EntityID, Missing>? {
    if let entity = identity(id) { return .success(entity) }
    guard let statement = corrections.statements[id] else { return nil }
    guard let target = statement.target else { return .failure(Missing(nil)) }
    return identity(target).map { .success($0) }
  }

  /// The identity as the entity itself has it, so that all who name it share one text.
  private func identity(_ id: EntityID) -> EntityID? {
    known.firstIndex(of: id).map { known[$0] }
  }

  /// Carries the diagnostic of a word that means nothing; none where editors say that it shall.
  struct Missing: Error {
    let diagnostics: [Diagnostic]

    init(_ diagnostic: Diagnostic?) { diagnostics = [diagnostic].compactMap { $0 } }
  }
}
