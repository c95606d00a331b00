import Diagnostics
import FrontMatter
import SiteModel

/// Gives records the identities that editors say they have.
///
/// A field named after a kind (`person: ada`) or `lead` names an entity; elements of lists that
/// name nobody are left out, and of two elements that now name one person the first stays.
struct CorrectedIdentities {
  let corrections: IdentityCorrections
  /// Identities that were met and corrected.
  private(set) var used: Set<EntityID> = []

  init(_ corrections: IdentityCorrections) { self.corrections = corrections }

  /// The drafts under their true identities, without those of nobody; what was drafted under a
  /// true identity stands before what was folded into it.
  mutating func correct(_ drafts: [Draft]) -> [Draft] {
    var (own, folded): ([Draft], [Draft]) = ([], [])
    for draft in drafts {
      guard let id = correct(draft.id) else { continue }
      let fields = correct(draft.fields)
      let corrected = Draft(id, fields: fields, body: draft.body, source: draft.source)
      if id == draft.id { own.append(corrected) } else { folded.append(corrected) }
    }
    return own + folded
  }

  /// The document with the corrected identities of others.
  mutating func correct(_ document: Document) -> Document {
    corrections.statements.isEmpty ? document : document.withFields(correct(document.fields))
  }

  private mutating func correct(_ id: EntityID) -> EntityID? {
    guard corrections.statements[id] != nil else { return id }
    used.insert(id)
    return corrections.identity(of: id)
  }

  private mutating func correct(_ fields: FieldMapping) -> FieldMapping {
    guard !corrections.statements.isEmpty else { return fields }
    let entries = fields.entries.compactMap { entry -> FieldMapping.Entry? in
      correct(entry.value, named: entry.key.value).map { FieldMapping.Entry(entry.key, $0) }
    }
    return FieldMapping(entries, at: fields.span)
  }

  /// The corrected value; nil when it names nobody.
  private mutating func correct(_ value: FieldValue, named key: String) -> FieldValue? {
    switch value {
    case .scalar(let scalar):
      guard let kind = EntityKind(fieldName: key), let slug = Slug(scalar.value) else {
        return value
      }
      let id = correct(EntityID(kind, slug))
      return id.map { .scalar(Spanned($0.slug.text, at: scalar.span)) }
    case .mapping(let mapping):
      let corrected = correct(mapping)
      // An element that names nobody is nothing; a record of its own stays.
      return corrected.entries.count < mapping.entries.count && mapping["person"] != nil
        && corrected["person"] == nil ? nil : .mapping(corrected)
    case .sequence(let elements, let span):
      let corrected = elements.compactMap { correct($0, named: "") }
      return .sequence(corrected == elements ? elements : uniqued(corrected), span)
    }
  }

  /// Nobody stands twice in one role and part of an event.
  private func uniqued(_ elements: [FieldValue]) -> [FieldValue] {
    var seen: Set<[String]> = []
    return elements.filter { element in
      var words = identity(of: element)
      if case .mapping(let mapping) = element {
        words += ["role", "section"].compactMap { mapping[$0] }.flatMap { identity(of: $0) }
      }
      return seen.insert(words).inserted
    }
  }
}

extension EntityKind {
  /// The kind that a field names by its own name; `lead` names a person.
  fileprivate init?(fieldName: String) {
    if fieldName == "lead" { self = .person } else { self.init(rawValue: fieldName) }
  }
}
