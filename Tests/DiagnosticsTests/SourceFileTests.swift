import Diagnostics
import Support
import Testing

struct SourceFileTests {
  @Test(arguments: [
    (Array("état".utf8), nil as Int?), ([0x61, 0xFF, 0x62], 1), ([0xC3], 0),
    (Array("ab".utf8) + [0xE2, 0x82], 2),
  ])
  func firstInvalidByteIsFound(bytes: [UInt8], offset: Int?) {
    #expect(SourceFile(path: "a", bytes: bytes).firstInvalidUTF8Offset == offset)
  }

  /// So that texts of files that were looked at are not looked at again.
  @Test func partsOfValidFilesAreKnownToBeUTF8() {
    let valid = SourceFile(path: "a", bytes: Array("état".utf8))
    let broken = SourceFile(path: "a", bytes: [0x61, 0xFF])
    #expect(ComposedText(of: valid, range: 0..<2).isKnownUTF8)
    #expect(!ComposedText(of: broken, range: 0..<1).isKnownUTF8)
    #expect(!ComposedText(bytes: valid.bytes, map: ComposedText(of: valid).map).isKnownUTF8)
  }

  /// The standard library's parser is many times slower.
  @Test(arguments: 0..<200 as Range<UInt64>)
  func invalidBytesAreThoseOfTheStandardLibrary(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let edges: [UInt8] = [
      0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xC1, 0xC2, 0xDF, 0xE0, 0xE1, 0xEC, 0xED,
      0xEE, 0xEF, 0xF0, 0xF1, 0xF3, 0xF4, 0xF5, 0xFF,
    ]
    for _ in 0..<50 {
      var bytes = (0..<Int.random(in: 0...12, using: &generator)).flatMap { _ in
        Array(
          ["état ", "plain ", "€", "🜁", "\u{FFFD}"].randomElement(using: &generator)?.utf8
            ?? "".utf8
        )
      }
      for _ in 0..<Int.random(in: 0...2, using: &generator) {
        let place = Int.random(in: 0...bytes.count, using: &generator)
        bytes.insert(edges.randomElement(using: &generator) ?? 0, at: place)
      }
      #expect(offsetOfInvalidUTF8(in: bytes) == parsed(bytes), "\(bytes)")
    }
  }

  private func parsed(_ bytes: [UInt8]) -> Int? {
    var offset = 0
    var decoder = Unicode.UTF8.ForwardParser()
    var iterator = bytes.makeIterator()
    while true {
      switch decoder.parseScalar(from: &iterator) {
      case .valid(let scalar): offset += scalar.count
      case .emptyInput: return nil
      case .error: return offset
      }
    }
  }

  @Test func treesSortTheirFiles() {
    let tree = SourceTree(files: [
      SourceFile(path: "b", text: ""), SourceFile(path: "a/z", text: ""),
    ])
    #expect(tree.files.map(\.path) == ["a/z", "b"])
  }
}
