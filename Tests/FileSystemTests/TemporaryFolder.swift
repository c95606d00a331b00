import Diagnostics
import SiteModel
import Testing

@testable import FileSystem

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A fresh folder with an empty site in `site`, removed with the value.
final class TemporaryFolder: Sendable {
  /// Whether the system refuses this user nothing, so that permissions cannot be tested.
  static let isAdministrator = geteuid() == 0

  let path: NativePath

  init() throws {
    var template = Array("/tmp/sitegen-test-XXXXXX".utf8CString)
    let made = try #require(mkdtemp(&template))
    path = try resolvePath(NativePath(String(cString: made)))
    for folder in ["Content", "seeds", "Templates"] { try makeFolders("site/\(folder)") }
  }

  deinit {
    try? removeTree(path)  // Left to the system's own cleaning where it fails.
  }

  var site: SiteDirectory { SiteDirectory(path: (path / "site").text) }
  var output: OutputDirectory { OutputDirectory(path: (path / "site/output").text) }

  func makeFolders(_ folder: String) throws {
    var made = path
    for part in folder.split(separator: "/") {
      made = made / String(part)
      if try readStatus(at: made) == nil { try makeFolder(made) }
    }
  }

  func put(_ text: String, at file: String) throws { try put(Array(text.utf8), at: file) }

  func put(_ bytes: [UInt8], at file: String) throws {
    let place = path / file
    try makeFolders(String(place.parent.text.dropFirst(path.text.count)))
    try removeFile(place)
    try writeFile(bytes, at: place)
  }

  /// Puts other bytes of the same length into a file that is there and stays the same one.
  func overwrite(_ file: String, with text: String) throws {
    let descriptor = open((path / file).cString, O_WRONLY)
    try #require(descriptor >= 0)
    defer { _ = close(descriptor) }
    try #require(pwrite(descriptor, text, text.utf8.count, 0) == text.utf8.count)
  }

  func link(_ target: String, at file: String) throws {
    try makeSymbolicLink(to: NativePath(target), at: path / file)
  }

  func makePipe(_ file: String) throws {
    try #require(mkfifo((path / file).cString, 0o600) == 0)
  }

  func remove(_ file: String) throws { try removeTree(path / file) }

  func read(_ file: String) throws -> String {
    String(decoding: try OpenFile(reading: path / file).readAll(), as: UTF8.self)
  }

  func status(_ file: String) throws -> FileStatus? { try readStatus(at: path / file) }

  /// Everything below a folder by relative path: `"text"`, `folder`, `-> target` or `special`.
  func tree(_ folder: String = "site/output", isTimed: Bool = false) throws -> [String: String] {
    var found: [String: String] = [:]
    var waiting = [NativePath("")]
    let root = path / folder
    while let current = waiting.popLast() {
      for entry in try listDirectory(root / current) {
        let name = current / entry.name
        if entry.kind == .folder { waiting.append(name) }
        let stamp = try isTimed ? "\(#require(try readStatus(at: root / name)).stamp)" : ""
        found[name.text] = try describe(entry.kind, root / name) + stamp
      }
    }
    return found
  }

  private func describe(_ kind: FileKind, _ file: NativePath) throws -> String {
    switch kind {
    case .folder: "folder"
    case .symbolicLink: "-> \(try readSymbolicLink(file).text)"
    case .special: "special"
    case .regular: "\"\(String(decoding: try OpenFile(reading: file).readAll(), as: UTF8.self))\""
    }
  }

  /// Writes texts to `site/output` (or another folder).
  @discardableResult
  func write(_ files: [String: String], to output: String = "site/output") throws -> WriteReport {
    try writeOutput(
      outputFiles(files),
      to: OutputDirectory(path: (path / output).text),
      copyingFrom: site
    )
  }
}

extension FileStatus {
  /// What must not change when a file is kept.
  var stamp: String { " \(identity.inode) \(modified.seconds).\(modified.nanoseconds)" }
}

/// Files of the output from texts; a text `copy:PATH` copies a file of the site.
func outputFiles(_ texts: [String: String]) throws -> [OutputFile] {
  try texts.sorted { $0.key < $1.key }.map { path, text in
    let contents: OutputFile.Contents =
      text.hasPrefix("copy:")
      ? .copy(ofSource: String(text.dropFirst(5))) : .bytes(Array(text.utf8))
    return OutputFile(path: try #require(OutputPath(path)), contents: contents)
  }
}

/// The diagnostic of the error that a call throws; a failure when it throws none.
func thrownDiagnostic(_ body: () throws -> Void) throws -> Diagnostic {
  let error = try #require(throws: FileSystemError.self) { try body() }
  return error.diagnostic
}
