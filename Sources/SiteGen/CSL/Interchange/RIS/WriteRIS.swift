extension RIS {
  /// One record in UTF-8, ended by a line feed.
  static func writeRecord(_ item: CSLItem) -> [UInt8] {
    var record = RISRecordLines()
    record.add("TY", RISTypes.risByCSL[item.type] ?? "GEN")
    if !item.id.isEmpty { record.add("ID", onOneLine(item.id)) }
    let isArticle = RISTypes.articles.contains(item.type)
    // An item has few fields: looking through those written is the quickest.
    var written: [String] = []
    for row in RISTags.rows(for: item)
    where row.isForArticles == nil || row.isForArticles == isArticle {
      guard let value = item.fields[row.variable], !value.isBlank, !written.contains(row.variable)
      else { continue }
      written.append(row.variable)
      // Old programs read the year alone.
      if row.variable == "issued", let year = item.date("issued")?.start?.year {
        record.add("PY", String(year))
      }
      for line in writeValue(value, row.form) { record.add(row.tag, line) }
      if row.variable == "issued" { writePages(item, to: &record) }
    }
    if item.date("issued") == nil { writePages(item, to: &record) }
    for variable in ["ISSN", "ISBN"] {
      if let number = item.text(variable) { record.add("SN", onOneLine(number)) }
    }
    record.add("ER", "")
    return record.bytes
  }

  private static func writePages(_ item: CSLItem, to record: inout RISRecordLines) {
    guard let pages = item.text("page") else {
      if let count = item.text("number-of-pages") { record.add("SP", onOneLine(count)) }
      return
    }
    let ends = pages.unicodeScalars.split(omittingEmptySubsequences: false) {
      $0 == "-" || $0 == "–"
    }
    if ends.count == 2, !pages.utf8.contains(UInt8(ascii: ",")), !ends.contains(where: \.isEmpty) {
      record.add("SP", onOneLine(String(ends[0])))
      record.add("EP", onOneLine(String(ends[1])))
    } else {
      record.add("SP", onOneLine(pages))
    }
  }

  private static func writeValue(_ value: CSLValue, _ form: RISTag.Form) -> [String] {
    switch (form, value) {
    case (.names, .names(let names)): names.map { onOneLine(RISNames.write($0)) }
    case (.date, .date(let date)): [onOneLine(RISDates.write(date))]
    case (.keywords, .text(let text)):
      text.components(of: ", ").map(onOneLine).filter { !$0.isEmpty }
    case (.lines, .text(let text)):
      // A line of the text must not be taken for a tag; an indented one cannot be.
      [
        text.split(separator: "\n").map { " " + onOneLine(String($0)) }.joined(separator: "\n")
          .trimmingSpaces()
      ]
    case (.text, .text(let text)), (.text, .number(let text)): [onOneLine(text)]
    default: []
    }
  }

  private static func onOneLine(_ text: String) -> String {
    // Most texts are one line, as their bytes tell sooner than their characters.
    let mayBreak = text.containsByte { (0x0A...0x0D).contains($0) || $0 == 0xC2 || $0 == 0xE2 }
    return mayBreak ? String(text.map { $0.isNewline ? " " : $0 }) : text
  }
}

/// The lines of a record: a tag and its value each.
private struct RISRecordLines {
  private(set) var bytes: [UInt8] = []

  // As many bytes as most records have.
  init() { bytes.reserveCapacity(500) }

  mutating func add(_ tag: String, _ value: String) {
    bytes.append(contentsOf: tag.utf8)
    bytes.append(contentsOf: "  - ".utf8)
    bytes.append(contentsOf: value.utf8)
    bytes.append(0x0A)
  }
}
