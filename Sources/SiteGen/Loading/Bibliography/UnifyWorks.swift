import CSL
public import Diagnostics
import FrontMatter
public import SiteModel

/// All descriptions of works, each work under one identity.
public struct UnifiedWorks: Sendable {
  /// What editors wrote, and one document for each work of the bibliographic files.
  public let written: [Document]
  /// Drafts of seeds, those of works under the identity of their work.
  public let drafts: [Draft]
}

/// Makes one reference of each work, however many sources describe it.
///
/// Two descriptions are of one work when a file of `Content/references/` or a seed has the slug of
/// the other's key; when their DOIs are equal; or when folded title, year and first author are and
/// their DOIs do not contradict, a title without subtitle standing for the one title that has it. The address is that of `Content/references/`, else of the seeds,
/// so that dropping in a file moves no page, else the key's; every key cites the work. Fields of
/// `Content/references/` win, then those of bibliographic files in order, then those of seeds.
///
/// Linear in the number of works. Emits `CIT014`, `CIT025` and `CIT026`.
///
/// - Parameters:
///   - written: content files, in order of path.
///   - bibliography: works of bibliographic files, in order of path and place.
///   - drafts: what seeds say.
/// - Returns: the same, each work under one identity.
public func unifyWorks(
  written: [Document],
  bibliography: [Document],
  drafts: [Draft]
) -> Diagnosed<UnifiedWorks> {
  let claims = claimKeys(bibliography)
  var works = WorkGroups(written: written, bibliography: claims.value, drafts: drafts)
  works.joinBySlug()
  works.joinByIdentity()
  let groups = works.grouped()
  var diagnostics = claims.diagnostics
  var ids: [EntityID: EntityID] = [:]
  var held: [EntityID: Set<String>] = [:]
  var made: [Document] = []
  for group in groups {
    diagnostics += group.problems
    for id in group.otherIDs { ids[id] = group.id }
    let fields = group.heldFields
    if !fields.isEmpty { held[group.id] = fields }
    made += group.documents
  }
  let others = written.filter { $0.id.kind != .reference }
  let renamed = drafts.map { draft -> Draft in
    guard draft.id.kind == .reference else { return draft }
    let id = ids[draft.id] ?? draft.id
    return Draft(
      id,
      fields: draft.fields.without(held[id] ?? []),
      body: draft.body,
      source: draft.source
    )
  }
  return Diagnosed(UnifiedWorks(written: others + made, drafts: renamed), diagnostics)
}

/// The works of bibliographic files, each key claimed by its first entry (`CIT014`).
///
/// Copies of one work stay, to fill what the first does not say; other works under the same key
/// cannot be cited and are left out. One diagnostic a key, however often it is used.
private func claimKeys(_ bibliography: [Document]) -> Diagnosed<[Document]> {
  struct Claim {
    let first: Int
    var uses = 1
    var second: SourceSpan?
    var isOfOtherWorks = false
  }
  var claims: [String: Claim] = [:]
  var order: [String] = []
  var kept: [Document] = []
  for (index, document) in bibliography.enumerated() {
    let key = document.work?.id ?? ""
    guard var claim = claims[key] else {
      claims[key] = Claim(first: index)
      order.append(key)
      kept.append(document)
      continue
    }
    let agrees = WorkIdentity(bibliography[claim.first]).isSameWork(as: WorkIdentity(document))
    claim.uses += 1
    if claim.second == nil || (!agrees && !claim.isOfOtherWorks) {
      claim.second = document.sources.first
    }
    claim.isOfOtherWorks = claim.isOfOtherWorks || !agrees
    claims[key] = claim
    if agrees { kept.append(document) }
  }
  let diagnostics = order.compactMap { key -> Diagnostic? in
    guard let claim = claims[key], claim.uses > 1 else { return nil }
    let uses = claim.uses == 2 ? "twice" : "\(claim.uses) times"
    return Diagnostic(
      BibliographyDiagnostics.duplicateKey,
      claim.isOfOtherWorks ? .error : .warning,
      at: claim.second,
      "key \"\(key)\" is used \(uses)\(claim.isOfOtherWorks ? ", for different works" : "")",
      notes: [.init("first used here", at: bibliography[claim.first].sources.first)]
    )
  }
  return Diagnosed(kept, diagnostics)
}

extension WorkIdentity {
  /// Whether both are of one work beyond doubt, or say the same little.
  func isSameWork(as other: WorkIdentity) -> Bool {
    if let doi, let otherDOI = other.doi { return doi == otherDOI }
    return title == other.title && origin == other.origin
  }
}

extension FieldMapping {
  /// The mapping but for some fields.
  fileprivate func without(_ names: Set<String>) -> FieldMapping {
    guard !names.isEmpty else { return self }
    return FieldMapping(entries.filter { !names.contains($0.key.value) }, at: span)
  }
}
