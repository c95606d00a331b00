/// The fields of one entry while an item is made of them.
struct BibTeXSource {
  private let key: String
  private var fields: [String: BibTeXRawField] = [:]
  /// The fields that became part of the item.
  private(set) var used: Set<String> = []

  init(key: String, fields: [BibTeXRawField]) {
    self.key = key
    for field in fields where self.fields[field.name] == nil { self.fields[field.name] = field }
  }

  /// An identifier or address; empty when absent.
  func verbatim(_ name: String) -> String {
    fields[name].map { decodeVerbatim($0.value) } ?? ""
  }

  private func text(
    _ name: String,
    keepsCase: Bool = false,
    log: inout InterchangeLog
  ) -> String {
    guard let field = fields[name] else { return "" }
    let decoding = decodeTeX(field.value, keepsCase: keepsCase)
    for command in decoding.unknown {
      let offset = field.valueOffset.map { $0 + command.offset } ?? field.offset
      log.report(.unknownCommand, "unknown command \"\\\(command.name)\"", at: offset, key: key)
    }
    return decoding.text
  }

  /// Whether a field that may say something has not been read.
  var hasLeftovers: Bool {
    fields.keys.contains { !used.contains($0) && !BibTeXFields.silent.contains($0) }
  }

  /// Joins titles and subtitles, and puts the title of a work in several volumes in its place.
  mutating func joinTitles(family: BibTeXFamily) {
    let isFrench = verbatim("langid").hasPrefix("fr") || verbatim("language").hasPrefix("fr")
    for (title, subtitle) in [
      ("title", "subtitle"), ("booktitle", "booksubtitle"), ("journaltitle", "journalsubtitle"),
      ("maintitle", "mainsubtitle"),
    ] {
      guard let main = fields[title], let sub = fields[subtitle] else { continue }
      let ends = main.value.last.map { "?!.".utf8.contains($0) } ?? false
      let joint = ends ? " " : isFrench ? "~: " : ": "
      replace(title, by: main.value + Array(joint.utf8) + sub.value, like: main)
      used.insert(subtitle)
    }
    guard let main = fields["maintitle"], family == .part || family == .whole else { return }
    let place = family == .part ? "booktitle" : "title"
    if let volume = fields[place] { replace("volumetitle", by: volume.value, like: volume) }
    replace(place, by: main.value, like: main)
    used.formUnion(["maintitle", "title", "booktitle"])
  }

  private mutating func replace(_ name: String, by value: [UInt8], like field: BibTeXRawField) {
    fields[name] = BibTeXRawField(
      name: name,
      value: value,
      offset: field.offset,
      valueOffset: field.valueOffset
    )
  }

  /// Reads one row of the mapping, unless the item has the variable already.
  mutating func read(_ row: BibTeXField, into item: inout CSLItem, log: inout InterchangeLog) {
    guard item.fields[row.variable] == nil else { return }
    for name in row.names {
      guard !used.contains(name) || name == "title" || name == "booktitle",
        let field = fields[name]
      else { continue }
      guard let value = value(field, row.form, log: &log) else { continue }
      item.fields[row.variable] = value
      used.insert(name)
      fields[name] = nil
      // CSL has one language where BibLaTeX has two, of which a code says more.
      if row.form == .language { used.formUnion(["language", "langid"]) }
      return
    }
  }

  private func value(
    _ field: BibTeXRawField,
    _ form: BibTeXField.Form,
    log: inout InterchangeLog
  ) -> CSLValue? {
    func nonEmpty(_ text: String) -> CSLValue? { text.isEmpty ? nil : .text(text) }
    switch form {
    case .title: return nonEmpty(text(field.name, keepsCase: true, log: &log))
    case .text: return nonEmpty(text(field.name, log: &log))
    case .pages:
      return nonEmpty(text(field.name, log: &log).replacing("–", with: "-"))
    case .verbatim:
      let text = decodeVerbatim(field.value)
      return nonEmpty(field.name == "doi" ? withoutResolver(text) : text)
    case .names: return names(field, log: &log)
    case .date:
      // "~" after a date marks it as approximate; in a text it would be a tie.
      if let date = readEDTF(decodeVerbatim(field.value)) { return .date(date) }
      let text = text(field.name, log: &log)
      return text.isEmpty ? nil : .date(BibTeXDates.read(text))
    case .language: return nonEmpty(language(log: &log))
    case .genre:
      let text = text(field.name, log: &log)
      return nonEmpty(BibTeXFields.genres.first { $0.key == text }?.genre ?? text)
    }
  }

