/// Reads and writes bibliographies of BibTeX and BibLaTeX.
///
/// Both directions follow the tables of `BibTeXMapping.swift`.
public enum BibTeX {
  /// The two families of fields and types in use.
  public enum Dialect: Hashable, Sendable {
    /// BibLaTeX: dates with ranges, many types, named parts of names.
    case bibLaTeX
    /// The fields every BibTeX style knows; holds less.
    case bibTeX
  }

  /// Reads the entries of a text, either dialect, UTF-8; never fails, in linear time.
  ///
  /// `@string` is resolved, `crossref` and `xdata` inherited, `@comment` and `@preamble` skipped.
  /// Words of the source (`\emph`, braces, accents) become CSL-JSON's tags and Unicode.
  ///
  /// References: "BibTeXing" (O. Patashnik, 1988); the biblatex manual, §§2, 3.13 and appendix B.
  public static func readItems(_ bytes: [UInt8]) -> InterchangeReading {
    var parser = BibTeXParser(bytes)
    if let offset = firstInvalidByte(bytes) {
      parser.log.report(.invalidEncoding, "byte that is no UTF-8", at: offset)
    }
    parser.parseEntries()
    let lines = LineTable(bytes)
    var reader = BibTeXReader(entries: parser.entries, log: parser.log)
    reader.readEntries()
    return InterchangeReading(
      items: reader.items,
      positions: reader.offsets.map(lines.position),
      diagnostics: reader.log.diagnostics(lines)
    )
  }

  /// Writes items in the order given, fields in a fixed order.
  ///
  /// Every entry is read again and compared with its item: what differs is reported as a loss.
  public static func writeItems(_ items: [CSLItem], dialect: Dialect) -> InterchangeWriting {
    var bytes: [UInt8] = []
    var losses: [InterchangeLoss] = []
    for (item, entry) in zip(items, writeEntries(items, dialect: dialect)) {
      if !bytes.isEmpty { bytes.append(0x0A) }
      bytes += entry
      losses += compareItem(item, with: readItems(entry).items.first)
    }
    return InterchangeWriting(bytes: bytes, losses: losses)
  }

  /// The entry of each item, ended by a line feed, under keys that differ; nothing is compared.
  ///
  /// For many files made of the same items: entries joined by empty lines are what `writeItems`
  /// writes.
  public static func writeEntries(_ items: [CSLItem], dialect: Dialect) -> [[UInt8]] {
    var keys = BibTeXKeys(items)
    return items.map { writeEntry($0, keys: &keys, dialect: dialect) }
  }
}
