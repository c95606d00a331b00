import Testing

@testable import Build

struct ByteRecordTests {
  private func sample() -> ByteRecord {
    var record = ByteRecord()
    record.add(-5)
    record.add(UInt64.max)
    record.add(true)
    record.add("é\u{0}")
    record.add([0, 255] as [UInt8])
    record.add(nil as String?) { $0.add($1) }
    record.add("mot") { $0.add($1) }
    record.add(["a", ""]) { $0.add($1) }
    return record
  }

  private struct Read: Equatable {
    let number: Int
    let unsigned: UInt64
    let flag: Bool
    let text: String
    let data: [UInt8]
    let missing: String?
    let present: String?
    let list: [String]
  }

  private func read(_ bytes: ArraySlice<UInt8>) throws(BrokenRecord) -> Read {
    var reader = ByteReader(bytes)
    func text(_ reader: inout ByteReader) throws(BrokenRecord) -> String { try reader.text() }
    let read = Read(
      number: try reader.number(),
      unsigned: try reader.unsigned(),
      flag: try reader.flag(),
      text: try reader.text(),
      data: try reader.data(),
      missing: try reader.optional(text),
      present: try reader.optional(text),
      list: try reader.list(text)
    )
    guard reader.isAtEnd else { throw BrokenRecord() }
    return read
  }

  @Test func valuesAreReadAsTheyWerePutIn() throws {
    let expected = Read(
      number: -5,
      unsigned: .max,
      flag: true,
      text: "é\u{0}",
      data: [0, 255],
      missing: nil,
      present: "mot",
      list: ["a", ""]
    )
    #expect(try read(sample().bytes[...]) == expected)
  }

  @Test func whatBreaksOffIsRefused() {
    let bytes = sample().bytes
    for end in bytes.indices {
      #expect(throws: BrokenRecord.self, "\(end)") { try self.read(bytes[..<end]) }
    }
  }

  /// Whatever byte is another, reading ends, with values or without.
  @Test func everyDamageIsSurvived() {
    let bytes = sample().bytes
    for place in bytes.indices {
      for damage in [0x01, 0x7F, 0x80, 0xFF] as [UInt8] {
        var damaged = bytes
        damaged[place] ^= damage
        _ = try? read(damaged[...])  // Only that it returns is asked.
      }
    }
  }

  @Test func listsThatLookAlikeDiffer() {
    var first = ByteRecord()
    first.add("ab")
    first.add("c")
    var second = ByteRecord()
    second.add("a")
    second.add("bc")
    #expect(first.bytes != second.bytes)
  }
}
