/// Makes items of records.
struct RISReader {
  var log: InterchangeLog
  var items: [CSLItem] = []
  /// The offset of the first record of each key.
  private var offsetByKey: [String: Int] = [:]

  init(log: InterchangeLog) { self.log = log }

  mutating func readRecord(_ record: RISRecord) {
    let id = record.lines.first { $0.tag == "ID" && !$0.value.isEmpty }
    let key = id?.value ?? "ris-\(items.count + 1)"
    if let first = offsetByKey[key] {
      let offset = id?.offset ?? record.offset
      log.report(.duplicateKey, "key \"\(key)\" used before", at: offset, key: key, related: first)
    } else {
      offsetByKey[key] = id?.offset ?? record.offset
    }
    var item = CSLItem(id: key, type: readType(record, key: key))
    var used: Set<String> = ["ID"]
    let lines = Dictionary(grouping: record.lines.filter { !$0.value.isEmpty }, by: \.tag)
    let isArticle = RISTypes.articles.contains(item.type)
    for row in RISTags.all where row.isForArticles == nil || row.isForArticles == isArticle {
      guard item.fields[row.variable] == nil else { continue }
      for tag in [row.tag] + row.also where !used.contains(tag) {
        guard let found = lines[tag], let value = value(row, tag, lines) else { continue }
        item.fields[row.variable] = value
        used.insert(tag)
        reportRepetition(found, row, key: key)
        if row.form != .names { break }
      }
    }
    if lines["DA"] != nil || lines["PY"] != nil { used.formUnion(["DA", "PY", "Y1"]) }
    readPages(lines, into: &item, used: &used)
    readNumbers(lines, into: &item, used: &used)
    reportLeftovers(record, used, key: key)
    if item.text("title") == nil {
      log.report(.missingTitle, "record without title", at: record.offset, key: key)
    }
    items.append(item)
  }

  private mutating func readType(_ record: RISRecord, key: String) -> String {
    if record.type.isEmpty { return "" }
    if let type = RISTypes.cslByRIS[record.type] { return type }
    let message = "unknown record type \"\(record.type)\""
    log.report(.unknownType, message, at: record.offset, key: key)
    return "document"
  }

  private func value(_ row: RISTag, _ tag: String, _ lines: [String: [RISLine]]) -> CSLValue? {
    guard let found = lines[tag], let first = found.first else { return nil }
    switch row.form {
    case .text: return .text(first.value.replacing("\n", with: " "))
    case .lines: return .text(found.map(\.value).joined(separator: "\n"))
    case .keywords:
      let words = found.flatMap { $0.value.split(separator: "\n") }
      return .text(words.joined(separator: ", "))
    case .names:
      let all = ([row.tag] + row.also).flatMap { lines[$0] ?? [] }
      return .names(all.map { RISNames.read($0.value) })
    case .date:
      // A publication date says more than a year, when both are there.
      return .date(RISDates.read(first.value))
    }
  }

  private mutating func reportRepetition(_ found: [RISLine], _ row: RISTag, key: String) {
    guard found.count > 1, row.form == .text || row.form == .date else { return }
    for line in found.dropFirst() where line.value != found[0].value {
      log.report(.duplicateField, "tag \"\(line.tag)\" given twice", at: line.offset, key: key)
    }
  }

  private func readPages(
    _ lines: [String: [RISLine]],
    into item: inout CSLItem,
    used: inout Set<String>
  ) {
    guard let start = lines["SP"]?.first?.value ?? lines["EP"]?.first?.value else { return }
    used.formUnion(["SP", "EP"])
    let wholeWorks: Set<String> = ["book", "thesis", "report", "pamphlet", "manuscript"]
    let end = lines["EP"]?.first?.value ?? start
    if wholeWorks.contains(item.type), end == start, !start.contains(where: { "-–,".contains($0) })
    {
      // Programs put the number of pages of a whole work here.
      item.fields["number-of-pages"] = .text(start)
    } else {
      item.fields["page"] = .text(end == start ? start : "\(start)-\(end)")
    }
  }

  private func readNumbers(
    _ lines: [String: [RISLine]],
    into item: inout CSLItem,
    used: inout Set<String>
  ) {
    guard let found = lines["SN"] else { return }
    used.insert("SN")
    for line in found {
      let number = line.value
      let digits = number.filter { $0.isNumber || $0 == "X" || $0 == "x" }
      let variable = digits.count == 8 ? "ISSN" : "ISBN"
      if item.fields[variable] == nil { item.fields[variable] = .text(number) }
    }
  }

  private mutating func reportLeftovers(_ record: RISRecord, _ used: Set<String>, key: String) {
    for line in record.lines
    where !used.contains(line.tag) && !RISTags.silent.contains(line.tag) && !line.value.isEmpty {
      log.report(.unknownField, "tag \"\(line.tag)\" is left out", at: line.offset, key: key)
    }
  }
}
