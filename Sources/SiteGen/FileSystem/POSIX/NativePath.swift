#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A path as the system spells it: bytes that need not be UTF-8.
struct NativePath: Hashable, Sendable, Comparable {
  static let slash = CChar(bitPattern: UInt8(ascii: "/"))

  /// The bytes and the zero that ends them, as C calls want them.
  let cString: [CChar]

  /// Takes the bytes of a text; the system reads no further than a zero.
  init(_ text: String) {
    let bytes = Array(text.utf8CString)
    let end = bytes.firstIndex(of: 0) ?? bytes.count
    cString = end == bytes.count - 1 ? bytes : bytes[..<end] + [0]
  }

  /// Takes bytes that are ended by a zero.
  init(cString: [CChar]) {
    self.cString = cString
  }

  /// Copies bytes that are ended by a zero.
  init(copying bytes: UnsafePointer<CChar>) {
    cString = Array(UnsafeBufferPointer(start: bytes, count: strlen(bytes) + 1))
  }

  /// The bytes without the final zero.
  var bytes: ArraySlice<CChar> { cString.dropLast() }

  var isEmpty: Bool { cString.count == 1 }

  /// For messages: what is not UTF-8 is replaced.
  var text: String { String(decoding: bytes.map { UInt8(bitPattern: $0) }, as: UTF8.self) }

  /// As UTF-8, or nil.
  var validText: String? {
    String(validating: bytes.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// The last part; the path itself when it has one part only.
  var name: NativePath {
    guard let slash = bytes.lastIndex(of: NativePath.slash) else { return self }
    return NativePath(cString: Array(cString[(slash + 1)...]))
  }

  /// What stands before the last part: `.` when there is one part only, `/` for the root.
  var parent: NativePath {
    guard let slash = bytes.lastIndex(of: NativePath.slash) else { return NativePath(".") }
    return slash == 0 ? NativePath("/") : NativePath(cString: cString[..<slash] + [0])
  }

  /// The path of something below; an empty path adds nothing.
  static func / (folder: NativePath, part: NativePath) -> NativePath {
    if folder.isEmpty { return part }
    if part.isEmpty { return folder }
    let base = folder.bytes.last == slash ? folder.bytes.dropLast() : folder.bytes
    var joined: [CChar] = []
    joined.reserveCapacity(base.count + 1 + part.cString.count)
    joined += base
    joined.append(slash)
    joined += part.cString
    return NativePath(cString: joined)
  }

  static func / (folder: NativePath, part: String) -> NativePath { folder / NativePath(part) }

  static func < (left: NativePath, right: NativePath) -> Bool {
    left.bytes.lexicographicallyPrecedes(right.bytes) {
      UInt8(bitPattern: $0) < UInt8(bitPattern: $1)
    }
  }

  func hash(into hasher: inout Hasher) {
    cString.withUnsafeBytes { hasher.combine(bytes: $0) }
  }

  /// Whether this is that folder or stands below it, by the bytes of the two paths.
  func isWithin(_ folder: NativePath) -> Bool {
    if folder.cString == NativePath("/").cString { return true }
    guard bytes.starts(with: folder.bytes) else { return false }
    return bytes.count == folder.bytes.count || bytes[folder.bytes.count] == NativePath.slash
  }

}
