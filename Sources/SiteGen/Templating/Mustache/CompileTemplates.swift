import Diagnostics

/// Compiles the `.mustache` files below a folder into one program, in the order of their paths.
func compileTemplates(_ files: [SourceFile], root: String) -> Diagnosed<Program> {
  var program = Program()
  var diagnostics: [Diagnostic] = []
  var firstFiles: [String: SourceFile] = [:]
  for file in files.sorted(by: { $0.path.precedesInBytes($1.path) }) {
    guard let name = templateName(of: file.path, root: root) else { continue }
    if let first = firstFiles[name] {
      diagnostics.append(duplicate(name, file, first))
      continue
    }
    firstFiles[name] = file
    if let offset = file.firstInvalidUTF8Offset {
      diagnostics.append(
        Diagnostic(
          TemplatingDiagnostics.invalidUTF8,
          .error,
          at: SourceSpan(path: file.path, range: offset..<offset + 1),
          "byte is no valid UTF-8"
        )
      )
    }
    let (tokens, scanned) = TagScanner.scan(file)
    let (matched, paired) = matchTags(tokens, in: file)
    diagnostics += scanned
    diagnostics += paired
    diagnostics += InstructionEmitter.emit(matched, of: file, named: name, into: &program)
  }
  program.numberNamesInOrder()
  diagnostics += ReferenceCheck(program: program, defined: firstFiles.keys).diagnostics()
  return Diagnosed(program, diagnostics.sortedForPrinting())
}

/// `partials/nav` for `Templates/partials/nav.mustache`; nil for files of other kinds or folders.
private func templateName(of path: String, root: String) -> String? {
  let prefix = root.isEmpty ? "" : root + "/"
  let suffix = ".mustache"
  guard path.hasPrefix(prefix), path.hasSuffix(suffix),
    path.utf8.count > prefix.utf8.count + suffix.utf8.count
  else { return nil }
  return String(path.dropFirst(prefix.count).dropLast(suffix.count))
}

private func duplicate(_ name: String, _ file: SourceFile, _ first: SourceFile) -> Diagnostic {
  Diagnostic(
    TemplatingDiagnostics.duplicateTemplate,
    .error,
    at: SourceSpan(path: file.path, range: 0..<0),
    "template \"\(name)\" is defined twice",
    notes: [.init("first defined here", at: SourceSpan(path: first.path, range: 0..<0))]
  )
}
