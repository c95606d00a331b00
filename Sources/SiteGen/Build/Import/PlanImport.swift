public import Diagnostics
import FileSystem
import FrontMatter
import Loading
import SeedParsers
public import SiteModel

/// The path of the listed text that a name means: its path, its name, or its name without `.txt`.
public func seedPath(named name: String, in sources: SourceTree) -> String? {
  let paths = seedNames(in: sources).map { "seeds/\($0)" }
  return paths.first { path in
    path == name || name.hasSuffix("/\(path)") || path == "seeds/\(name)"
      || path == "seeds/\(name).txt"
  }
}

/// Names of the texts that the list of seeds gives, in its order.
public func seedNames(in sources: SourceTree) -> [String] {
  listSeeds(sources).value.map { String($0.file.path.dropFirst("seeds/".count)) }
}

/// Plans the import of one text: pure.
///
/// Every record that the text speaks of becomes a content file that says all that all texts say of
/// it, so that no page changes whichever text is imported first. A file that an editor wrote or
/// changed is merged, never replaced. Emits what drafting and reading content emits, and `SED035`
/// to `SED037`; with an error among them the plan writes nothing.
///
/// - Parameters:
///   - seed: path of the text.
///   - sources: the site.
///   - earlier: what imports before wrote, below `seeds/.imported`.
///   - types: the kinds of the collection.
/// - Returns: the plan.
public func planImport(
  of seed: String,
  from sources: SourceTree,
  earlier: SourceTree,
  types: [ContentType]
) -> Diagnosed<ImportPlan> {
  let texts = listSeeds(sources).value.map(readSeed)
  return planImport(of: seed, reading: texts, from: sources, earlier: earlier, types: types)
}

/// The plan with the listed texts as they were read, in the order of the list.
func planImport(
  of seed: String,
  reading texts: [Diagnosed<SeedNamings>],
  from sources: SourceTree,
  earlier: SourceTree,
  types: [ContentType]
) -> Diagnosed<ImportPlan> {
  var planning = ImportPlanning(seed, texts, sources: sources, earlier: earlier, types: types)
  planning.planRecords()
  planning.retire()
  let isBroken = planning.diagnostics.containsError
  return Diagnosed(
    ImportPlan(
      seed: seed,
      records: isBroken ? [] : planning.records,
      edits: isBroken ? [] : planning.contentEdits + planning.copies
    ),
    planning.diagnostics.sortedForPrinting()
  )
}

private struct ImportPlanning {
  let seed: String
  let sources: SourceTree
  let earlier: SourceTree
  let types: [ContentType]
  var records: [ImportPlan.Record] = []
  var contentEdits: [SourceEdit] = []
  var copies: [SourceEdit] = []
  var diagnostics: [Diagnostic] = []
  /// What editors wrote, by identity.
  private let written: [EntityID: Document]
  /// What all texts say, by identity.
  private let proposed: [EntityID: Document]
  /// What pages show today, by identity.
  private let shown: [EntityID: Document]
  /// Records that the text speaks of.
  private let identities: [EntityID]

  init(
    _ seed: String,
    _ named: [Diagnosed<SeedNamings>],
    sources: SourceTree,
    earlier: SourceTree,
    types: [ContentType]
  ) {
    self.seed = seed
    self.sources = sources
    self.earlier = earlier
    self.types = types
    let listed = listSeeds(sources)
    let joined = joinNamings(named.map(\.value))
    let drafted = zip(listed.value, joined.value).map { (seed: $0, drafts: $1) }
    let own = drafted.filter { $0.seed.file.path == seed }.flatMap(\.drafts)
    let read = contentFiles(in: sources).map { readDocument($0, contentTypes: types) }
    let documents = read.compactMap(\.value)
    let corrections = readCorrections(documents)
    let merged = mergeDocuments(
      written: documents,
      drafts: drafted.filter { !$0.seed.isImported }.flatMap(\.drafts),
      corrections: corrections.value
    )
    written = Dictionary(documents.map { ($0.id, $0) }) { first, _ in first }
    shown = Dictionary(merged.value.documents.map { ($0.id, $0) }) { first, _ in first }
    proposed = mergeDrafts(drafted.flatMap(\.drafts), corrections: corrections.value).value
    identities = mergeDrafts(own, corrections: corrections.value).value.keys.sorted()
    let ownFaults = zip(listed.value, named).filter { $0.0.file.path == seed }
    let faults =
      listed.diagnostics + ownFaults.flatMap(\.1.diagnostics) + read.flatMap(\.diagnostics)
      + corrections.diagnostics + merged.diagnostics
    diagnostics = faults.filter { $0.severity == .error }
  }

  mutating func planRecords() {
    for id in identities {
      guard let document = proposed[id], let type = types.first(where: { $0.kind == id.kind })
      else { continue }
      plan(document.listingSources, path: "\(type.folder)/\(id.slug.text).md")
    }
  }

