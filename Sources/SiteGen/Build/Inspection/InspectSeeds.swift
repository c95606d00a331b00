public import Diagnostics
import Loading
import SeedParsers
import SiteModel

/// Says what is understood of the seeds of a site: those of the manifest, then the others, whose
/// kind is recognised by their shape.
///
/// Emits, as anomalies, what ``SeedParsers`` emits but `SED002`, and what merging emits.
public func inspectSeeds(of tree: SourceTree) -> Inspection {
  let listed = listSeeds(tree)
  let paths = Set(listed.value.map(\.file.path))
  let others = tree.files(under: "seeds").filter {
    $0.path.hasSuffix(".txt") && !paths.contains($0.path)
  }
  let faults = listed.diagnostics.filter { $0.code != SeedDiagnostics.unlistedText }
  let seeds = readSeeds(listed.value.map { ($0.file, $0) } + others.map { ($0, nil) }, as: nil)
  return inspect(seeds, faults: faults, sources: seeds.map(\.file) + tree.files)
}

/// Says what is understood of some texts, wherever they stand.
///
/// - Parameters:
///   - files: the texts; one that `tree` lists under the same name with the same bytes is read as
///     the manifest says.
///   - tree: the seeds of a site; may be empty.
///   - kind: how to read what is not listed; nil recognises the kind by the shape.
/// - Returns: what is understood of them all, merged by identity.
public func inspectTexts(
  _ files: [SourceFile],
  listedIn tree: SourceTree,
  as kind: String?
) -> Inspection {
  let listed = listSeeds(tree).value
  let seeds = readSeeds(
    files.map { file in
      let match = listed.first { file.isSame(as: $0.file) && (kind == nil || $0.kind == kind) }
      return (file, match.map { ListedSeed(file: file, parser: $0.parser) })
    },
    as: kind
  )
  return inspect(seeds, faults: [], sources: files + tree.files)
}

/// The kinds of texts that can be read.
public let seedKinds = SeedParsers.all.map { $0.kind }

/// A text, its parser, and what the parser made of it.
private struct ReadSeed {
  let file: SourceFile
  let seed: ListedSeed?
  let isListed: Bool
  let drafted: Diagnosed<[Draft]>
  /// What it names; nil where no parser reads it.
  let namings: SeedNamings?

  init(_ file: SourceFile, _ seed: ListedSeed?, isListed: Bool, notes: [Diagnostic]) {
    self.file = file
    self.seed = seed
    self.isListed = isListed
    let read = seed.map(readSeed)
    namings = read?.value
    drafted = Diagnosed(read?.value.drafts ?? [], notes + (read?.diagnostics ?? []))
  }
}

private func readSeeds(
  _ texts: [(file: SourceFile, listed: ListedSeed?)],
  as kind: String?
) -> [ReadSeed] {
  let seeds = texts.map { file, listed in
    if let listed { return ReadSeed(file, listed, isListed: true, notes: []) }
    let recognised = recogniseSeed(file, as: kind)
    return ReadSeed(file, recognised.value, isListed: false, notes: recognised.diagnostics)
  }
  return seeds.map { report in
    guard !report.isListed, report.seed?.kind == SessionReportSeed.kind,
      let series = seriesAnnouncing(report, among: seeds)
    else { return report }
    let recognised = recogniseSeed(report.file, as: SessionReportSeed.kind, series: series)
    let notes = report.drafted.diagnostics.filter { $0.code == SeedDiagnostics.recognisedKind }
    return ReadSeed(report.file, recognised.value, isListed: false, notes: notes)
  }
}

/// The series in which a programme announces the session of an unlisted report: the same number,
/// and somebody who speaks in both.
private func seriesAnnouncing(_ report: ReadSeed, among seeds: [ReadSeed]) -> Slug? {
  guard let session = report.drafted.value.first(where: { $0.id.kind == .session }) else {
    return nil
  }
  let number = session.id.slug.text.split(separator: "/").last
  let speakers = Set(session.fields.people(in: "speakers").map(\.value))
  let programmes = seeds.filter { $0.seed?.kind == ProgrammeSeed.kind }
  for draft in programmes.flatMap(\.drafted.value) where draft.id.kind == .session {
    let parts = draft.id.slug.text.split(separator: "/")
    guard parts.last == number,
      draft.fields.people(in: "speakers").contains(where: { speakers.contains($0.value) })
    else { continue }
    return Slug(parts.dropLast().joined(separator: "/"))
  }
  return nil
}

private func inspect(
  _ seeds: [ReadSeed],
  faults: [Diagnostic],
  sources: [SourceFile]
) -> Inspection {
  let joined = joinNamings(seeds.compactMap(\.namings))
  let drafts = joined.value.flatMap { $0 }
  let merged = mergeDocuments(written: [], drafts: drafts)
  var inspection = Inspection(
    texts: seeds.map {
      Inspection.Text(file: $0.file.path, kind: $0.seed?.kind, isListed: $0.isListed)
    },
    places: SourcePlaces(sources)
  )
  inspection.anomalies =
    (faults + seeds.flatMap(\.drafted.diagnostics) + joined.diagnostics + merged.diagnostics)
    .sortedForPrinting()
  inspection.addOccurrences(in: drafts)
  inspection.addRecords(merged.value.documents)
  inspection.addPersons(merged.value.documents, drafts: drafts)
  inspection.addNamings(in: drafts)
  inspection.addAuthors()
  return inspection
}

extension SourceFile {
  fileprivate func isSame(as other: SourceFile) -> Bool {
    path.split(separator: "/").last == other.path.split(separator: "/").last
      && bytes == other.bytes
  }
}
