#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A name in a folder.
struct DirectoryEntry: Hashable, Sendable {
  let name: NativePath
  let kind: FileKind
}

/// What a folder holds, sorted by the bytes of the names, without `.` and `..`.
func listDirectory(_ folder: NativePath) throws(SystemFailure) -> [DirectoryEntry] {
  guard let stream = opendir(folder.cString) else { throw SystemFailure("list", folder) }
  defer { closedir(stream) }
  let (itself, above) = (NativePath("."), NativePath(".."))
  var entries: [DirectoryEntry] = []
  while true {
    errno = 0  // Only this tells the end from a failure.
    guard let record = readdir(stream) else { break }
    let name = NativePath(copying: namePointer(of: record))
    if name == itself || name == above { continue }
    guard let kind = try entryKind(of: record, name, in: folder) else { continue }
    entries.append(DirectoryEntry(name: name, kind: kind))
  }
  guard errno == 0 else { throw SystemFailure("list", folder) }
  return entries.sorted { $0.name < $1.name }
}

/// The name in a record, which is gone with the next one.
///
/// It is read through a pointer: the record may be shorter than its declared type.
func namePointer(of record: UnsafeMutablePointer<dirent>) -> UnsafePointer<CChar> {
  let offset = MemoryLayout<dirent>.offset(of: \.d_name) ?? 0
  return UnsafeRawPointer(record).advanced(by: offset).assumingMemoryBound(to: CChar.self)
}

/// Nil when the entry vanished meanwhile.
private func entryKind(
  of record: UnsafeMutablePointer<dirent>,
  _ name: NativePath,
  in folder: NativePath
) throws(SystemFailure) -> FileKind? {
  switch Int(record.pointee.d_type) {
  case Int(DT_REG): return .regular
  case Int(DT_DIR): return .folder
  case Int(DT_LNK): return .symbolicLink
  case Int(DT_UNKNOWN): return try readStatus(at: folder / name)?.kind  // Some disks do not say.
  default: return .special
  }
}
