/// Names of RIS, both directions: "Family, Given, Suffix"; without comma, a literal.
enum RISNames {
  static func read(_ text: String) -> CSLName {
    let line = text.replacing("\n", with: " ")
    let parts = line.split(separator: ",", maxSplits: 2, omittingEmptySubsequences: false)
      .map { $0.trimmingSpaces() }
    // No name is longer; such a line is some text in the wrong place.
    guard parts.count > 1, line.utf8.count < 500 else { return CSLName(literal: line) }
    var name = CSLName(family: parts[0], given: parts[1])
    if parts.count > 2 { name.suffix = parts[2] }
    return name.separatingParticles()
  }

  static func write(_ original: CSLName) -> String {
    if !original.literal.isEmpty { return original.literal }
    let name = original.separatingParticles()
    let joint = name.nonDroppingParticle.last.map { "'’-".contains($0) } ?? true ? "" : " "
    var text = name.nonDroppingParticle + joint + name.family + ","
    let given = [name.given, name.droppingParticle].filter { !$0.isEmpty }.joined(separator: " ")
    if !given.isEmpty { text += " " + given }
    if !name.suffix.isEmpty { text += ", " + name.suffix }
    return text
  }
}

/// Dates of RIS, both directions: "YYYY/MM/DD/other", the other part free.
///
/// What the first three parts cannot say (ranges, seasons, doubt) is written there in EDTF, and
/// dates in words stand there alone.
enum RISDates {
  static func read(_ text: String) -> CSLDate {
    let parts = text.split(separator: "/", maxSplits: 3, omittingEmptySubsequences: false)
      .map { $0.trimmingSpaces() }
    let other = parts.count > 3 ? parts[3] : ""
    guard let year = Int(parts[0]), abs(year) < 100_000 else {
      if parts[0].isEmpty, !other.isEmpty { return CSLDate(literal: other) }
      return readEDTF(text) ?? CSLDate(literal: text)
    }
    if let date = readEDTF(other), date.start?.year == year { return date }
    let numbers = parts.dropFirst().prefix(2).map { Int($0) }
    var point = CSLDate.Point(year: year)
    if let month = numbers.first ?? nil, (1...12).contains(month) {
      point.month = month
      if numbers.count > 1, let day = numbers[1], (1...31).contains(day) { point.day = day }
    }
    return CSLDate(start: point)
  }

  static func write(_ date: CSLDate) -> String {
    guard date.literal.isEmpty, let start = date.start, let text = writeEDTF(date) else {
      return "///" + date.literal
    }
    let parts = [start.month, start.month == nil ? nil : start.day].map { number in
      number.map { $0 < 10 ? "0\($0)" : String($0) } ?? ""
    }
    let isPlain = date.end == nil && !date.isOpen && !date.isCirca && start.season == nil
    return "\(start.year)/\(parts[0])/\(parts[1])/" + (isPlain ? "" : text)
  }
}
