import CSL
public import Diagnostics
import FrontMatter
import Markup
public import SiteModel

/// The bibliographic files of a tree: `.bib`, `.json` and `.ris` below `Content/bibliography/`.
public func bibliographyFiles(in tree: SourceTree) -> [SourceFile] {
  tree.files(under: "Content/bibliography").filter { format(of: $0) != nil }
}

/// Reads the works of one bibliographic file, as reference managers export it.
///
/// Each work becomes a document of a reference with its complete CSL item, in the order of the
/// file; its slug is its key, folded, and the key as written stands among the aliases. A work
/// without key gets one made of author, title and year, so that it does not change when others
/// are added. Linear in the size of the file.
///
/// Emits `CIT010` to `CIT029`, except what only all files together tell (`unifyWorks`).
public func readBibliography(_ file: SourceFile) -> Diagnosed<[Document]> {
  let reading = readItems(of: file)
  var documents: [Document] = []
  var diagnostics = reading.diagnostics
  var keyless: [(key: String, span: SourceSpan)] = []
  for entry in reading.value {
    var item = entry.item
    if item.id.isEmpty { item.id = derivedKey(of: item) }
    diagnostics += describeLacks(of: item, at: entry.span)
    guard let slug = Slug(folding: item.id) else {
      let summary = "key \"\(item.id)\" gives no address"
      diagnostics.append(
        Diagnostic(BibliographyDiagnostics.unusableKey, .error, at: entry.span, summary)
      )
      continue
    }
    if entry.item.id.isEmpty { keyless.append((item.id, entry.span)) }
    documents.append(
      Document(
        EntityID(.reference, slug),
        fields: FieldMapping([], at: entry.span),
        body: nil,
        sources: [entry.span],
        work: item,
        aliases: item.id == slug.text ? [] : [item.id]
      )
    )
  }
  diagnostics += missingKeys(keyless)
  if reading.value.isEmpty, diagnostics.isEmpty {
    diagnostics.append(
      Diagnostic(
        BibliographyDiagnostics.emptyBibliography,
        .warning,
        at: SourceSpan(path: file.path, range: 0..<0),
        "no entry found in \(file.path)"
      )
    )
  }
  return Diagnosed(documents, diagnostics)
}

/// An item and its place; the id is empty where the file gives none.
struct BibliographicEntry {
  let item: CSLItem
  let span: SourceSpan
}

private enum BibliographicFormat: String {
  case bib, json, ris
}

private func format(of file: SourceFile) -> BibliographicFormat? {
  file.path.split(separator: ".").last.flatMap { BibliographicFormat(rawValue: String($0)) }
}

private func readItems(of file: SourceFile) -> Diagnosed<[BibliographicEntry]> {
  switch format(of: file) {
  case .bib: return entries(of: BibTeX.readItems(file.bytes), in: file) { _, item in item }
  case .ris:
    return entries(of: RIS.readItems(file.bytes), in: file) { index, item in
      // The reader counts records that have no key; such a key would change with its place.
      guard item.id == "ris-\(index + 1)" else { return item }
      return CSLItem(id: "", type: item.type, fields: item.fields)
    }
  case .json: return readCSLJSON(file)
  case nil: return Diagnosed([])
  }
}

private func entries(
  of reading: InterchangeReading,
  in file: SourceFile,
  _ adjust: (Int, CSLItem) -> CSLItem
) -> Diagnosed<[BibliographicEntry]> {
  let entries = zip(reading.items, reading.positions).enumerated().map { index, pair in
    BibliographicEntry(item: adjust(index, pair.0), span: lineSpan(at: pair.1.offset, in: file))
  }
  return Diagnosed(entries, interchangeProblems(reading.diagnostics, in: file))
}

/// A key for a work that has none: first author, year and title, so that two works hardly share one.
private func derivedKey(of item: CSLItem) -> String {
  let author = (item.names("author") + item.names("editor")).first
  let name = author.map { slugify($0.literal.isEmpty ? $0.family : $0.literal) } ?? ""
  let year = item.date("issued")?.start.map { String($0.year) } ?? ""
  return [name, year, slugify(item.text("title") ?? "")].filter { !$0.isEmpty }
    .joined(separator: "_")
}

/// Works of a file that have no key, said once with their number: RIS seldom has any.
private func missingKeys(_ works: [(key: String, span: SourceSpan)]) -> [Diagnostic] {
  guard let first = works.first else { return [] }
  let summary =
    works.count == 1
    ? "work without key is called \"\(first.key)\""
    : "\(works.count) works without key are called by author, year and title, as \"\(first.key)\""
  return [Diagnostic(BibliographyDiagnostics.missingKey, .note, at: first.span, summary)]
}

/// What a work should have and has not.
private func describeLacks(of item: CSLItem, at span: SourceSpan) -> [Diagnostic] {
  var lacks: [Diagnostic] = []
  func report(_ code: DiagnosticCode, _ severity: Severity, _ summary: String) {
    lacks.append(Diagnostic(code, severity, at: span, summary))
  }
  if item.type.isEmpty {
    report(BibliographyDiagnostics.missingType, .warning, "no type in the entry \"\(item.id)\"")
  } else if !WorkTypes.isKnown(item.type) {
    let summary =
      "unknown type \"\(item.type)\" in the entry \"\(item.id)\""
      + suggestion(for: item.type, among: WorkTypes.all)
    report(BibliographyDiagnostics.unknownType, .warning, summary)
  }
  if item.text("title") == nil {
    report(BibliographyDiagnostics.missingTitle, .warning, "no title in the entry \"\(item.id)\"")
  }
  if let date = item.date("issued"), date.start == nil {
    let words = "no year in the date \"\(date.literal)\" of \"\(item.id)\""
    report(BibliographyDiagnostics.unreadDate, .note, words)
  }
  return lacks
}
