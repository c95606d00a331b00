public import Diagnostics
import FrontMatter
public import SiteModel

/// Joins what editors wrote and what seeds say into one document for each entity.
///
/// Field by field: an editor's field wins over the seeds', and is reported as used (`REL006`) or
/// useless (`REL005`); among seeds the first wins for texts, and lists are joined, an element that
/// names the same person or thing once. The result is in order of identity. Two files of editors
/// for one identity give `REL002`, two seeds with a text for one entity `REL003`, seeds that say
/// different things of one entity `REL009`, and a date out of its series `REL008`.
public func mergeDocuments(
  written: [Document],
  drafts: [Draft],
  corrections: IdentityCorrections = IdentityCorrections([:])
) -> Diagnosed<MergedDocuments> {
  var identities = CorrectedIdentities(corrections)
  var diagnostics: [Diagnostic] = []
  var edited: [EntityID: Document] = [:]
  edited.reserveCapacity(written.count)
  // Files come nearly in order of identity, which a dictionary would lose.
  var corrected: [Document] = []
  corrected.reserveCapacity(written.count)
  for document in written {
    if let first = edited[document.id] {
      diagnostics.append(duplicate(document, of: first))
    } else {
      let record = identities.correct(document)
      edited[document.id] = record
      corrected.append(record)
    }
  }
  let drafted = mergeDrafts(identities.correct(drafts), edited: edited)
  diagnostics += drafted.diagnostics
  var unedited = drafted.value
  var merged: [Document] = []
  merged.reserveCapacity(corrected.count + unedited.count)
  for document in corrected.sorted(by: { $0.id < $1.id }) {
    let id = document.id
    if let correction = corrections.statements[id], correction.target == nil { continue }
    let record = document.withoutCorrections
    guard let draft = unedited.removeValue(forKey: id) else {
      merged.append(record)
      continue
    }
    let judged = judgeCorrections(in: record, of: draft)
    diagnostics += judged.diagnostics
    let joined = merge(record, draft, joiningLists: false)
    merged.append(joined.withFields(joined.fields.adding(judged.value)))
  }
  merged += unedited.values.sorted { $0.id < $1.id }
  // Two rows in order: sorting finds them, and puts them into one.
  let documents = doubtDates(of: merged.sorted { $0.id < $1.id })
  return Diagnosed(
    MergedDocuments(
      documents: documents.value,
      corrections: IdentityCorrections(corrections.statements, used: identities.used)
    ),
    diagnostics + documents.diagnostics
  )
}

/// The document that one record gives, whose file held another one before.
///
/// - Parameters:
///   - new: the record now, of which no seed and no other file speaks.
///   - old: the record before.
///   - corrections: what editors say of identities.
///   - hasDrafts: whether there are seeds, beside whose dates those of sessions are held.
/// - Returns: nil where merging all of them could give anything else that is other.
public func mergeRecord(
  _ new: Document,
  over old: Document,
  _ corrections: IdentityCorrections,
  hasDrafts: Bool
) -> Document? {
  guard new.id.kind != .reference, new.fields.saysOfIdentities(as: old.fields) else { return nil }
  if hasDrafts, new.id.kind == .session {
    let isDatedAlike = ["series", "number", "date"].allSatisfy { old.fields[$0] == new.fields[$0] }
    guard isDatedAlike else { return nil }
  }
  var (before, now) = (CorrectedIdentities(corrections), CorrectedIdentities(corrections))
  let corrected = now.correct(new)
  if !corrections.statements.isEmpty {
    _ = before.correct(old)
    guard before.used == now.used else { return nil }
  }
  return corrected.withoutCorrections
}

/// What merging gives: documents, and the corrections of identities that they needed.
public struct MergedDocuments: Sendable {
  /// One for each entity, in order of identity.
  public let documents: [Document]
  /// The corrections, with what was used of them.
  public let corrections: IdentityCorrections
}

