public import Diagnostics
public import SiteModel

/// A text of `seeds/` with the parser that the manifest gives it.
public struct ListedSeed: Sendable {
  /// The text.
  public let file: SourceFile
  /// How it is read.
  public let parser: any SeedParser
  /// Whether `Content/` holds what the text says, so that no build reads it any more.
  public let isImported: Bool

  /// Pairs a text with its parser.
  public init(file: SourceFile, parser: any SeedParser, isImported: Bool = false) {
    self.file = file
    self.parser = parser
    self.isImported = isImported
  }
}

/// Finds the texts that `seeds/seeds.yaml` lists; a tree without manifest and texts has none.
///
/// Emits `SED001` for a listed text that is missing, `SED002` for a text that is not listed, and
/// what ``readSeedManifest(_:)`` emits.
public func listSeeds(_ tree: SourceTree) -> Diagnosed<[ListedSeed]> {
  let texts = tree.files(under: "seeds").filter { $0.path.hasSuffix(".txt") }
  var manifest = SeedManifest(texts: [])
  var diagnostics: [Diagnostic] = []
  if let file = tree.file(at: "seeds/seeds.yaml") {
    let read = readSeedManifest(file)
    manifest = read.value
    diagnostics = read.diagnostics
  } else if !texts.isEmpty {
    let span = SourceSpan(path: "seeds/seeds.yaml", range: 0..<0)
    let summary = "seeds/seeds.yaml is missing, and seeds/ holds \(texts.count) texts"
    diagnostics.append(Diagnostic(SeedDiagnostics.missingManifest, .error, at: span, summary))
  }
  var byPath: [String: SourceFile] = [:]
  for text in texts { byPath[text.path] = text }
  var listed: Set<String> = []
  var seeds: [ListedSeed] = []
  for listing in manifest.texts {
    let path = "seeds/\(listing.file.value)"
    listed.insert(path)
    if let file = byPath[path] {
      seeds.append(
        ListedSeed(file: file, parser: listing.parser, isImported: listing.isImported)
      )
    } else if !listing.isImported {
      let names = texts.map { String($0.path.dropFirst("seeds/".count)) }
      let hint = suggestion(for: listing.file.value, among: names)
      let summary = "\"\(listing.file.value)\" is not in seeds/" + hint
      diagnostics.append(
        Diagnostic(SeedDiagnostics.missingText, .error, at: listing.file.span, summary)
      )
    }
  }
  // A record that cannot be read may be that of any text; to call one unlisted would mislead.
  let isManifestWhole = !diagnostics.containsError
  for text in texts where isManifestWhole && !listed.contains(text.path) {
    let span = SourceSpan(path: text.path, range: 0..<min(1, text.bytes.count))
    let summary = "this text is not listed in seeds/seeds.yaml, so nothing is made of it"
    diagnostics.append(Diagnostic(SeedDiagnostics.unlistedText, .warning, at: span, summary))
  }
  return Diagnosed(seeds, diagnostics)
}

/// Turns one text into drafts; pure, so that a caller may read many texts at once.
///
/// Emits `SED005` to `SED015` and `SED025` to `SED032`. Never fails and never traps, whatever the
/// bytes. Every word of the text is in a field, in a body or in a report.
public func draftSeed(_ seed: ListedSeed) -> Diagnosed<[Draft]> {
  review(seed.parser.draft(seed.file), of: seed)
}

/// Adds to what a parser made of a text what can be said of any text: its faults, and what the
/// drafts leave out.
func review(_ drafted: Diagnosed<[Draft]>, of seed: ListedSeed) -> Diagnosed<[Draft]> {
  let faults = findTextFaults(in: seed.file)
  let isRefused = drafted.diagnostics.contains { $0.code == SeedDiagnostics.nothingRecognised }
  var diagnostics = faults + drafted.diagnostics
  diagnostics += findLikerKind(for: seed, drafted: drafted)
  // Of a text that is refused whole, no passage is reported besides.
  if !isRefused {
    diagnostics += findUnplacedWords(in: seed.file, of: Diagnosed(drafted.value, diagnostics))
  }
  return Diagnosed(noteDoubts(diagnostics, on: drafted.value, of: seed.file), diagnostics)
}
