extension Rendering {
  mutating func renderNumber(_ element: NumberElement) -> Output {
    guard let text = numberSource(element.variable), !text.isEmpty else {
      noteCall(success: false)
      return .text("")
    }
    noteCall(success: true, variables: [element.variable])
    if sortKey != nil, let padded = paddedNumber(text) { return .text(padded) }
    let tag: OutputTag? = element.variable == "citation-number" ? .citationNumber : nil
    let number = NumberText(text)
    if element.variable == "page" || element.variable == "locator", element.form == .numeric {
      let pages =
        element.variable == "page"
        ? prepared.formatPages(text) : prepared.formatLocator(text, label: cite.label)
      return element.manner.wrap([.text(pages)], language: language, tag: tag)
    }
    guard number.isNumeric else {
      return element.manner.wrap(parseRichText(text), language: language, tag: tag)
    }
    let gender = locale.gender(of: element.variable)
    let result = format(number, element.form, gender: gender)
    return element.manner.wrap([.text(result)], language: language, tag: tag)
  }

  /// The numbers in a form, joined as the locale joins them.
  func format(
    _ number: NumberText,
    _ form: NumberElement.Form = .numeric,
    gender: Gender? = nil
  ) -> String {
    var result = ""
    for part in number.parts {
      switch part {
      case .number(let prefix, let value, let suffix):
        if !result.isEmpty, result.last?.isNumber == true || result.last?.isLetter == true {
          result += " "
        }
        result +=
          prefix.isEmpty && suffix.isEmpty
          ? format(value, form, gender: gender) : prefix + String(value) + suffix
      case .word(let word):
        if let last = result.last, !last.isWhitespace { result += " " }
        result += word
      case .hyphen: result += locale.term("page-range-delimiter") ?? "–"
      case .comma: result += ", "
      case .ampersand: result += " \(locale.andSymbol) "
      }
    }
    return result
  }

  /// A whole number in digits that sort as text.
  func paddedNumber(_ text: String) -> String? {
    guard let value = Int(text.trimmingSpaces()), (0..<100_000_000).contains(value) else {
      return nil
    }
    let digits = String(value)
    return String(repeating: "0", count: 8 - digits.count) + digits
  }

  private func numberSource(_ variable: String) -> String? {
    switch variable {
    case "citation-number": cite.citationNumber.map { String($0) }
    case "first-reference-note-number": cite.firstReferenceNote.map { String($0) }
    case "locator": cite.locator
    case "page-first": variableText("page-first") ?? variableText("page")
    default: variableText(variable)
    }
  }

  private func format(_ value: Int, _ form: NumberElement.Form, gender: Gender?) -> String {
    switch form {
    case .numeric: String(value)
    case .roman: romanNumeral(value)
    case .ordinal: String(value) + locale.ordinalSuffix(value, gender: gender)
    case .longOrdinal:
      locale.longOrdinal(value, gender: gender)
        ?? String(value) + locale.ordinalSuffix(value, gender: gender)
    }
  }

  mutating func renderLabel(_ element: LabelElement) -> Output {
    let text: String?
    let name: String
    if element.variable == "locator" {
      text = cite.locator
      name = cite.label == "sub verbo" ? "sub-verbo" : cite.label
    } else {
      text = element.variable == "page-first" ? item.text("page") : variableText(element.variable)
      name = element.variable
    }
    guard let text, !text.isEmpty else { return .text("") }
    let plural: Bool =
      switch element.plural {
      case .always: true
      case .never: false
      case .contextual: isPlural(text, variable: element.variable)
      }
    guard
      let term = prepared.locale.term(name, element.form, plural: plural)
        ?? (name == "sub-verbo" ? locale.term("sub verbo", element.form, plural: plural) : nil)
    else { return .text("") }
    return element.manner.wrap([.text(term)], language: language)
  }

  /// Whether a variable holds more than one of what it counts.
  private func isPlural(_ text: String, variable: String) -> Bool {
    if variable.hasPrefix("number-of-") {
      guard let count = Int(text.trimmingSpaces()) else { return true }
      return count != 1
    }
    return prepared.namesSeveral(text)
  }
}
