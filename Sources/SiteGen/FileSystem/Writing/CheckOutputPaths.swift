import Diagnostics
public import SiteModel

/// Finds files of the output that cannot stand together; linear.
///
/// - Parameter paths: the paths of all files, ascending.
/// - Throws: `OUT001` to `OUT004`, every clash in one error: the first as the error, the others
///   as its notes.
public func checkOutputPaths(_ paths: [OutputPath]) throws(FileSystemError) {
  // String keys are compared up to the encoding of accents, as some disks do.
  var fileByKey: [String: OutputPath] = [:]
  fileByKey.reserveCapacity(paths.count)
  var clashes: [OutputClash] = []
  for path in paths {
    let key = path.text.lowercased()
    if key == OutputManifest.fileName { clashes.append(.reserved(path)) }
    if let other = fileByKey.updateValue(path, forKey: key) {
      clashes.append(other == path ? .same(path) : .alike(other, path))
      fileByKey[key] = other
    }
  }
  // Most files stand beside the one before them, below folders that were looked at.
  var clear = ""
  for path in paths {
    let count = clashes.count
    for folder in path.folders(notAbove: clear) {
      let key = folder.lowercased()
      if key == OutputManifest.fileName { clashes.append(.reserved(path)) }
      if let file = fileByKey[key] { clashes.append(.folder(file, of: path)) }
    }
    if clashes.count == count { clear = path.text }
  }
  try throwFirst(of: clashes.map { (code: $0.code, summary: $0.summary) })
}

/// Throws the first of the findings with the others as notes; nothing when there is none.
func throwFirst(
  of findings: [(code: DiagnosticCode, summary: String)]
) throws(FileSystemError) {
  guard let first = findings.first else { return }
  let shown = 20
  var notes = findings.dropFirst().prefix(shown).map(\.summary)
  if findings.count > shown + 1 { notes.append("and \(findings.count - shown - 1) more") }
  throw FileSystemError(first.code, first.summary, notes: notes)
}

private enum OutputClash {
  case same(OutputPath)
  case alike(OutputPath, OutputPath)
  case reserved(OutputPath)
  case folder(OutputPath, of: OutputPath)

  var code: DiagnosticCode {
    switch self {
    case .same: FileSystemDiagnostics.samePath
    case .alike: FileSystemDiagnostics.differsOnlyInCase
    case .reserved: FileSystemDiagnostics.reservedPath
    case .folder: FileSystemDiagnostics.fileIsAlsoFolder
    }
  }

  var summary: String {
    switch self {
    case .same(let path):
      "\"\(path.text)\" is made twice"
    case .alike(let one, let other):
      "\"\(one.text)\" and \"\(other.text)\" are one file on some disks"
    case .reserved(let path):
      "\"\(path.text)\" takes the place of the list of the files made"
    case .folder(let file, let path):
      "\"\(file.text)\" is a file and the folder of \"\(path.text)\""
    }
  }
}

extension OutputPath {
  /// The folders above the file that do not stand above another one, outermost first.
  fileprivate func folders(notAbove other: String) -> [String] {
    var (path, other) = (text, other)
    return path.withUTF8 { path in
      let shared = other.withUTF8 { other in
        path.indices.first { $0 == other.count || path[$0] != other[$0] } ?? path.count
      }
      let slash = UInt8(ascii: "/")
      guard path[shared...].contains(slash) else { return [] }
      return (shared..<path.count).filter { path[$0] == slash }
        .map { String(decoding: path[..<$0], as: UTF8.self) }
    }
  }
}
