extension RIS {
  /// One record, ended by a line feed.
  static func writeRecord(_ item: CSLItem) -> String {
    var text = "TY  - \(RISTypes.risByCSL[item.type] ?? "GEN")\n"
    func add(_ tag: String, _ value: String) { text += "\(tag)  - \(value)\n" }
    if !item.id.isEmpty { add("ID", onOneLine(item.id)) }
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
        add("PY", String(year))
      }
      for line in writeValue(value, row.form) { add(row.tag, line) }
      if row.variable == "issued" { writePages(item, add) }
    }
    if item.date("issued") == nil { writePages(item, add) }
    for variable in ["ISSN", "ISBN"] {
      if let number = item.text(variable) { add("SN", onOneLine(number)) }
    }
    return text + "ER  - \n"
  }

  private static func writePages(_ item: CSLItem, _ add: (String, String) -> Void) {
    guard let pages = item.text("page") else {
      if let count = item.text("number-of-pages") { add("SP", onOneLine(count)) }
      return
    }
    let ends = pages.split(omittingEmptySubsequences: false) { $0 == "-" || $0 == "–" }
    if ends.count == 2, !pages.contains(","), !ends.contains(where: \.isEmpty) {
      add("SP", onOneLine(String(ends[0])))
      add("EP", onOneLine(String(ends[1])))
    } else {
      add("SP", onOneLine(pages))
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
    let mayBreak = text.utf8.contains { (0x0A...0x0D).contains($0) || $0 == 0xC2 || $0 == 0xE2 }
    return mayBreak ? String(text.map { $0.isNewline ? " " : $0 }) : text
  }
}
