import Diagnostics
import FileSystem
import FrontMatter
import Loading
import Publishing
import SiteModel

extension Document {
  /// The number as the text gives it, or nil.
  var number: String? { fields.scalar("number")?.value }

  /// The file of `Content/` that describes the record; nil where only seeds do.
  var contentFile: String? { sources.map(\.path).first { $0.hasPrefix("Content/") } }

  func words(_ field: String) -> String {
    fields.scalar(field)?.value.split(whereSeparator: \.isWhitespace).joined(separator: " ") ?? ""
  }
}

/// The fields that publication writes: the status, and the date and the number where there is none.
///
/// A text whose slug is no number gets the number after the highest.
func missingFields(
  of document: Document,
  date: PartialDate?,
  on day: PartialDate,
  among documents: [Document]
) -> [(name: String, text: String)] {
  var fields: [(name: String, text: String)] = []
  if document.number == nil {
    let taken = documents.filter { $0.id.kind == .issue && $0.id != document.id }
      .compactMap { Int($0.number ?? $0.id.slug.text) }
    let own = Int(document.id.slug.text) ?? (taken.max() ?? 0) + 1
    fields.append(("number", String(own)))
  }
  if date == nil { fields.append(("date", day.isoText)) }
  if document.contentFile != nil {
    fields.append(("status", PublicationStatus.published.rawValue))
  }
  return fields
}

/// Writes fields into the content file of a record and leaves every other byte as it is.
///
/// - Returns: the edit, `.some(nil)` where there is nothing to write; nil with diagnostics where the
///   fields cannot be written (`PUB003`, `PUB011`).
func writeFields(
  _ fields: [(name: String, text: String)],
  of document: Document,
  in sources: SourceTree,
  _ types: [ContentType]
) -> Diagnosed<SourceEdit??> {
  guard let path = document.contentFile else {
    let missing = fields.map { field in
      missingField(field.name, of: document, help: "Write `\(field.name): \(field.text)`")
    }
    return Diagnosed(missing.isEmpty ? .some(nil) : nil, missing)
  }
  guard let file = sources.file(at: path), let ours = readDocument(file, contentTypes: types).value
  else { return Diagnosed(nil, [unwritable(document)]) }
  var entries = ours.fields.entries
  for field in fields {
    let value = FieldValue.scalar(Spanned(field.text, at: ours.fields.span))
    let entry = FieldMapping.Entry(Spanned(field.name, at: ours.fields.span), value)
    if let index = entries.firstIndex(where: { $0.key.value == field.name }) {
      entries[index] = entry
    } else {
      entries.append(entry)
    }
  }
  var merge = ContentFileMerge(
    file: file,
    ours: ours,
    base: ours,
    theirs: ours.withFields(FieldMapping(entries, at: ours.fields.span))
  )
  guard let new = merge.merge() else { return Diagnosed(nil, [unwritable(document)]) }
  guard new.bytes != file.bytes else { return Diagnosed(.some(nil)) }
  return Diagnosed(SourceEdit(path: path, old: file.bytes, new: new.bytes))
}

/// Fields that a text needs before it is published and does not have (`PUB003`).
func findMissingMetadata(
  of document: Document,
  _ configuration: SiteConfiguration
) -> [Diagnostic] {
  var missing: [Diagnostic] = []
  func ask(_ name: String, _ isThere: Bool, _ help: String) {
    if !isThere { missing.append(missingField(name, of: document, help: help)) }
  }
  ask("title", !document.words("title").isEmpty, "Write `title: …`")
  ask("date", !document.words("date").isEmpty, "Write `date: …`")
  ask("authors", document.fields["authors"] != nil, "Write `authors: [slug-of-a-person]`")
  ask("abstract", !document.words("abstract").isEmpty, "Write `abstract: >-` and the text below it")
  ask(
    "license",
    !document.words("license").isEmpty || configuration.license != nil,
    "Write `license: CC-BY-4.0`, here or once for all in Content/site.yaml"
  )
  ask(
    "language",
    !document.words("language").isEmpty || !configuration.language.isEmpty,
    "Write `language: fr`"
  )
  return missing
}

private func missingField(_ name: String, of document: Document, help: String) -> Diagnostic {
  let path = document.contentFile ?? "Content/issues/\(document.id.slug.text).md"
  let place = document.contentFile == nil ? " in \(path), which wins over the seed" : ""
  return Diagnostic(
    PublishingDiagnostics.missingMetadata,
    .error,
    at: document.sources.first.map {
      SourceSpan(path: $0.path, range: $0.range.lowerBound..<$0.range.lowerBound)
    },
    "`\(name)` is missing, and no text is published without it",
    help: "\(help)\(place)."
  )
}

func unwritable(_ document: Document) -> Diagnostic {
  Diagnostic(
    PublishingDiagnostics.unwritableFile,
    .error,
    at: document.sources.first.map { SourceSpan(path: $0.path, range: 0..<0) },
    "the fields of \(document.id) cannot be written into its file"
  )
}

/// What the registry says of a text besides its versions.
func metadata(of document: Document, _ entity: any Entity, in site: Site) -> PublishedMetadata {
  let graph = site.graph
  let configuration = site.configuration
  let names = ["title", "subtitle", "number", "date"]
  let authors = authorFields(of: document).map { author in
    PublishedMetadata.Author(
      person: author.person,
      name: graph.entity(.person, named: author.person)?.title ?? author.person,
      affiliations: author.affiliations
    )
  }
  let works = graph.targets(of: .lists, .cites, .alsoLists, from: document.id)
    .filter { $0.id.kind == .reference }
  return PublishedMetadata(
    fields: names.map { (name: $0, text: document.words($0)) } + [
      (name: "language", text: document.fields.scalar("language")?.value ?? configuration.language),
      (
        name: "license",
        text: document.fields.scalar("license")?.value ?? configuration.license?.address ?? ""
      ), (name: "abstract", text: document.words("abstract")),
    ],
    authors: authors,
    keywords: document.fields.texts("keywords").map(\.value),
    references: works.map { work in
      let words = [work.detail, work.title].compactMap { $0 }.joined(separator: ". ")
      return PublishedMetadata.Work(key: work.id.slug.text, text: words)
    }
  )
}

private func authorFields(of document: Document) -> [(person: String, affiliations: [String])] {
  var reader = FieldReader(document.fields, of: "issue")
  return reader.records("authors", shorthand: "person").map { record in
    var inner = FieldReader(record, of: "author")
    return (inner.requiredText("person").value, inner.texts("affiliations").map(\.value))
  }
}

/// What no program can do for a text.
func tasks(for document: Document, _ site: Site) -> [PublicationPlan.Task] {
  var tasks: [PublicationPlan.Task] = []
  if document.words("doi").isEmpty {
    let file = document.contentFile ?? "Content/issues/\(document.id.slug.text).md"
    tasks.append(.identifier(file: file))
  }
  if site.configuration.issn == nil { tasks.append(.serialNumber) }
  return tasks + [.deposit]
}
