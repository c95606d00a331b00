extension CSLLocale {
  /// Reads a CSL locale file.
  ///
  /// - Throws: `CSLReadError` when the bytes are no XML or another document.
  public init(xml bytes: [UInt8]) throws(CSLReadError) {
    let root = try readXML(bytes)
    guard root.name == "locale" else {
      throw CSLReadError("the root is <\(root.name)>, not <locale>", at: 0, in: bytes)
    }
    self.init(element: root)
  }

  init(element: XMLTree) {
    self.init(language: element["xml:lang"] ?? "")
    for child in element.children {
      switch child.name {
      case "terms": child.all("term").forEach { readTerm($0) }
      case "date":
        dateForms[child["form"] ?? "text"] = LocalizedDate(
          parts: child.all("date-part").map { DatePart(element: $0) },
          delimiter: child["delimiter"] ?? ""
        )
      case "style-options":
        punctuationInQuote = child["punctuation-in-quote"].map { $0 == "true" }
        limitsDayOrdinals = child["limit-day-ordinals-to-day-1"].map { $0 == "true" }
      default: break
      }
    }
  }

  /// The text of a term; white space around it counts only on one line.
  private func termText(_ element: XMLTree) -> String {
    element.text.contains("\n") ? element.text.trimmingSpaces() : element.text
  }

  private mutating func readTerm(_ element: XMLTree) {
    guard let name = element["name"] else { return }
    let form = element["form"].flatMap(TermForm.init) ?? .long
    let single = termText(element.first("single") ?? element)
    let multiple = element.first("multiple").map(termText) ?? single
    var key = TermKey(name, form)
    key.gender = element["gender-form"].flatMap(Gender.init)
    if name.hasPrefix("ordinal") { hasOrdinals = true }
    terms[key] = Term(
      single: single,
      multiple: multiple,
      gender: element["gender"].flatMap(Gender.init),
      match: element["match"].flatMap(OrdinalMatch.init)
    )
  }
}
