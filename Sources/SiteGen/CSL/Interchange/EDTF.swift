/// Reads a date of EDTF, levels 0 and 1; nil for anything else.
///
/// Among them `2021`, `2021-03-05`, `2021-21` (a season), `1914/1918`, `1914/..`, `1850~` and
/// `199X`. A time of day is left out.
func readEDTF(_ text: String) -> CSLDate? {
  let parts = text.trimmingSpaces().split(separator: "/", omittingEmptySubsequences: false)
  guard parts.count <= 2, let first = parts.first, let start = readPoint(first) else { return nil }
  var date = CSLDate(start: start.point, end: start.end)
  date.isCirca = start.isCirca
  guard parts.count == 2 else { return date }
  guard start.end == nil else { return nil }
  if parts[1].isEmpty || parts[1] == ".." || parts[1] == "open" {
    date.isOpen = true
    return date
  }
  guard let end = readPoint(parts[1]), end.end == nil else { return nil }
  date.end = end.point
  date.isCirca = date.isCirca || end.isCirca
  return date
}

private func readPoint(
  _ text: Substring
) -> (point: CSLDate.Point, end: CSLDate.Point?, isCirca: Bool)? {
  var body = text
  var isCirca = false
  while let last = body.last, "?~%".contains(last) {
    isCirca = true
    body = body.dropLast()
  }
  if let time = body.firstIndex(of: "T") { body = body[..<time] }
  var sign = 1
  if body.first == "-" {
    sign = -1
    body = body.dropFirst()
  }
  if body.first == "Y" || body.first == "y" {
    body = body.dropFirst()
    if body.first == "-" {
      sign = -1
      body = body.dropFirst()
    }
  }
  let words = body.split(separator: "-", omittingEmptySubsequences: false)
  guard (1...3).contains(words.count), (3...8).contains(words[0].utf8.count) else { return nil }
  if words.count == 1, let range = readUnspecified(words[0]) {
    return (CSLDate.Point(year: range.lowerBound), CSLDate.Point(year: range.upperBound), isCirca)
  }
  var numbers: [Int] = []
  for (index, word) in words.enumerated() {
    guard word.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let number = Int(word),
      index == 0 || word.utf8.count == 2
    else { return nil }
    numbers.append(number)
  }
  let raw = CSLDate.Point(
    year: sign * numbers[0],
    month: numbers.count > 1 ? numbers[1] : nil,
    day: numbers.count > 2 ? numbers[2] : nil
  )
  guard let point = raw.normalized(), point.season == nil || point.day == nil else { return nil }
  return (point, nil, isCirca)
}

/// `199X` and `19XX`: the first and the last year.
private func readUnspecified(_ word: Substring) -> ClosedRange<Int>? {
  let marks = word.suffix { "Xxu".contains($0) }
  guard word.count == 4, (1...2).contains(marks.count),
    let head = Int(word.dropLast(marks.count))
  else { return nil }
  let unit = marks.count == 1 ? 10 : 100
  return head * unit...head * unit + unit - 1
}

extension Substring {
  fileprivate func suffix(while matches: (Character) -> Bool) -> Substring {
    var start = endIndex
    while start > startIndex, matches(self[index(before: start)]) { start = index(before: start) }
    return self[start...]
  }
}

/// The date in EDTF; nil for a date in words.
func writeEDTF(_ date: CSLDate) -> String? {
  guard date.literal.isEmpty, let start = date.start else { return nil }
  let mark = date.isCirca ? "~" : ""
  var text = writePoint(start) + mark
  if let end = date.end {
    text += "/" + writePoint(end) + mark
  } else if date.isOpen {
    text += "/"
  }
  return text
}

private func writePoint(_ point: CSLDate.Point) -> String {
  let digits = String(abs(point.year))
  var text = point.year < 0 ? "-" : ""
  if digits.count > 4 { text = "Y" + text }
  text += String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  guard let month = point.month ?? point.season.map({ $0 + 20 }) else { return text }
  text += "-" + padNumber(month)
  if point.month != nil, let day = point.day { text += "-" + padNumber(day) }
  return text
}

private func padNumber(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
