extension Rendering {
  mutating func renderDate(_ element: DateElement) -> Output {
    guard !quashed.contains(element.variable), let date = item.date(element.variable) else {
      noteCall(success: false)
      return .text("")
    }
    if isComparing, element.variable == "accessed" {
      noteCall(success: true)
      return .text("")
    }
    if sortKey != nil {
      noteCall(success: true, variables: [element.variable])
      return .text(sortText(of: date, element))
    }
    takesYearSuffix = element.variable != "accessed"
    guard let start = date.start else {
      noteCall(success: true, variables: [element.variable])
      return element.manner.wrap(
        parseRichText(date.literal) + implicitSuffix(),
        language: language,
        tag: .date
      )
    }
    let (parts, delimiter) = resolvedParts(element)
    var outputs: [Output]
    if let end = date.end {
      outputs = renderRange(start, end, parts, delimiter: delimiter)
    } else {
      outputs = renderPoint(start, parts)
      if date.isOpen, !outputs.isEmpty {
        outputs = [.list(outputs, delimiter: delimiter), .text("–")]
      }
    }
    outputs.removeAll { $0.isEmpty }
    noteCall(success: !outputs.isEmpty, variables: [element.variable])
    guard !outputs.isEmpty else { return .text("") }
    return element.manner.wrap(
      outputs,
      language: language,
      tag: .date,
      delimiter: date.end == nil && !date.isOpen ? delimiter : ""
    )
  }

  /// The parts to print: those of the style, or the locale's with the style's words over them.
  private func resolvedParts(_ element: DateElement) -> ([DatePart], String) {
    guard let form = element.form else { return (element.parts, element.manner.delimiter) }
    guard let localized = locale.dateForms[form] else { return ([], "") }
    var parts: [DatePart] = []
    for part in localized.parts where keeps(part.name, element.precision) {
      var merged = part
      if let own = element.parts.first(where: { $0.name == part.name }) {
        if !own.form.isEmpty { merged.form = own.form }
        merged.rangeDelimiter = own.rangeDelimiter ?? part.rangeDelimiter
        let (prefix, suffix) = (part.manner.prefix, part.manner.suffix)
        merged.manner = own.manner
        merged.manner.prefix = prefix
        merged.manner.suffix = suffix
        merged.manner.textCase = own.manner.textCase ?? part.manner.textCase
        merged.manner.stripsPeriods = own.manner.stripsPeriods || part.manner.stripsPeriods
      }
      parts.append(merged)
    }
    let delimiter =
      element.manner.delimiter.isEmpty ? localized.delimiter : element.manner.delimiter
    return (parts, delimiter)
  }

  private func keeps(_ name: DatePart.Name, _ precision: DatePrecision) -> Bool {
    switch precision {
    case .yearMonthDay: true
    case .yearMonth: name != .day
    case .year: name == .year
    }
  }

  private mutating func renderPoint(_ point: CSLDate.Point, _ parts: [DatePart]) -> [Output] {
    var outputs: [Output] = []
    for part in parts {
      let output = renderPart(part, of: point)
      if !output.isEmpty { outputs.append(output) }
    }
    return outputs
  }

  /// A range prints what differs twice, joined by the delimiter of its largest part.
  private mutating func renderRange(
    _ start: CSLDate.Point,
    _ end: CSLDate.Point,
    _ parts: [DatePart],
    delimiter: String
  ) -> [Output] {
    let differing = largestDifference(start, end)
    let inside = parts.indices.filter {
      differing == .year || (differing == .month && parts[$0].name != .year)
        || parts[$0].name == .day
    }
    guard let first = inside.first, let last = inside.last else {
      return [.list(renderPoint(start, parts), delimiter: delimiter)]
    }
    // Year before day and month would repeat everything; the middle is what stands between.
    let before = Array(parts[..<first])
    let middle = Array(parts[first...last])
    let after = Array(parts[(last + 1)...])
    let joint = parts.first { $0.name == differing }?.rangeDelimiter ?? "–"
    var left = renderPoint(start, middle)
    var right = renderPoint(end, middle)
    trimAffix(&left, suffix: true)
    trimAffix(&right, suffix: false)
    if left == right || right.isEmpty {
      return [.list(renderPoint(start, parts), delimiter: delimiter)]
    }
    let range = Output.span(
      OutputSpan(
        delimiter: joint,
        children: [.list(left, delimiter: delimiter), .list(right, delimiter: delimiter)]
      )
    )
    return [
      .list(renderPoint(start, before) + [range] + renderPoint(end, after), delimiter: delimiter)
    ]
  }

