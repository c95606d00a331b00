public import Diagnostics
import FrontMatter
public import SiteModel

/// Finds the kind of a text that no manifest lists, by its shape; nil when it has none.
///
/// Every parser drafts the text, and the one that understands most of it is taken; of equals, the
/// first in the order of ``SeedParsers/all``. What only a manifest could say is assumed: the
/// address of an event or of a series is the name of the file. Emits `SED020`, and `SED006` when
/// no parser finds anything of its kind.
///
/// - Parameters:
///   - file: the text.
///   - kind: the only kind to try; nil tries all.
///   - series: the series of the sessions; nil takes the name of the file.
/// - Returns: the text with its parser.
public func recogniseSeed(
  _ file: SourceFile,
  as kind: String?,
  series: Slug? = nil
) -> Diagnosed<ListedSeed?> {
  let start = SourceSpan(path: file.path, range: 0..<min(1, file.bytes.count))
  guard let slug = series ?? assumedSlug(of: file.path) else { return Diagnosed(nil) }
  let best = bestKind(
    for: file,
    among: SeedParsers.all.filter { kind == nil || $0.kind == kind },
    slug
  )
  guard let best else {
    let summary = file.bytes.isEmpty ? "the text is empty" : "this text has the shape of no kind"
    return Diagnosed(
      nil,
      [Diagnostic(SeedDiagnostics.nothingRecognised, .error, at: start, summary)]
    )
  }
  let chosen = best.seed.kind
  let note = "read as \"\(chosen)\"" + (kind == nil ? ", by the shape of the text" : "")
  return Diagnosed(
    best.seed,
    [Diagnostic(SeedDiagnostics.recognisedKind, .note, at: start, note)]
  )
}

/// The parser that understands most of a text, nil where none understands anything.
private func bestKind(
  for file: SourceFile,
  among types: [any SeedParser.Type],
  _ slug: Slug
) -> (seed: ListedSeed, score: Int)? {
  let start = SourceSpan(path: file.path, range: 0..<min(1, file.bytes.count))
  let beginning = beginning(of: file)
  var best: (seed: ListedSeed, score: Int)?
  for type in types {
    let record = assumedRecord(for: type.kind, slug: slug, at: start)
    var reader = FieldReader(record, of: "seed")
    let seed = ListedSeed(file: file, parser: type.init(reading: &reader))
    let score = understanding(of: seed.parser.draft(beginning))
    if score > best?.score ?? 0 { best = (seed, score) }
  }
  return best
}

/// The first lines of a very long text: they show its kind as well as all of it does.
private func beginning(of file: SourceFile) -> SourceFile {
  let length = 1_500_000
  guard file.bytes.count > length else { return file }
  let end = file.bytes[..<length].lastIndex(of: 0x0A) ?? length
  return SourceFile(path: file.path, bytes: Array(file.bytes[..<end]))
}

/// Reports a text of which its own kind understands hardly anything and another very much
/// (`SED030`).
func findLikerKind(for seed: ListedSeed, drafted: Diagnosed<[Draft]>) -> [Diagnostic] {
  let own = max(0, understanding(of: drafted))
  // Whoever finds a person with a text, a session or an axis has found something of its kind.
  guard own < 5, !seed.file.bytes.isEmpty, let slug = assumedSlug(of: seed.file.path),
    let liker = bestKind(
      for: seed.file,
      among: SeedParsers.all.filter { $0.kind != seed.kind },
      slug
    ), liker.score >= 3 * own + 8
  else { return [] }
  return [
    Diagnostic(
      SeedDiagnostics.unlikeKind,
      .warning,
      at: SourceSpan(path: seed.file.path, range: 0..<1),
      "listed as \"\(seed.kind)\", this text reads like \"\(liker.seed.kind)\""
    )
  ]
}

extension ListedSeed {
  /// The kind of the text, as the manifest writes it.
  public var kind: String { type(of: parser).kind }
}

/// How much a parser made of a text: what it drafted, less what found no place.
private func understanding(of drafted: Diagnosed<[Draft]>) -> Int {
  let gains = drafted.value.map(weight).reduce(0, +)
  let losses = drafted.diagnostics.count { diagnostic in
    [SeedDiagnostics.unplacedText, SeedDiagnostics.noName].contains(diagnostic.code)
  }
  return gains - losses
}

/// A numbered session, a reference, an axis can hardly be read by mistake; a title can: an event
/// with neither date nor speakers weighs nothing.
private func weight(_ draft: Draft) -> Int {
  switch draft.id.kind {
  case .session: 10 + length("speakers", draft) + headings(draft)
  case .reference: 4
  case .axis: 5 + length("members", draft)
  case .issue: 2 + 3 * length("authors", draft) + headings(draft)
  case .event: (draft.fields["date"] == nil ? 0 : 8) + 3 * length("participants", draft)
  case .person: draft.body == nil ? 0 : 5 + 3 * length("functions", draft)
  case .series, .page, .organisation, .term: 0
  }
}

private func length(_ key: String, _ draft: Draft) -> Int {
  guard case .sequence(let elements, _)? = draft.fields[key] else { return 0 }
  return elements.count
}

private func headings(_ draft: Draft) -> Int {
  guard let bytes = draft.body?.bytes else { return 0 }
  let (lineEnd, mark) = (UInt8(ascii: "\n"), UInt8(ascii: "#"))
  return bytes.indices.count { index in
    bytes[index] == mark && (index == 0 || bytes[index - 1] == lineEnd)
  }
}
