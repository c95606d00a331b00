public import Diagnostics
import FrontMatter
import Markup
public import SiteModel

/// Reads what content files say of identities: `same-as`, `is: nobody`, and the `aliases` of
/// persons, whose slug may be that of a draft.
///
/// Emits `REL010` where two files, or a file of its own, claim an identity, `REL017` where two
/// claim an alias, and `FLD003`.
public func readCorrections(_ written: [Document]) -> Diagnosed<IdentityCorrections> {
  var reading = CorrectionReading(of: written)
  for document in written where document.fields.correctsIdentities {
    reading.readStatements(of: document)
  }
  for document in written where document.id.kind == .person { reading.readAliases(of: document) }
  return Diagnosed(
    IdentityCorrections(reading.statements),
    reading.diagnostics + findSharedAliases(written)
  )
}

extension FieldMapping {
  /// Names of the fields that correct an identity; no kind of content reads them.
  private static let corrections = ["same-as", "is"]

  /// Whether it says of identities what another says, at the same places.
  func saysOfIdentities(as other: FieldMapping) -> Bool {
    (self[SourceNotes.field] == nil) == (other[SourceNotes.field] == nil)
      && (FieldMapping.corrections + ["aliases"]).allSatisfy { self[$0] == other[$0] }
  }

  /// Whether it has any of the fields that correct an identity.
  fileprivate var correctsIdentities: Bool {
    entries.contains { FieldMapping.corrections.contains($0.key.value) }
  }

  /// The fields of the record itself; nil where these are all.
  fileprivate var withoutCorrections: FieldMapping? {
    guard correctsIdentities else { return nil }
    return FieldMapping(
      entries.filter { !FieldMapping.corrections.contains($0.key.value) },
      at: span
    )
  }
}

extension Document {
  /// The document without what it says of identities.
  var withoutCorrections: Document { fields.withoutCorrections.map(withFields) ?? self }
}

private struct CorrectionReading {
  private let written: [Document]
  /// Identities that have a file; few sites ask for them.
  private lazy var described = Set(written.map(\.id))
  var statements: [EntityID: IdentityCorrections.Statement] = [:]
  var diagnostics: [Diagnostic] = []
  /// Aliases that two persons share lead to neither.
  private var sharedAliases: Set<EntityID> = []

  init(of written: [Document]) { self.written = written }

  mutating func readStatements(of document: Document) {
    var reader = FieldReader(document.fields, of: document.id.kind.rawValue)
    if let word = reader.text("is") {
      if word.value == "nobody" {
        statements[document.id] = .init(target: nil, at: word.span)
      } else {
        report(wrong: "is", form: "`nobody`, or absent", at: word.span, in: document)
      }
    }
    for slug in reader.texts("same-as") {
      guard let id = Slug(slug.value).map({ EntityID(document.id.kind, $0) }), id != document.id
      else {
        report(wrong: "same-as", form: "slugs of others of its kind", at: slug.span, in: document)
        continue
      }
      claim(id, for: document, at: slug.span)
    }
  }

  mutating func readAliases(of document: Document) {
    var reader = FieldReader(document.fields, of: document.id.kind.rawValue)
    for alias in reader.texts("aliases") {
      guard let slug = Slug(folding: alias.value) else { continue }
      let id = EntityID(.person, slug)
      guard id != document.id, !described.contains(id), !sharedAliases.contains(id) else {
        continue
      }
      if let other = statements[id] {
        guard other.isImplied, other.target != document.id else { continue }
        statements[id] = nil
        sharedAliases.insert(id)
      } else {
        statements[id] = .init(target: document.id, at: alias.span, isImplied: true)
      }
    }
  }

  private mutating func claim(_ id: EntityID, for document: Document, at span: SourceSpan) {
    let target = document.id
    let first = statements[id]
    guard first == nil, !described.contains(id) else {
      let summary =
        described.contains(id)
        ? "\(id) has a file of its own, so it cannot be \(target)"
        : "\(id) is said to be two others"
      diagnostics.append(
        Diagnostic(
          LoadingDiagnostics.claimedTwice,
          .error,
          at: span,
          summary,
          notes: first.map { [.init("first said here", at: $0.span)] } ?? []
        )
      )
      return
    }
    let isImported = document.fields[SourceNotes.field] != nil
    statements[id] = .init(target: target, at: span, isImported: isImported)
  }

  private mutating func report(
    wrong key: String,
    form: String,
    at span: SourceSpan,
    in document: Document
  ) {
    var reader = FieldReader(FieldMapping([], at: span), of: document.id.kind.rawValue)
    reader.report(wrong: key, form: form, at: span)
    diagnostics += reader.finish()
  }
}
