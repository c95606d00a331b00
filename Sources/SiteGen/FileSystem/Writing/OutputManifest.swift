import SiteModel

/// The list of the files that a build made, kept among them.
///
/// A line that names the format and its version, then one path a line, ascending by bytes.
struct OutputManifest: Hashable, Sendable {
  static let fileName = ".sitegen-manifest"
  private static let format = "sitegen-manifest 1"

  /// The files made, ascending.
  let paths: [OutputPath]

  /// - Parameter paths: the files made, ascending.
  init(sorted paths: [OutputPath]) { self.paths = paths }

  /// The text of the file.
  var bytes: [UInt8] {
    var bytes = Array("\(OutputManifest.format)\n".utf8)
    for path in paths {
      bytes += path.text.utf8
      bytes.append(UInt8(ascii: "\n"))
    }
    return bytes
  }

  /// Reads the manifest of an output folder; nil when there is none.
  ///
  /// - Throws: `OUT009` when it is not as a build wrote it.
  init?(in folder: NativePath) throws(FileSystemError) {
    let path = folder / OutputManifest.fileName
    let bytes = try reporting(FileSystemDiagnostics.damagedManifest) {
      () throws(SystemFailure) -> [UInt8]? in
      guard try readStatus(at: path) != nil else { return nil }
      return try OpenFile(reading: path).readAll()
    }
    guard let bytes else { return nil }
    try self.init(parsing: bytes, from: path.text)
  }

  /// Reads the text of a manifest; the name is for messages.
  init(parsing bytes: [UInt8], from name: String) throws(FileSystemError) {
    let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    var findings: [String] = []
    if let first = lines.first, !first.elementsEqual(OutputManifest.format.utf8) {
      findings.append("line 1 of \"\(name)\" is not \"\(OutputManifest.format)\"")
    }
    if lines.count < 2 || lines.last?.isEmpty == false {
      findings.append("\"\(name)\" breaks off in line \(lines.count)")
    }
    var paths: [OutputPath] = []
    for (index, line) in lines.enumerated().dropFirst().dropLast() {
      let text = String(validating: line, as: UTF8.self)
      if let path = text.flatMap(OutputPath.init), path.text != OutputManifest.fileName,
        paths.last.map({ $0 < path }) ?? true
      {
        paths.append(path)
      } else {
        let shown = printable(String(decoding: line, as: UTF8.self))
        findings.append("line \(index + 1) of \"\(name)\" cannot be trusted: \"\(shown)\"")
      }
    }
    try throwFirst(of: findings.map { (FileSystemDiagnostics.damagedManifest, $0) })
    self.paths = paths
  }
}
