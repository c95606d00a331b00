public import Diagnostics
import FrontMatter
public import SiteModel

/// All that was published, as `Content/issues/registry.yaml` records it.
public struct PublicationRegistry: Sendable {
  static let list = "issues"

  /// What is recorded, in the order of the file, each text once.
  public let publications: [Publication]
  /// The records as written, in the same order.
  let records: [FieldMapping]

  /// What is recorded of a text, or nil.
  public func publication(of id: EntityID) -> Publication? {
    publications.first { $0.id == id }
  }
}

/// Reads the registry; there is none before the first text is published.
///
/// Emits `PUB004` and what reading YAML emits.
public func readRegistry(_ tree: SourceTree) -> Diagnosed<PublicationRegistry> {
  guard let file = tree.file(at: Publication.registryPath) else {
    return Diagnosed(PublicationRegistry(publications: [], records: []))
  }
  let yaml = readYAML(file)
  var publications: [Publication] = []
  var records: [FieldMapping] = []
  var diagnostics = yaml.diagnostics
  for record in yaml.value.records(PublicationRegistry.list) {
    if let publication = readPublication(record),
      !publications.contains(where: { $0.id == publication.id })
    {
      publications.append(publication)
      records.append(record)
    } else {
      diagnostics.append(invalid(record.span))
    }
  }
  if yaml.value[PublicationRegistry.list] == nil, !diagnostics.containsError {
    diagnostics.append(invalid(SourceSpan(path: file.path, range: 0..<0)))
  }
  return Diagnosed(
    PublicationRegistry(publications: publications, records: records),
    diagnostics
  )
}

private func invalid(_ span: SourceSpan) -> Diagnostic {
  Diagnostic(
    PublishingDiagnostics.invalidRegistry,
    .error,
    at: SourceSpan(path: span.path, range: span.range.lowerBound..<span.range.lowerBound),
    "the registry records no version here, or one text twice"
  )
}

private func readPublication(_ record: FieldMapping) -> Publication? {
  guard let slug = record.scalar("slug").flatMap({ Slug($0.value) }) else { return nil }
  var versions: [PublishedVersion] = []
  for (index, version) in record.records("versions").enumerated() {
    guard let read = readVersion(version), version.scalar("version")?.value == "\(index + 1)"
    else { return nil }
    versions.append(read)
  }
  return Publication(EntityID(.issue, slug), versions: versions, at: record.span)
}

private func readVersion(_ record: FieldMapping) -> PublishedVersion? {
  guard let date = record.scalar("date").flatMap({ PartialDate($0.value) }),
    let seal = record.scalar("sha256")?.value, seal.utf8.count == 64
  else { return nil }
  let amendments = record.records("changes").compactMap { change -> Amendment? in
    guard let kind = change.scalar("kind").flatMap({ Amendment.Kind(rawValue: $0.value) }),
      let date = change.scalar("date").flatMap({ PartialDate($0.value) })
    else { return nil }
    let (what, why) = (change.scalar("what")?.value ?? "", change.scalar("why")?.value ?? "")
    return Amendment(kind, date: date, what: what, why: why)
  }
  return PublishedVersion(date: date, seal: seal, amendments: amendments)
}
