import Diagnostics
import Testing

struct SourceFileTests {
  @Test(arguments: [
    (Array("état".utf8), nil as Int?), ([0x61, 0xFF, 0x62], 1), ([0xC3], 0),
    (Array("ab".utf8) + [0xE2, 0x82], 2),
  ])
  func firstInvalidByteIsFound(bytes: [UInt8], offset: Int?) {
    #expect(SourceFile(path: "a", bytes: bytes).firstInvalidUTF8Offset == offset)
  }

  @Test func treesSortTheirFiles() {
    let tree = SourceTree(files: [
      SourceFile(path: "b", text: ""), SourceFile(path: "a/z", text: ""),
    ])
    #expect(tree.files.map(\.path) == ["a/z", "b"])
  }
}
