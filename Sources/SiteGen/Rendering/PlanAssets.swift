public import Diagnostics
public import SiteModel

/// Files that are copied as they are, with the place each gets.
///
/// `Templates/assets/x` and `Content/assets/x` become `assets/x`; a file beside a content file goes
/// beside its page. Anything else is reported (`OUT100`) and left.
public func planAssets(_ tree: SourceTree, types: [ContentType]) -> Diagnosed<[OutputFile]> {
  var files: [OutputFile] = []
  var diagnostics: [Diagnostic] = []
  for source in tree.assets where !source.hasPrefix("seeds/") {
    if let path = outputPath(ofAsset: source, types: types) {
      files.append(OutputFile(path: path, contents: .copy(ofSource: source)))
    } else {
      diagnostics.append(
        Diagnostic(
          RenderingDiagnostics.strayAsset,
          .warning,
          at: SourceSpan(path: source, range: 0..<0),
          "\(source) is not published"
        )
      )
    }
  }
  return Diagnosed(files, diagnostics)
}

private func outputPath(ofAsset source: String, types: [ContentType]) -> OutputPath? {
  for folder in ["Templates/assets/", "Content/assets/"] where source.hasPrefix(folder) {
    return OutputPath("assets/" + source.dropFirst(folder.count))
  }
  for type in types where source.hasPrefix("Content/\(type.folder)/") {
    let rest = source.dropFirst("Content/\(type.folder)/".count)
    return OutputPath(type.routeFolder.map { "\($0.text)/\(rest)" } ?? String(rest))
  }
  return nil
}
