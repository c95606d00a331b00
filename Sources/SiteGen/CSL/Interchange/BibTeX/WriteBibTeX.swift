extension BibTeX {
  /// One entry in UTF-8, ended by a line feed.
  static func writeEntry(
    _ item: CSLItem,
    keys: inout BibTeXKeys,
    dialect: Dialect
  ) -> [UInt8] {
    let type = BibTeXTypes.byCSL[item.type]
    let name = (dialect == .bibLaTeX ? type?.bibLaTeX : type?.bibTeX) ?? "misc"
    var fields = collectFields(item, family: type?.family ?? .whole, dialect: dialect)
    if dialect == .bibLaTeX, let type, BibTeXTypes.byName[name]?.csl != type.csl {
      let word = BibTeXTypes.subtypes.first { $0.value == type.csl }?.key ?? type.csl
      fields.append(("entrysubtype", "{\(word)}"))
    }
    var bytes = Array("@\(name){\(keys.key(for: item.id)),\n".utf8)
    let length = fields.reduce(bytes.count) {
      $0 + $1.name.utf8.count + $1.value.utf8.count + 7
    }
    bytes.reserveCapacity(length + 2)
    for field in fields {
      bytes += "  ".utf8
      bytes += field.name.utf8
      bytes += " = ".utf8
      bytes += field.value.utf8
      bytes += ",\n".utf8
    }
    bytes += "}\n".utf8
    return bytes
  }

  private static func collectFields(
    _ item: CSLItem,
    family: BibTeXFamily,
    dialect: Dialect
  ) -> [(name: String, value: String)] {
    var fields: [(name: String, value: String)] = []
    // An item has few fields: looking through those written is the quickest.
    var written: [String] = []
    for row in BibTeXFields.rows(for: item)
    where row.families.isEmpty || row.families.contains(family) {
      guard !written.contains(row.variable), let value = item.fields[row.variable], !value.isBlank
      else { continue }
      let before = fields.count
      if row.variable == "issued" {
        fields += writeIssued(value, dialect: dialect)
      } else if let name = dialect == .bibLaTeX ? row.bibLaTeX : row.bibTeX,
        let text = write(value, row.form, dialect: dialect),
        !fields.contains(where: { $0.name == name })
      {
        fields.append((name, text))
      }
      if fields.count > before { written.append(row.variable) }
    }
    if dialect == .bibLaTeX {
      placeMainTitle(&fields, family: family)
      fields += writeEditors(item)
      fields += writeLanguageCode(item)
    }
    return fields
  }

  private static func writeIssued(
    _ value: CSLValue,
    dialect: Dialect
  ) -> [(name: String, value: String)] {
    guard case .date(let date) = value else { return [] }
    guard dialect == .bibLaTeX, let text = writeEDTF(date) else {
      return BibTeXDates.writeClassic(date)
    }
    return [("date", "{\(text)}")]
  }

  private static func write(
    _ value: CSLValue,
    _ form: BibTeXField.Form,
    dialect: Dialect
  ) -> String? {
    switch (form, value) {
    case (.title, .text(let text)), (.title, .number(let text)):
      return "{\(encodeTeX(text, keepsCase: true))}"
    case (.text, .text(let text)), (.text, .number(let text)):
      return "{\(encodeTeX(text, keepsCase: false))}"
    case (.pages, .text(let text)), (.pages, .number(let text)):
      let dashed = text.replacing("-", with: "–")
      return "{\(encodeTeX(dashed, keepsCase: false))}"
    case (.verbatim, .text(let text)), (.verbatim, .number(let text)):
      return "{\(writeVerbatim(text))}"
    case (.genre, .text(let text)):
      let key = BibTeXFields.genres.first { $0.genre == text && dialect == .bibLaTeX }?.key
      return "{\(key ?? encodeTeX(text, keepsCase: false))}"
    case (.language, .text(let text)):
      let name = BibTeXFields.languages.first { $0.code == text || $0.code == text.prefix(2) }
      let word = dialect == .bibLaTeX ? name?.babel ?? text : text
      return "{\(encodeTeX(word, keepsCase: false))}"
    case (.names, .names(let names)):
      return "{\(writeBibTeXNames(names, dialect: dialect))}"
    case (.date, .date(let date)):
      return "{\(writeEDTF(date) ?? encodeTeX(date.literal, keepsCase: false))}"
    default: return nil
    }
  }

  /// Braces and backslashes have no place in addresses and identifiers; they are percent-encoded.
  private static func writeVerbatim(_ text: String) -> String {
    text.replacing("{", with: "%7B").replacing("}", with: "%7D").replacing("\\", with: "%5C")
  }

  /// A volume's own title is BibLaTeX's `title` or `booktitle`, and the work's the `maintitle`.
  private static func placeMainTitle(
    _ fields: inout [(name: String, value: String)],
    family: BibTeXFamily
  ) {
    guard let volume = fields.firstIndex(where: { $0.name == "volumetitle" }) else { return }
    let place = family == .part ? "booktitle" : "title"
    guard family == .part || family == .whole,
      let main = fields.firstIndex(where: { $0.name == place })
    else {
      fields.remove(at: volume)
      return
    }
    fields[main].name = "maintitle"
    fields[volume].name = place
  }

  private static func writeEditors(_ item: CSLItem) -> [(name: String, value: String)] {
    let given = item.fields.keys.filter { BibTeXFields.editorRoleNames.contains($0) }
    guard !given.isEmpty else { return [] }
    var fields: [(name: String, value: String)] = []
    let roles = BibTeXFields.editorRoles.filter { given.contains($0) && !item.names($0).isEmpty }
    for (role, slot) in zip(roles, BibTeXFields.editorFields) {
      fields.append((slot.0, "{\(writeBibTeXNames(item.names(role), dialect: .bibLaTeX))}"))
      fields.append((slot.1, "{\(role)}"))
    }
    return fields
  }

  /// The code of a language whose babel name says less: `fr-FR` beside `french`.
  private static func writeLanguageCode(_ item: CSLItem) -> [(name: String, value: String)] {
    guard let code = item.text("language"),
      BibTeXFields.languages.contains(where: { $0.code == code.prefix(2) }),
      !BibTeXFields.languages.contains(where: { $0.code == code })
    else { return [] }
    return [("language", "{\(encodeTeX(code, keepsCase: false))}")]
  }
}

/// The keys of the entries written so far.
struct BibTeXKeys {
  private var taken: Set<String>
  /// The number to try next for a key that had to be changed.
  private var numbers: [String: Int] = [:]

  init(_ items: [CSLItem]) { taken = Set(items.map(\.id)) }

  /// Signs that end a key or mean something in one.
  private static let forbidden: Set<Character> = [
    "{", "}", "(", ")", ",", "=", "#", "%", "\"", "\\", "~", "@", "'",
  ]

  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "-"), UInt8(ascii: "_"): true
    default: false
    }
  }

  /// The key, what ends a key replaced; a changed key is made different from every other.
  mutating func key(for id: String) -> String {
    let forbidden = BibTeXKeys.forbidden
    // Nearly all keys are letters, digits and hyphens, as their bytes tell sooner.
    if !id.isEmpty, id.utf8.allSatisfy(BibTeXKeys.isPlain) { return id }
    let key = String(id.map { forbidden.contains($0) || $0.isWhitespace ? "-" : $0 })
    if key == id, !key.isEmpty { return key }
    let stem = key.isEmpty ? "item" : key
    var result = stem
    while !taken.insert(result).inserted {
      let number = numbers[stem, default: 2]
      numbers[stem] = number + 1
      result = "\(stem)-\(number)"
    }
    return result
  }
}
