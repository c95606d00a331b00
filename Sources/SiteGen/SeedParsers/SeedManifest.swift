public import Diagnostics
import FrontMatter
import SiteModel

/// What `seeds/seeds.yaml` says: which texts there are, and of which kind.
public struct SeedManifest: Sendable {
  /// A text and its parser, which holds what the text cannot say.
  public struct Listing: Sendable {
    /// Name of the file below `seeds/`.
    public let file: Spanned<String>
    /// The parser.
    public let parser: any SeedParser
    /// Whether `Content/` holds what the text says, so that no build reads it any more.
    public let isImported: Bool
  }

  /// The texts in the order of the manifest; each file once.
  public let texts: [Listing]
}

/// Reads the manifest of the seeds.
///
/// Emits `SED003`, `SED004` and the codes of front matter. Records that cannot be used are left out.
public func readSeedManifest(_ file: SourceFile) -> Diagnosed<SeedManifest> {
  if let offset = file.firstInvalidUTF8Offset {
    let span = SourceSpan(path: file.path, range: offset..<offset + 1)
    let diagnostic = Diagnostic(
      SeedDiagnostics.invalidText,
      .error,
      at: span,
      "this byte is no UTF-8"
    )
    return Diagnosed(SeedManifest(texts: []), [diagnostic])
  }
  let root = readYAML(file)
  var reader = FieldReader(root.value, of: "list of seeds")
  var listings: [SeedManifest.Listing] = []
  var seen: [String: SourceSpan] = [:]
  for record in reader.records("texts", shorthand: "file") {
    var inner = FieldReader(record, of: "seed")
    if let listing = readListing(&inner) {
      if let first = seen[listing.file.value] {
        inner.report(
          Diagnostic(
            SeedDiagnostics.listedTwice,
            .error,
            at: listing.file.span,
            "\"\(listing.file.value)\" is listed twice",
            notes: [Diagnostic.Note("first listed here", at: first)]
          )
        )
      } else {
        seen[listing.file.value] = listing.file.span
        listings.append(listing)
      }
    }
    reader.absorb(inner)
  }
  return Diagnosed(SeedManifest(texts: listings), root.diagnostics + reader.finish())
}

private func readListing(_ reader: inout FieldReader) -> SeedManifest.Listing? {
  let file = reader.requiredText("file")
  let kind = reader.requiredText("kind")
  let isImported = reader.flag("imported")?.value ?? false
  guard let parser = SeedParsers.all.first(where: { $0.kind == kind.value }) else {
    // Fields that only a kind knows cannot be judged without it.
    for key in ["number", "date", "series", "slug"] { _ = reader.value(key) }
    if !kind.value.isEmpty {
      let kinds = SeedParsers.all.map { $0.kind }
      reader.report(
        Diagnostic(
          SeedDiagnostics.unknownKind,
          .error,
          at: kind.span,
          "unknown kind of seed \"\(kind.value)\"" + suggestion(for: kind.value, among: kinds),
          help: "A seed may be: \(kinds.joined(separator: ", "))."
        )
      )
    }
    return nil
  }
  let value = parser.init(reading: &reader)
  guard !file.value.isEmpty else { return nil }
  return SeedManifest.Listing(file: file, parser: value, isImported: isImported)
}
