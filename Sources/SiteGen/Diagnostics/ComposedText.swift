/// A text put together from a source: the body of a page, a repaired seed, a field in several
/// lines; with the way back to the bytes it came from.
public struct ComposedText: Sendable {
  /// What holds the text, and where: a part of a file shares the bytes of the file for as long as
  /// the site is built.
  private let storage: [UInt8]
  private let range: Range<Int>
  /// Leads every offset of `bytes` back to its source.
  public let map: SourceMap
  /// Whether the bytes are known to be valid UTF-8, so that nobody need look at them for it.
  public let isKnownUTF8: Bool

  /// UTF-8; of a part of a file a copy, to be asked for once.
  public var bytes: [UInt8] { range == storage.indices ? storage : Array(storage[range]) }

  /// Pairs a text with its way back.
  public init(bytes: [UInt8], map: SourceMap) {
    storage = bytes
    range = bytes.indices
    self.map = map
    isKnownUTF8 = false
  }

  /// A file whole.
  public init(of file: SourceFile) {
    self.init(of: file, range: 0..<file.bytes.count)
  }

  /// Where in its file the text stands, of a part of a file; nil of any other.
  var rangeInFile: Range<Int>? { range == storage.indices ? nil : range }

  /// A part of a file as it stands; the range, which parts no scalar, is cut to the file.
  public init(of file: SourceFile, range: Range<Int>) {
    storage = file.bytes
    self.range = range.clamped(to: file.bytes.indices)
    map = SourceMap(path: file.path, verbatimFrom: self.range.lowerBound)
    isKnownUTF8 = file.firstInvalidUTF8Offset == nil
  }

  /// Text whose every byte came from one place (a value that YAML has unfolded).
  public init(_ text: String, from span: SourceSpan) {
    storage = Array(text.utf8)
    range = storage.indices
    map = SourceMap(path: span.path, verbatimFrom: span.range.lowerBound)
    isKnownUTF8 = true
  }

  /// Whether it is known for a part of a file, as it shares its bytes: nothing need be compared.
  public func isPart(of file: SourceFile) -> Bool {
    storage.withUnsafeBufferPointer { own in
      file.bytes.withUnsafeBufferPointer { $0.baseAddress == own.baseAddress }
    }
  }

  /// Whether there is nothing but white space.
  public var isBlank: Bool {
    storage[range].allSatisfy { $0 == 0x20 || (0x09...0x0D).contains($0) }
  }
}

extension ComposedText: Hashable {
  /// Whether both have the same bytes from the same places.
  public static func == (left: ComposedText, right: ComposedText) -> Bool {
    left.map == right.map && left.storage[left.range] == right.storage[right.range]
  }

  /// Hashes the bytes and where they are from.
  public func hash(into hasher: inout Hasher) {
    storage[range].withUnsafeBytes { hasher.combine(bytes: $0) }
    hasher.combine(map)
  }
}