  private func largestDifference(_ start: CSLDate.Point, _ end: CSLDate.Point) -> DatePart.Name {
    if start.year != end.year { return .year }
    return start.month != end.month || start.season != end.season ? .month : .day
  }

  /// Takes the outer affix off at the joint of a range.
  private func trimAffix(_ outputs: inout [Output], suffix: Bool) {
    let index = suffix ? outputs.indices.last : outputs.indices.first
    guard let index, case .span(let span) = outputs[index] else { return }
    outputs[index] = .span(suffix ? span.with(suffix: "") : span.with(prefix: ""))
  }

  private mutating func renderPart(_ part: DatePart, of point: CSLDate.Point) -> Output {
    switch part.name {
    case .year: return renderYear(part, point.year)
    case .month: return renderMonth(part, point)
    case .day:
      guard let day = point.day, point.month != nil else { return .text("") }
      let text: String
      switch part.form {
      case "numeric-leading-zeros": text = twoDigits(day)
      case "ordinal" where !(locale.limitsDayOrdinals ?? false) || day == 1:
        let gender = point.month.flatMap { locale.gender(of: "month-\(twoDigits($0))") }
        text = String(day) + locale.ordinalSuffix(day, gender: gender)
      default: text = String(day)
      }
      return part.manner.wrap([.text(text)], language: language)
    }
  }

  private mutating func renderYear(_ part: DatePart, _ year: Int) -> Output {
    var text = String(year.magnitude)
    if part.form == "short", year >= 1000 { text = String(text.suffix(2)) }
    if year < 0 { text += locale.term("bc") ?? "BC" }
    if year > 0, year < 1000, part.form != "short" { text += locale.term("ad") ?? "AD" }
    let output = part.manner.wrap([.text(text)] + implicitSuffix(), language: language, tag: .year)
    return output
  }

  /// The year's letter where the style does not place it itself.
  private mutating func implicitSuffix() -> [Output] {
    guard let number = cite.disambiguation.yearSuffix, !hasYearSuffix, takesYearSuffix,
      !prepared.style.placesYearSuffix
    else {
      return []
    }
    hasYearSuffix = true
    return [.tagged(.yearSuffix, [.text(yearSuffixText(number))])]
  }

  private func renderMonth(_ part: DatePart, _ point: CSLDate.Point) -> Output {
    guard let month = point.month else {
      guard let season = point.season, (1...4).contains(season),
        let text = locale.term("season-0\(season)")
      else {
        // A season in words prints as it is: terms, holidays and seasons of other calendars.
        let words = point.seasonName.map { parseRichText($0) } ?? []
        return part.manner.wrap(words, language: language)
      }
      return part.manner.wrap([.text(text)], language: language)
    }
    let name = "month-\(twoDigits(month))"
    let text: String
    switch part.form {
    case "numeric": text = String(month)
    case "numeric-leading-zeros": text = twoDigits(month)
    case "short": text = locale.term(name, .short) ?? String(month)
    default: text = locale.term(name) ?? String(month)
    }
    return part.manner.wrap([.text(text)], language: language)
  }

  /// The date in digits that sort as text, with the parts the element prints.
  private func sortText(of date: CSLDate, _ element: DateElement) -> String {
    let names = Set(resolvedParts(element).0.map { $0.name })
    return dateSortText(date, month: names.contains(.month), day: names.contains(.day))
  }
}

/// A date in digits whose order as text is that of time; literal dates come as they are.
func dateSortText(_ date: CSLDate, month: Bool, day: Bool) -> String {
  guard let start = date.start else { return date.literal }
  func digits(_ point: CSLDate.Point) -> String {
    let year = String(500_000_000 + max(-400_000_000, min(400_000_000, point.year)))
    let monthNumber = point.month ?? point.season.map { 12 + $0 } ?? 0
    return year + (month ? twoDigits(monthNumber) : "00") + (day ? twoDigits(point.day ?? 0) : "00")
  }
  return digits(start) + (date.end.map { "–" + digits($0) } ?? "")
}