  /// A DOI without the address some programs write before it.
  private func withoutResolver(_ text: String) -> String {
    for prefix in ["https://doi.org/", "http://doi.org/", "https://dx.doi.org/"]
      + ["http://dx.doi.org/", "doi:"]
    where text.lowercased().hasPrefix(prefix) {
      return text.dropFirst(prefix.count).trimmingSpaces()
    }
    return text
  }

  private func language(log: inout InterchangeLog) -> String {
    let name = text("langid", log: &log).lowercased()
    let word = text("language", log: &log)
    let hyphenation = text("hyphenation", log: &log).lowercased()
    // "fr-FR" beside "french".
    if !word.isEmpty, name.isEmpty || isLanguageCode(word) { return languageCode(word) }
    return languageCode(name.isEmpty ? hyphenation : text("langid", log: &log))
  }

  private func isLanguageCode(_ text: String) -> Bool {
    let head = text.prefix { $0 != "-" && $0 != "_" }
    return (2...3).contains(head.utf8.count)
  }

  private func languageCode(_ text: String) -> String {
    BibTeXFields.languages.first { $0.babel == text.lowercased() }?.code ?? text
  }

  private func names(_ field: BibTeXRawField, log: inout InterchangeLog) -> CSLValue? {
    let options = verbatim("options").filter { !$0.isWhitespace }
    let list = BibTeXNameList(field.value, usesPrefix: !options.contains("useprefix=false"))
    if list.hasOthers {
      log.report(.unsupported, "\"and others\" is left out", at: field.offset, key: key)
    }
    return list.names.isEmpty ? nil : .names(list.names)
  }

  /// Reads editors of a type (BibLaTeX manual §2.3.6).
  mutating func readEditors(into item: inout CSLItem, log: inout InterchangeLog) {
    for (name, typeName) in BibTeXFields.editorFields {
      guard let field = fields[name] else { continue }
      let role = verbatim(typeName)
      guard BibTeXFields.editorRoles.contains(role), item.fields[role] == nil,
        let value = names(field, log: &log)
      else { continue }
      item.fields[role] = value
      used.formUnion([name, typeName])
    }
  }

  /// Reads the date of classic BibTeX.
  mutating func readYear(into item: inout CSLItem, log: inout InterchangeLog) {
    guard fields["year"] != nil || fields["month"] != nil else { return }
    if item.fields["issued"] != nil {
      // Programs write `date` and `year` side by side.
      used.formUnion(["year", "month", "day"])
      return
    }
    let (date, isMonthRead) = BibTeXDates.read(
      year: text("year", log: &log),
      month: text("month", log: &log),
      day: text("day", log: &log)
    )
    used.insert("year")
    if let date {
      item.fields["issued"] = .date(date)
      used.insert("day")
      if isMonthRead { used.insert("month") }
    }
  }

  /// Reads `eprint`, whose meaning `eprinttype` tells.
  mutating func readIdentifiers(into item: inout CSLItem) {
    let id = verbatim("eprint")
    guard !id.isEmpty else { return }
    let type = verbatim("eprinttype").isEmpty ? "archiveprefix" : "eprinttype"
    let (variable, text): (String, String)
    switch verbatim(type).lowercased() {
    case "arxiv": (variable, text) = ("URL", "https://arxiv.org/abs/\(id)")
    case "hdl": (variable, text) = ("URL", "https://hdl.handle.net/\(id)")
    case "jstor": (variable, text) = ("URL", "https://www.jstor.org/stable/\(id)")
    case "hal": (variable, text) = ("URL", "https://hal.science/\(id)")
    case "pubmed": (variable, text) = ("PMID", id)
    default: return
    }
    used.insert("eprint")
    if item.fields[variable] == nil { item.fields[variable] = .text(text) }
  }
}
