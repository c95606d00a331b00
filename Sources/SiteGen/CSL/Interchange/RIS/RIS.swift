/// Reads and writes RIS, the tagged format of reference managers.
///
/// Both directions follow the tables of `RISMapping.swift`.
public enum RIS {
  /// Reads the records of a text in UTF-8; never fails, in linear time.
  ///
  /// Names are "Family, Given, Suffix"; one without comma is literal. A record without `ID` gets
  /// the key `ris-` and its number.
  ///
  /// References: "RIS Format Specifications" (Research Information Systems, 2001 and 2011).
  public static func readItems(_ bytes: [UInt8]) -> InterchangeReading {
    var parser = RISParser(bytes)
    if let offset = firstInvalidByte(bytes) {
      parser.log.report(.invalidEncoding, "byte that is no UTF-8", at: offset)
    }
    parser.parseRecords()
    var reader = RISReader(log: parser.log)
    for record in parser.records { reader.readRecord(record) }
    let lines = LineTable(bytes)
    return InterchangeReading(
      items: reader.items,
      positions: parser.records.map { lines.position($0.offset) },
      diagnostics: reader.log.diagnostics(lines)
    )
  }

  /// Writes items in the order given, tags in a fixed order, lines ended by a line feed.
  ///
  /// Every record is read again and compared with its item: what differs is reported as a loss.
  public static func writeItems(_ items: [CSLItem]) -> InterchangeWriting {
    var bytes: [UInt8] = []
    var losses: [InterchangeLoss] = []
    for (item, record) in zip(items, writeRecords(items)) {
      if !bytes.isEmpty { bytes.append(0x0A) }
      bytes += record
      losses += compareItem(item, with: readItems(record).items.first)
    }
    return InterchangeWriting(bytes: bytes, losses: losses)
  }

  /// The record of each item, ended by a line feed; nothing is compared.
  public static func writeRecords(_ items: [CSLItem]) -> [[UInt8]] {
    items.map { writeRecord($0) }
  }
}
