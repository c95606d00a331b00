/// Which program builds: another one may make other pages of the same sources.
public struct ProgramIdentity: Hashable, Sendable {
  /// The files it is made of, with their marks.
  public let text: String

  /// Names a program.
  public init(text: String) {
    self.text = text
  }
}

/// Finds out which program this is: its own file and those of its libraries, such as the one that
/// parses Markdown, which the system may bring up to date without it.
///
/// - Returns: nil where the system does not say (only Linux does), or when a file was replaced
///   since the program started.
public func readProgramIdentity() -> ProgramIdentity? {
  guard let bytes = try? OpenFile(readingThroughLinks: NativePath("/proc/self/maps")).readAll()
  else { return nil }
  let paths = codeFiles(in: bytes)
  var lines: [String] = []
  for path in paths.sorted() {
    guard let status = try? readStatus(at: NativePath(path)) else { return nil }
    lines.append("\(FileMark(status).text) \(path)")
  }
  return paths.isEmpty ? nil : ProgramIdentity(text: lines.joined(separator: "\n"))
}

/// The files whose code a process runs, by its map of memory (`proc_pid_maps(5)`): range, rights,
/// offset, device, inode, and the path of what is no memory of its own.
func codeFiles(in map: [UInt8]) -> Set<String> {
  var paths: Set<String> = []
  for line in map.split(separator: UInt8(ascii: "\n")) {
    let fields = line.split(separator: UInt8(ascii: " "), maxSplits: 5)
    guard fields.count == 6, fields[1].contains(UInt8(ascii: "x")) else { continue }
    let path = fields[5].drop { $0 == UInt8(ascii: " ") }
    if path.first == UInt8(ascii: "/") { paths.insert(String(decoding: path, as: UTF8.self)) }
  }
  return paths
}