/// Joins what seeds say into one document for each entity, as if nobody had written about it.
///
/// - Parameters:
///   - drafts: in the order of the seeds.
///   - corrections: identities to be replaced first.
/// - Returns: by identity; emits `REL003` and `REL009`.
public func mergeDrafts(
  _ drafts: [Draft],
  corrections: IdentityCorrections
) -> Diagnosed<[EntityID: Document]> {
  var identities = CorrectedIdentities(corrections)
  return mergeDrafts(identities.correct(drafts), edited: [:])
}

private func mergeDrafts(
  _ drafts: [Draft],
  edited: [EntityID: Document]
) -> Diagnosed<[EntityID: Document]> {
  var diagnostics: [Diagnostic] = []
  var drafted: [EntityID: Document] = [:]
  for draft in drafts {
    let next = Document(draft.id, fields: draft.fields, body: draft.body, sources: [draft.source])
    guard let first = drafted[draft.id] else {
      drafted[draft.id] = next
      continue
    }
    if first.body != nil, next.body != nil, edited[draft.id]?.body == nil {
      diagnostics.append(secondText(in: next, after: first))
    }
    let doubted = findContradictions(
      between: first,
      and: next,
      settledBy: edited[draft.id]?.fields
    )
    diagnostics += doubted.diagnostics
    let joined = merge(first, next, joiningLists: true)
    drafted[draft.id] = joined.withFields(joined.fields.adding(doubted.value))
  }
  return Diagnosed(drafted, diagnostics)
}

private func merge(_ first: Document, _ second: Document, joiningLists: Bool) -> Document {
  var entries: [FieldMapping.Entry] = []
  for entry in first.fields.entries {
    guard joiningLists, case .sequence(let own, let span) = entry.value,
      case .sequence(let other, _)? = second.fields[entry.key.value]
    else {
      let isOvertaken =
        joiningLists && isAnnouncement(entry) && second.fields[entry.key.value] != nil
      if !isOvertaken { entries.append(entry) }
      continue
    }
    let known = Set(own.map(identity))
    let added = other.filter { !known.contains(identity(of: $0)) }
    entries.append(FieldMapping.Entry(entry.key, .sequence(own + added, span)))
  }
  let names = Set(entries.map(\.key.value))
  entries += second.fields.entries.filter { !names.contains($0.key.value) }
  return Document(
    first.id,
    fields: FieldMapping(entries, at: first.fields.span),
    body: first.body ?? second.body,
    sources: first.sources + second.sources,
    work: first.work ?? second.work,
    aliases: first.aliases + second.aliases
  )
}

/// Whether an entry says that a session is to come: any other text that tells of it knows better.
private func isAnnouncement(_ entry: FieldMapping.Entry) -> Bool {
  guard entry.key.value == "status", case .scalar(let status) = entry.value else { return false }
  return status.value == "announced"
}

/// What makes two elements of a list the same: the person they name, else all their words.
func identity(of value: FieldValue) -> [String] {
  switch value {
  case .scalar(let scalar): return [scalar.value]
  case .sequence(let elements, _): return elements.flatMap(identity)
  case .mapping(let mapping):
    if let person = mapping["person"] { return ["person"] + identity(of: person) }
    return mapping.entries.flatMap { [$0.key.value] + identity(of: $0.value) }
  }
}

private func duplicate(_ document: Document, of first: Document) -> Diagnostic {
  Diagnostic(
    LoadingDiagnostics.duplicateIdentity,
    .error,
    at: document.sources.first.map { SourceSpan(path: $0.path, range: 0..<0) },
    "\(document.id) is described a second time",
    notes: [
      .init(
        "first described here",
        at: first.sources.first.map { SourceSpan(path: $0.path, range: 0..<0) }
      )
    ]
  )
}

private func secondText(in next: Document, after first: Document) -> Diagnostic {
  Diagnostic(
    LoadingDiagnostics.secondText,
    .warning,
    at: next.sources.first.map {
      SourceSpan(path: $0.path, range: $0.range.lowerBound..<$0.range.lowerBound)
    },
    "a second text for \(next.id) is not shown",
    notes: [.init("the text shown stands here", at: first.sources.first)]
  )
}
