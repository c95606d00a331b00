extension PreparedStyle {
  /// The pages with their ranges in the style's form.
  func formatPages(_ text: String) -> String {
    formatRanges(text, ranges: style.pageRangeFormat)
  }

  /// The locator with its ranges and joints in the style's form.
  func formatLocator(_ text: String, label: String) -> String {
    formatRanges(text, ranges: label == "page" ? style.pageRangeFormat : nil)
  }

  private func formatRanges(_ text: String, ranges format: String?) -> String {
    guard text.utf8.contains(where: Self.joinsRanges) else {
      return formatRange(text.trimmingSpaces(), format: format)
    }
    var result = ""
    var piece = ""
    func flush() {
      result += formatRange(piece.trimmingSpaces(), format: format)
      piece = ""
    }
    for character in text {
      if character == "," || character == ";" {
        flush()
        result += String(character) + " "
      } else if character == "&" {
        flush()
        result += " \(locale.andSymbol) "
      } else {
        piece.append(character)
      }
    }
    flush()
    return result
  }

  private static func joinsRanges(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ",") || byte == UInt8(ascii: ";") || byte == UInt8(ascii: "&")
  }

  /// Whether a text may hold a hyphen or the dash of ranges, which begins with the byte E2.
  private static func mayJoinNumbers(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "-") || byte == 0xE2
  }

  private func formatRange(_ text: String, format: String?) -> String {
    guard text.utf8.contains(where: Self.mayJoinNumbers) else { return text }
    if text.utf8.contains(UInt8(ascii: "\\")), text.contains("\\-") {
      return text.components(of: "\\-").joined(separator: "-")
    }
    let delimiter = locale.term("page-range-delimiter") ?? "–"
    let ends = text.split(whereSeparator: { $0 == "-" || $0 == "–" }).map { $0.trimmingSpaces() }
    guard ends.count == 2, text.first != "-" else { return text }
    guard let first = PageNumber(ends[0]), let last = PageNumber(ends[1]) else {
      let isRange = ends.allSatisfy { $0.contains { $0.isNumber } || isRoman($0) }
      return isRange ? ends[0] + delimiter + ends[1] : text
    }
    guard let format else { return ends[0] + delimiter + ends[1] }
    guard first.prefix == last.prefix else { return ends[0] + "-" + ends[1] }
    return ends[0] + delimiter + shorten(first, last, format: format)
  }

  private func isRoman(_ text: String) -> Bool {
    !text.isEmpty && text.lowercased().allSatisfy { "ivxlcdm".contains($0) }
  }

  private func shorten(_ first: PageNumber, _ last: PageNumber, format: String) -> String {
    let full = expand(last.digits, by: first.digits)
    guard first.digits.utf8.count == full.utf8.count else {
      return format == "expanded" ? last.prefix + full : full
    }
    switch format {
    case "expanded": return first.prefix + full
    case "minimal": return trim(full, by: first.digits, keeping: 1)
    case "minimal-two": return trim(full, by: first.digits, keeping: 2)
    case "chicago", "chicago-15": return chicago(full, first.digits, sixteenth: false)
    case "chicago-16": return chicago(full, first.digits, sixteenth: true)
    default: return last.prefix + last.digits
    }
  }

  /// "21" after "110" means "121".
  private func expand(_ last: String, by first: String) -> String {
    let missing = first.utf8.count - last.utf8.count
    return missing > 0 ? String(first.prefix(missing)) + last : last
  }

  private func trim(_ last: String, by first: String, keeping minimum: Int) -> String {
    let common = zip(last.utf8, first.utf8).prefix { $0 == $1 }.count
    return String(last.dropFirst(max(0, min(common, last.utf8.count - minimum))))
  }

  /// The Chicago Manual's rules for the second number of a range (§ 9.64, since 2010 § 9.60).
  private func chicago(_ last: String, _ first: String, sixteenth: Bool) -> String {
    guard first.utf8.count >= 3, let start = Int(first) else { return last }
    if start % 100 == 0 { return last }
    if start % 100 < 10 { return trim(last, by: first, keeping: 1) }
    let short = trim(last, by: first, keeping: 2)
    if !sixteenth, first.utf8.count == 4, short.utf8.count >= 3 { return last }
    return short
  }

  /// Whether a locator or page text names more than one page.
  func namesSeveral(_ text: String) -> Bool {
    let mayJoin = text.utf8.contains { Self.joinsRanges($0) || Self.mayJoinNumbers($0) }
    // One word of figures, as nearly all locators are, names one page.
    if !mayJoin, !text.utf8.contains(UInt8(ascii: " ")) { return false }
    if text.utf8.contains(UInt8(ascii: "\\")), text.contains("\\-") { return false }
    let joints =
      mayJoin && text.contains { $0 == "," || $0 == "&" || $0 == ";" || $0 == "-" || $0 == "–" }
    guard joints else {
      let words = text.split(separator: " ")
      let and = locale.term("and") ?? "and"
      return words.count > 2
        && words.dropFirst().dropLast().contains { $0 == and || $0 == "and" || $0 == "et" }
    }
    let parts = text.split(whereSeparator: { ",&;-–".contains($0) }).map { $0.trimmingSpaces() }
    guard parts.count > 1 else { return false }
    return parts.allSatisfy { part in
      (part.contains { $0.isNumber } && !part.contains(". ")) || isRoman(part)
    }
  }
}

/// A page number: what stands before the last digits, and those.
private struct PageNumber {
  let prefix: String
  /// Of ASCII.
  let digits: String

  init?(_ text: String) {
    let isDigit = { (byte: UInt8) in (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
    let start = text.utf8.lastIndex { !isDigit($0) }.map(text.utf8.index(after:))
    prefix = String(text[..<(start ?? text.startIndex)])
    digits = String(text[(start ?? text.startIndex)...])
    guard !digits.isEmpty, prefix.allSatisfy({ $0.isLetter || $0.isNumber }) else { return nil }
  }
}
