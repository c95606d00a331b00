public import Diagnostics
import FrontMatter
public import SiteModel

/// Joins what editors wrote and what seeds say into one document for each entity.
///
/// Field by field: an editor's field wins over the seeds'; among seeds the first wins for texts,
/// and lists are joined, an element that names the same person or thing once. The result is in
/// order of identity. Two files of editors for one identity give `REL002`, two seeds with a text
/// for one entity `REL003`.
public func mergeDocuments(written: [Document], drafts: [Draft]) -> Diagnosed<[Document]> {
  var diagnostics: [Diagnostic] = []
  var byIdentity: [EntityID: Document] = [:]
  for document in written {
    if let first = byIdentity[document.id] {
      diagnostics.append(duplicate(document, of: first))
    } else {
      byIdentity[document.id] = document
    }
  }
  let edited = byIdentity
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
    drafted[draft.id] = merge(first, next, joiningLists: true)
  }
  for (id, document) in drafted {
    byIdentity[id] = edited[id].map { merge($0, document, joiningLists: false) } ?? document
  }
  return Diagnosed(byIdentity.values.sorted { $0.id < $1.id }, diagnostics)
}

private func merge(_ first: Document, _ second: Document, joiningLists: Bool) -> Document {
  var entries: [FieldMapping.Entry] = []
  for entry in first.fields.entries {
    guard joiningLists, case .sequence(let own, let span) = entry.value,
      case .sequence(let other, _)? = second.fields[entry.key.value]
    else {
      entries.append(entry)
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
    sources: first.sources + second.sources
  )
}

/// What makes two elements of a list the same: the person they name, else all their words.
private func identity(of value: FieldValue) -> [String] {
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