  /// Plans one record; `path` is relative to `Content/` and to the folder of copies.
  private mutating func plan(_ theirs: Document, path: String) {
    let copyPath = "\(importedFolder)/\(path)"
    let copy = earlier.file(at: copyPath)
    let proposal = contentFileText(of: theirs)
    guard isReadBack(proposal, as: theirs) else {
      return refuse("Content/\(path)", "\(theirs.id) holds signs that no file can hold")
    }
    add(copyPath, old: copy?.bytes, new: Array(proposal.utf8), to: \.copies)
    let base = copy.flatMap { copiedDocument($0, id: theirs.id) }
    guard let ours = written[theirs.id], let place = ours.sources.first?.path,
      let file = sources.file(at: place)
    else { return planWithoutFile(theirs, "Content/\(path)", base: copy, proposal: proposal) }
    var merge = ContentFileMerge(
      file: file,
      ours: ours,
      base: base,
      theirs: base == nil ? asShown(theirs) : theirs
    )
    guard let merged = merge.merge() else {
      return refuse(place, "what the text says cannot be written into this file")
    }
    diagnostics += merge.differences.compactMap(\.diagnostic)
    let isSame = merged.bytes == file.bytes
    add(place, old: file.bytes, new: merged.bytes, to: \.contentEdits)
    let outcome: ImportPlan.Record.Outcome =
      isSame ? .unchanged : base == nil ? .joined : .merged
    records.append(.init(path: place, outcome: outcome, differences: merge.differences))
  }

  private mutating func refuse(_ path: String, _ summary: String, help: String = "") {
    let span = SourceSpan(path: path, range: 0..<0)
    diagnostics.append(
      Diagnostic(ImportDiagnostics.unwritableFile, .error, at: span, summary, help: help)
    )
  }

  /// Whether the file says what the record says: a byte order mark, say, would be lost.
  private func isReadBack(_ text: String, as document: Document) -> Bool {
    let file = SourceFile(path: "Content/file.md", text: text)
    guard let read = copiedDocument(file, id: document.id) else { return false }
    return FieldContent(read.fields) == FieldContent(document.fields)
      && Paragraphs(read.body?.bytes ?? []).words == Paragraphs(document.body?.bytes ?? []).words
  }

  private mutating func planWithoutFile(
    _ theirs: Document,
    _ path: String,
    base: SourceFile?,
    proposal: String
  ) {
    guard let base else {
      let text = Array(contentFileText(of: asShown(theirs)).utf8)
      add(path, old: nil, new: text, to: \.contentEdits)
      return records.append(.init(path: path, outcome: .new, differences: []))
    }
    records.append(.init(path: path, outcome: .removed, differences: []))
    guard base.bytes != Array(proposal.utf8) else { return }
    let span = SourceSpan(path: path, range: 0..<0)
    let summary = "\(theirs.id) was imported and then removed, and the text has changed"
    diagnostics.append(
      Diagnostic(
        ImportDiagnostics.removedFile,
        .warning,
        at: span,
        summary,
        notes: [.init("the text speaks of it here", at: theirs.sources.first)]
      )
    )
  }

  /// What the texts say, with the doubts and sources that the page shows today.
  private func asShown(_ theirs: Document) -> Document {
    guard let document = shown[theirs.id] else { return theirs }
    var notes: [FieldValue] = []
    if case .sequence(let values, _)? = document.fields[EditorialNote.field] { notes = values }
    return theirs.withList(notes, in: EditorialNote.field)
      .withTexts(displayedSources(of: document), in: SourceNotes.field)
  }

  /// Marks the text in the list of seeds.
  mutating func retire() {
    let path = "seeds/seeds.yaml"
    let isImported = listSeeds(sources).value.contains { $0.file.path == seed && $0.isImported }
    guard !isImported, let manifest = sources.file(at: path) else { return }
    guard let edited = retireSeed(named: String(seed.dropFirst("seeds/".count)), in: manifest)
    else {
      return refuse(
        path,
        "the record of this text has a form that cannot be edited",
        help: "Write `imported: true` into the record yourself, then import again."
      )
    }
    add(path, old: manifest.bytes, new: edited.bytes, to: \.copies)
  }

  private mutating func add(
    _ path: String,
    old: [UInt8]?,
    new: [UInt8],
    to list: WritableKeyPath<ImportPlanning, [SourceEdit]>
  ) {
    guard old != new else { return }
    self[keyPath: list].append(SourceEdit(path: path, old: old, new: new))
  }

  /// What a copy says.
  private func copiedDocument(_ file: SourceFile, id: EntityID) -> Document? {
    let split = splitFrontMatter(file).value
    guard let yaml = split.yaml else { return nil }
    let body = ComposedText(of: file, range: split.body)
    return Document(
      id,
      fields: readYAML(file, range: yaml).value,
      body: body.isBlank ? nil : body,
      sources: [file.span]
    )
  }
}

extension Document {
  /// The record with the field that lists its sources.
  fileprivate var listingSources: Document {
    withTexts(displayedSources(of: self), in: SourceNotes.field)
  }
}
