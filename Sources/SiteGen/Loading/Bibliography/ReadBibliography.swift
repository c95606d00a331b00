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
  for entry in reading.value {
    let hasKey = !entry.item.id.isEmpty
    var item = entry.item
    if !hasKey { item.id = derivedKey(of: item) }
    diagnostics += describeLacks(of: item, hasKey: hasKey, at: entry.span)
    guard let slug = Slug(folding: item.id) else {
      diagnostics.append(
        Diagnostic(
          BibliographyDiagnostics.unusableKey,
          .error,
          at: entry.span,
          "key \"\(item.id)\" gives no address"
        )
      )
      continue
    }
    documents.append(
      Document(
        EntityID(.reference, slug),
        fields: FieldMapping([], at: entry.span),
        body: nil,
        sources: [entry.span],
        work: item,
        aliases: [item.id]
      )
    )
  }
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

/// A key like those of reference managers: first author, first word of the title, year.
private func derivedKey(of item: CSLItem) -> String {
  let author = (item.names("author") + item.names("editor")).first
  let name = author.map { slugify($0.literal.isEmpty ? $0.family : $0.literal) } ?? ""
  let words = slugify(item.text("title") ?? "").split(separator: "-")
  let word = (words.first { $0.utf8.count > 3 } ?? words.first).map(String.init) ?? ""
  let year = item.date("issued")?.start.map { String($0.year) } ?? ""
  return [name, word, year].filter { !$0.isEmpty }
    .joined(separator: "_")
}

/// What a work should have and has not.
private func describeLacks(of item: CSLItem, hasKey: Bool, at span: SourceSpan) -> [Diagnostic] {
  var lacks: [Diagnostic] = []
  func report(_ code: DiagnosticCode, _ severity: Severity, _ summary: String) {
    lacks.append(Diagnostic(code, severity, at: span, summary))
  }
  if !hasKey {
    report(BibliographyDiagnostics.missingKey, .note, "work without key is called \"\(item.id)\"")
  }
  if item.type.isEmpty {
    report(BibliographyDiagnostics.missingType, .warning, "no type in the entry \"\(item.id)\"")
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
