extension Rendering {
  mutating func renderText(_ element: TextElement) -> Output {
    let manner = element.manner
    switch element.source {
    case .value(let value):
      hasPrinted = true
      return manner.wrap(parseRichText(value), language: language)
    case .term(let name, let form, let plural):
      guard let text = locale.term(name, form, plural: plural), !text.isEmpty else {
        return .text("")
      }
      return manner.wrap([.text(startingEntry(text))], language: language)
    case .macro(let index):
      guard index < prepared.style.macros.count,
        let outputs = renderAsGroup(prepared.style.macros[index]), !outputs.isEmpty
      else { return .text("") }
      return manner.wrap(outputs, language: language)
    case .variable(let variable, let short):
      guard let outputs = renderVariable(variable, short: short) else {
        if variable.kind != .yearSuffix { noteCall(success: false) }
        return .text("")
      }
      noteCall(success: true, variables: [variable.name])
      return manner.wrap(outputs, language: language, tag: tag(of: variable))
    }
  }

  /// A term that opens a note or an entry begins with a capital.
  private mutating func startingEntry(_ text: String) -> String {
    defer { hasPrinted = true }
    guard !hasPrinted, sortKey == nil, area == .bibliography || prepared.style.isNoteStyle else {
      return text
    }
    return text.prefix(1).uppercased() + text.dropFirst()
  }

  private func tag(of variable: TextVariable) -> OutputTag? {
    switch variable.kind {
    case .citationNumber: .citationNumber
    case .yearSuffix: .yearSuffix
    case .locator: .locator
    case .citationLabel: .label
    case .firstReferenceNote, .number, .firstPage, .identifier, .other: nil
    }
  }

  private mutating func renderVariable(_ variable: TextVariable, short: Bool) -> [Output]? {
    let name = variable.name
    switch variable.kind {
    case .citationNumber:
      guard let number = cite.citationNumber else { return nil }
      let text = String(number)
      let padded = String(repeating: "0", count: max(0, 8 - text.count)) + text
      return [.text(sortKey == nil ? text : padded)]
    case .firstReferenceNote:
      return cite.firstReferenceNote.map { [.text(String($0))] }
    case .locator:
      guard let locator = cite.locator, !locator.isEmpty else { return nil }
      return parseRichText(prepared.formatLocator(locator, label: cite.label))
    case .yearSuffix:
      guard let number = cite.disambiguation.yearSuffix, !hasYearSuffix else { return nil }
      hasYearSuffix = true
      return [.text(yearSuffixText(number))]
    case .citationLabel:
      guard let label = item.text("citation-label") ?? cite.citationLabel else { return nil }
      guard let number = cite.disambiguation.yearSuffix, !hasYearSuffix else {
        return [.text(label)]
      }
      hasYearSuffix = true
      return [.text(label), .tagged(.yearSuffix, [.text(yearSuffixText(number))])]
    case .number:
      return variableText(name).map { renderNumberVariable(name, $0) }
    case .firstPage:
      return variableText("page-first").map { [.text($0)] }
        ?? variableText("page").map { [.text(firstPage(of: $0))] }
    case .identifier:
      return variableText(name).map { [.text($0)] }
    case .other:
      return longOrShort(name, short: short).map(parseRichText)
    }
  }

  private func renderNumberVariable(_ name: String, _ text: String) -> [Output] {
    if sortKey != nil, let padded = paddedNumber(text) { return [.text(padded)] }
    if name == "page" { return [.text(prepared.formatPages(text))] }
    // Of a number only the marks between two are put into form.
    guard text.utf8.contains(where: { $0 == UInt8(ascii: "-") || $0 == 0xE2 }) else {
      return parseRichText(text)
    }
    let number = NumberText(text)
    if number.parts.contains(.hyphen), number.isNumeric { return [.text(format(number))] }
    return parseRichText(text)
  }

  /// The variable in the wanted length, the other one standing in for it.
  private func longOrShort(_ name: String, short: Bool) -> String? {
    if name == "title-short" || name == "shortTitle" {
      return variableText("title-short") ?? variableText("shortTitle")
    }
    if name == "container-title-short" {
      return variableText(name) ?? variableText("journalAbbreviation")
    }
    if name == "event-title" { return variableText(name) ?? variableText("event") }
    guard short else { return variableText(name) }
    let shortened: String? =
      switch name {
      case "title": variableText("title-short") ?? variableText("shortTitle")
      case "container-title":
        variableText("container-title-short") ?? variableText("journalAbbreviation")
      default: variableText(name + "-short")
      }
    return shortened ?? variableText(name)
  }

  private func firstPage(of pages: String) -> String {
    let end = pages.firstIndex { $0 == "-" || $0 == "–" || $0 == "," || $0 == "&" }
    return pages[..<(end ?? pages.endIndex)].trimmingSpaces()
  }

  /// The letters of a year suffix: 1 is "a", 27 "aa".
  func yearSuffixText(_ number: Int) -> String {
    var rest = number
    var letters: [Character] = []
    while rest > 0 {
      let digit = (rest - 1) % 26
      letters.insert(Character(Unicode.Scalar(UInt8(97 + digit))), at: 0)
      rest = (rest - 1) / 26
    }
    return String(letters)
  }
}
