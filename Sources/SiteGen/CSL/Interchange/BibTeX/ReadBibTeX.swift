/// Makes items of entries.
struct BibTeXReader {
  let entries: [BibTeXEntry]
  var log: InterchangeLog
  var items: [CSLItem] = []
  var offsets: [Int] = []
  /// The first entry of each key.
  private var indexByKey: [String: Int] = [:]

  /// Every field name of the mapping.
  static let knownNames: Set<String> = Set(
    BibTeXFields.all.flatMap(\.names)
      + BibTeXFields.editorFields.flatMap { [$0.0, $0.1] }
      + [
        "year", "month", "day", "subtitle", "maintitle", "mainsubtitle", "booksubtitle",
        "journalsubtitle", "eprint",
      ]
  )

  init(entries: [BibTeXEntry], log: InterchangeLog) {
    self.entries = entries
    self.log = log
  }

  mutating func readEntries() {
    for (index, entry) in entries.enumerated() where !entry.key.isEmpty {
      guard let first = indexByKey[entry.key] else {
        indexByKey[entry.key] = index
        continue
      }
      log.report(
        .duplicateKey,
        "key \"\(entry.key)\" used before",
        at: entry.offset,
        key: entry.key,
        related: entries[first].offset
      )
    }
    for entry in entries {
      switch entry.type {
      case "set":
        log.report(.unsupported, "@set is left out", at: entry.offset, key: entry.key)
      case "xdata": continue
      default: readEntry(entry)
      }
    }
  }

  /// Fields taken from the entries that `crossref` and `xdata` name; at most four steps.
  private mutating func inheritFields(of entry: BibTeXEntry) -> [BibTeXRawField] {
    var fields = entry.fields
    var names = Set(fields.map(\.name))
    var child = entry
    for _ in 0..<4 {
      guard let link = child.fields.first(where: { $0.name == "crossref" || $0.name == "xdata" })
      else { break }
      let target = String(decoding: link.value, as: UTF8.self).trimmingSpaces()
      guard let index = indexByKey[target] else {
        if child.offset == entry.offset {
          log.report(
            .undefinedReference,
            "\(link.name) to \"\(target)\", which is not there",
            at: link.offset,
            key: entry.key
          )
        }
        break
      }
      let parent = entries[index]
      for field in parent.fields where Self.knownNames.contains(field.name) {
        let name =
          link.name == "xdata"
          ? field.name
          : BibTeXFields.inheritedName(field.name, parent: parent.type, child: entry.type)
        guard let name, names.insert(name).inserted else { continue }
        fields.append(
          BibTeXRawField(
            name: name,
            value: field.value,
            offset: entry.offset,
            valueOffset: field.valueOffset
          )
        )
      }
      child = parent
    }
    return fields
  }

  private mutating func readEntry(_ entry: BibTeXEntry) {
    let fields = inheritFields(of: entry)
    var source = BibTeXSource(key: entry.key, fields: fields)
    let type = readType(entry, source)
    source.joinTitles(family: type?.family ?? .whole)
    var item = CSLItem(id: entry.key, type: entry.type.isEmpty ? "" : type?.csl ?? "document")
    for row in BibTeXFields.all
    where row.families.isEmpty || row.families.contains(type?.family ?? .whole) {
      source.read(row, into: &item, log: &log)
    }
    // What is left may still be a field of another family of types.
    if source.hasLeftovers {
      for row in BibTeXFields.all { source.read(row, into: &item, log: &log) }
    }
    source.readEditors(into: &item, log: &log)
    source.readYear(into: &item, log: &log)
    source.readIdentifiers(into: &item)
    if entry.type == "mastersthesis", item.fields["genre"] == nil {
      item.fields["genre"] = .text("Master’s thesis")
    }
    reportLeftovers(entry, source.used)
    if item.text("title") == nil {
      log.report(.missingTitle, "entry without title", at: entry.offset, key: entry.key)
    }
    items.append(item)
    offsets.append(entry.offset)
  }

  private mutating func readType(_ entry: BibTeXEntry, _ source: BibTeXSource) -> BibTeXType? {
    if entry.type.isEmpty { return nil }
    guard let type = BibTeXTypes.byName[entry.type] else {
      let message = "unknown entry type \"\(entry.type)\""
      log.report(.unknownType, message, at: entry.offset, key: entry.key)
      return nil
    }
    let word = source.verbatim("entrysubtype")
    return BibTeXTypes.byCSL[BibTeXTypes.subtypes[word] ?? word] ?? type
  }

  private mutating func reportLeftovers(_ entry: BibTeXEntry, _ used: Set<String>) {
    for field in entry.fields
    where !used.contains(field.name) && !BibTeXFields.silent.contains(field.name)
      && !field.value.allSatisfy(isBibTeXSpace)
    {
      let message = "field \"\(field.name)\" is left out"
      log.report(.unknownField, message, at: field.offset, key: entry.key)
    }
  }
}
