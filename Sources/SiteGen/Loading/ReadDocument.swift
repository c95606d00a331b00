public import Diagnostics
import FrontMatter
public import SiteModel

/// The content files of a tree: Markdown and YAML below `Content/`, but for the configuration.
public func contentFiles(in tree: SourceTree) -> [SourceFile] {
  tree.files.filter { isContentFile($0.path) }
}

extension SourceTree {
  /// The tree without its content files.
  public var withoutContentFiles: SourceTree {
    SourceTree(
      files: files.filter { !isContentFile($0.path) },
      assets: assets,
      installedStyles: installedStyles
    )
  }
}

private func isContentFile(_ path: String) -> Bool {
  path.hasPrefix("Content/") && !isAboutTheSite(path) && !path.hasPrefix("Content/assets/")
    && (path.hasSuffix(".md") || path.hasSuffix(".yaml"))
}

/// Whether a file describes no entity, but the site as a whole.
private func isAboutTheSite(_ path: String) -> Bool {
  path == "Content/site.yaml" || path == RecordedAddress.path || Publication.isOwnFile(path)
}

/// What stands below `Content/` and looks like text, but is not read for its name (`CFG005`).
public func findUnreadFiles(in tree: SourceTree) -> [Diagnostic] {
  let read = Set((contentFiles(in: tree) + bibliographyFiles(in: tree)).map(\.path))
  let texts = tree.files(under: "Content").map(\.path).filter {
    !isAboutTheSite($0) && !$0.hasPrefix("Content/assets/") && !read.contains($0)
  }
  let assets = tree.assets.filter { path in
    path.hasPrefix("Content/") && !path.hasPrefix("Content/assets/")
      && ["markdown", "mdown", "mkd", "mdx"].contains { path.lowercased().hasSuffix(".\($0)") }
  }
  return (texts + assets).map { path in
    Diagnostic(
      LoadingDiagnostics.unreadFile,
      .error,
      at: SourceSpan(path: path, range: 0..<0),
      "\(path) is read by nobody"
    )
  }
}

/// Reads one content file up to its fields; nil when its place or its slug says nothing.
///
/// The identity is the folder and the path below it without extension, or the field `slug`.
/// Emits `CFG003`, `FLD004` and what front matter emits. A file whose YAML is broken still gives a
/// document, without fields, so that nobody reports links to it as broken.
public func readDocument(
  _ file: SourceFile,
  contentTypes: [ContentType]
) -> Diagnosed<Document?> {
  // The folder of all content, that of the kind, and the path below it.
  let parts = file.path.utf8.split(separator: UInt8(ascii: "/"), maxSplits: 2)
    .map { Substring($0) }
  guard parts.count > 2, let type = contentTypes.first(where: { $0.folder == parts[1] }) else {
    let folders = contentTypes.map(\.folder)
    let word = parts.count > 2 ? String(parts[1]) : ""
    let diagnostic = Diagnostic(
      LoadingDiagnostics.unknownFolder,
      .error,
      at: file.span.start,
      "\(file.path) stands in no folder of a kind" + suggestion(for: word, among: folders),
      help: "Kinds have the folders \(folders.map { "Content/\($0)" }.joined(separator: ", "))."
    )
    return Diagnosed(nil, [diagnostic])
  }
  let split = file.path.hasSuffix(".md") ? splitFrontMatter(file) : Diagnosed(wholeAsYAML(file))
  let yaml = split.value.yaml.map { readYAML(file, range: $0) }
  let fields = yaml?.value ?? FieldMapping([], at: file.span.start)
  let identity = readSlug(file, fields: fields, path: parts[2])
  let diagnostics = split.diagnostics + (yaml?.diagnostics ?? []) + identity.diagnostics
  guard let slug = identity.value else { return Diagnosed(nil, diagnostics) }
  let body = ComposedText(of: file, range: split.value.body)
  let document = Document(
    EntityID(type.kind, slug),
    fields: fields,
    body: body.isBlank ? nil : body,
    sources: [file.span]
  )
  return Diagnosed(document, diagnostics)
}

private func wholeAsYAML(_ file: SourceFile) -> FrontMatterSplit {
  FrontMatterSplit(yaml: 0..<file.bytes.count, body: file.bytes.count..<file.bytes.count)
}

private func readSlug(
  _ file: SourceFile,
  fields: FieldMapping,
  path: Substring
) -> Diagnosed<Slug?> {
  let fromPath = String(path[..<(path.lastIndex(of: ".") ?? path.endIndex)])
  let written: Spanned<String>
  if case .scalar(let scalar)? = fields["slug"] {
    written = scalar
  } else {
    written = Spanned(fromPath, at: file.span.start)
  }
  if let slug = Slug(written.value) { return Diagnosed(slug) }
  let better = Slug(folding: written.value).map { "; \"\($0.text)\" would do" } ?? ""
  let diagnostic = Diagnostic(
    LoadingDiagnostics.invalidSlug,
    .error,
    at: written.span,
    "\"\(written.value)\" cannot be an address\(better)",
    help: better.isEmpty
      ? "Nothing of it can stand in an address: add `slug:` with Latin letters or digits." : ""
  )
  return Diagnosed(nil, [diagnostic])
}

extension SourceSpan {
  /// The empty range before the first byte, for what is said of a file as a whole.
  fileprivate var start: SourceSpan { SourceSpan(path: path, range: 0..<0) }
}
