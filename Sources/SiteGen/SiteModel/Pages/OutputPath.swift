import Diagnostics

/// The place of a file in the output, relative to its root, with `/` between the parts.
///
/// Two paths are equal only if their bytes are: a disk may keep "é" in one scalar apart from "é"
/// in two. Ordered by bytes.
public struct OutputPath: Hashable, Sendable, Comparable {
  /// The path as written.
  public let text: String

  /// Makes a path; nil unless every part is a plain file name.
  ///
  /// A part is not empty, `.` or `..`, holds at least one visible character, at most 255 bytes
  /// and no backslash, control, format (zero width, direction) or line separator character.
  public init?(_ text: String) {
    guard !OutputPath.isPlain(text) else {
      self.text = text
      return
    }
    let parts = text.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    for part in parts where !OutputPath.isFileName(part) { return nil }
    self.text = text
  }

  /// The folders above the file, outermost first (`a/b/c` gives `a`, `a/b`).
  public var folders: [String] {
    text.utf8.indices.filter { text.utf8[$0] == UInt8(ascii: "/") }.map { String(text[..<$0]) }
  }

  /// Whether the bytes are the same.
  public static func == (left: OutputPath, right: OutputPath) -> Bool {
    left.text.utf8.elementsEqual(right.text.utf8)
  }

  /// Hashes the bytes.
  public func hash(into hasher: inout Hasher) {
    var text = text
    text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
  }

  /// Orders by bytes.
  public static func < (left: OutputPath, right: OutputPath) -> Bool {
    left.text.precedesInBytes(right.text)
  }

  /// Whether a path is nothing but letters, digits and hyphens between slashes and the dots of
  /// endings, as almost all are; one walk.
  private static func isPlain(_ text: String) -> Bool {
    var previous = UInt8(ascii: "/")
    guard text.utf8.count <= 255 else { return false }
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
        UInt8(ascii: "-"):
        break
      // Behind a letter a dot is no `.` or `..`, behind a part a slash ends it.
      case UInt8(ascii: "."), UInt8(ascii: "/"):
        guard previous != UInt8(ascii: "/"), previous != UInt8(ascii: ".") else { return false }
      default: return false
      }
      previous = byte
    }
    return previous != UInt8(ascii: "/")
  }

  private static func isFileName(_ part: Substring.UTF8View) -> Bool {
    if part.isEmpty || part.count > 255 || part.elementsEqual(".".utf8) { return false }
    if part.elementsEqual("..".utf8) { return false }
    if part.allSatisfy({ (0x21...0x7E).contains($0) && $0 != UInt8(ascii: "\\") }) { return true }
    let scalars = Substring(part).unicodeScalars
    return scalars.allSatisfy(isAllowed) && !scalars.allSatisfy(\.properties.isWhitespace)
  }

  private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII { return scalar.value >= 0x20 && scalar.value != 0x7F && scalar != "\\" }
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate: return false
    default: return true
    }
  }
}

extension OutputPath {
  /// A path that stands in our own code.
  public init(fixed text: StaticString) {
    guard let path = OutputPath("\(text)") else {
      preconditionFailure("a path in our own code must be a valid one: \(text)")
    }
    self = path
  }
}
