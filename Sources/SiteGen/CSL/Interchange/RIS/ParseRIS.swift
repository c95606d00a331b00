/// A record as it stands.
struct RISRecord {
  /// The type after `TY`; empty when missing.
  let type: String
  /// The offset of `TY`.
  let offset: Int
  var lines: [RISLine] = []
}

/// A tag and its value; lines that go on are joined by line feeds.
struct RISLine {
  let tag: String
  var value: String
  /// The offset of the tag.
  let offset: Int
}

/// Splits a RIS text into records, line by line.
struct RISParser {
  let bytes: [UInt8]
  var log = InterchangeLog()
  var records: [RISRecord] = []
  private var isOpen = false

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  mutating func parseRecords() {
    var start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? bytes.count
      parseLine(start..<end)
      start = end + 1
    }
    reportOpenRecord()
  }

  private mutating func reportOpenRecord() {
    guard isOpen, let record = records.last else { return }
    log.report(.unclosed, "record without \"ER\"", at: record.offset)
  }

  private mutating func parseLine(_ line: Range<Int>) {
    guard let tag = tag(line) else {
      let text = String(decoding: bytes[line], as: UTF8.self).trimmingSpaces()
      if text.isEmpty { return }
      guard isOpen, let last = records.indices.last, let tag = records[last].lines.indices.last
      else {
        log.report(.unexpected, "text outside a record", at: line.lowerBound)
        return
      }
      records[last].lines[tag].value += "\n" + text
      return
    }
    let value = String(decoding: bytes[line].dropFirst(tag.length), as: UTF8.self).trimmingSpaces()
    switch tag.name {
    case "TY":
      reportOpenRecord()
      records.append(RISRecord(type: value.uppercased(), offset: line.lowerBound))
      isOpen = true
      if value.isEmpty { log.report(.missingType, "record without type", at: line.lowerBound) }
    case "ER":
      if !isOpen { log.report(.unexpected, "\"ER\" outside a record", at: line.lowerBound) }
      isOpen = false
    default:
      if !isOpen {
        // Without "TY" the record is there all the same.
        log.report(.missingType, "record without \"TY\"", at: line.lowerBound)
        records.append(RISRecord(type: "", offset: line.lowerBound))
        isOpen = true
      }
      records[records.count - 1].lines.append(
        RISLine(tag: tag.name, value: value, offset: line.lowerBound)
      )
    }
  }

  /// `XX  - `, with one space or two, and nothing needed after the hyphen.
  private func tag(_ line: Range<Int>) -> (name: String, length: Int)? {
    guard line.count >= 4 else { return nil }
    let first = bytes[line.lowerBound]
    let second = bytes[line.lowerBound + 1]
    guard (0x41...0x5A).contains(first),
      (0x41...0x5A).contains(second) || (0x30...0x39).contains(second)
    else { return nil }
    var index = line.lowerBound + 2
    while index < line.upperBound, bytes[index] == 0x20 { index += 1 }
    guard index > line.lowerBound + 2, index <= line.lowerBound + 4, index < line.upperBound,
      bytes[index] == UInt8(ascii: "-"),
      index + 1 == line.upperBound || bytes[index + 1] == 0x20
    else { return nil }
    return (
      String(decoding: bytes[line.lowerBound..<line.lowerBound + 2], as: UTF8.self),
      index + 1 - line.lowerBound
    )
  }
}
