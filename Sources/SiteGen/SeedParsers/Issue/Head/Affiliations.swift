import Markup

/// Reads lines that list affiliations: `¹ Université des Îles`, `<sup>1</sup> …`, `(1) …`, `1. …`,
/// several on one line too; nil when the first line begins with no mark.
///
/// Digits and letters of ordinary size are believed only among `called`, the marks that the byline
/// prints and no line before has listed.
func readAffiliations(
  _ lines: [TracedText],
  called: Set<String>
) -> [(number: String, text: TracedText)]? {
  var found: [(number: String, text: TracedText)] = []
  for line in lines {
    let parts = dividedAffiliations(line, called: called)
    if let first = parts.first, first.number.isEmpty {
      guard let last = found.popLast() else { return nil }
      var text = last.text
      text.append(" ", from: text.place(at: text.count))
      text.append(first.text)
      found.append((last.number, text))
    }
    found += parts.filter { !$0.number.isEmpty }
  }
  // « 1. La nuit » is a heading: numbers of ordinary size must list all that is called, or a body.
  let isRaised =
    lines[0].hasPrefix("<sup>")
    || lines[0].scalars.first.map { superscriptDigit($0.scalar) != nil }
      ?? false
  guard
    isRaised || Set(found.map(\.number)).count >= called.count
      || found.allSatisfy({ beginsWithBody($0.text) })
  else { return nil }
  let filled = found.map {
    ($0.number, plainText($0.text.trimmed { ";".unicodeScalars.contains($0) }))
  }
  return filled.isEmpty ? nil : filled.filter { !$0.1.isEmpty }
}

/// The parts of a line, each with the mark that begins it; the first may have none.
private func dividedAffiliations(
  _ line: TracedText,
  called: Set<String>
) -> [(number: String, text: TracedText)] {
  var parts: [(number: String, text: TracedText)] = []
  var start = 0
  var number = ""
  var index = 0
  var mayBegin = true
  while index < line.count {
    if mayBegin, let mark = affiliationMark(line, at: index, called: called) {
      if index > 0 { parts.append((number, line[start..<index].trimmed)) }
      (number, start, index) = (mark.number, mark.end, mark.end)
      mayBegin = false
      continue
    }
    // Inside a line only raised marks, or marks behind a semicolon, begin another.
    let scalar = line.scalars[index].scalar
    let next = line.scalar(at: index + 1)
    mayBegin =
      scalar == ";" || (scalar.isSpace && mayBegin)
      || (scalar.isSpace && (next.map { superscriptDigit($0) != nil } ?? false))
      || (scalar.isSpace && next == "<")
    index += 1
  }
  parts.append((number, line[start..<line.count].trimmed))
  return parts.filter { !($0.number.isEmpty && $0.text.isEmpty) }
}

private func affiliationMark(
  _ line: TracedText,
  at index: Int,
  called: Set<String>
) -> (number: String, end: Int)? {
  if line.hasPrefix("<sup>", at: index) {
    guard let close = line.firstRange(of: "</sup>", from: index), close.lowerBound - index <= 20
    else { return nil }
    return (normalisedMark(line.string(in: index + 5..<close.lowerBound)), close.upperBound)
  }
  if superscriptDigit(line.scalars[index].scalar) != nil {
    let end = line.firstIndex(from: index) { superscriptDigit($0) == nil } ?? line.count
    return (normalisedMark(line.string(in: index..<end)), end)
  }
  var low = index
  if let scalar = line.scalar(at: low), scalar == "(" || scalar == "[" { low += 1 }
  var high = low
  while high < line.count, high - low <= 4, isMark(line.string(in: low..<high + 1)) { high += 1 }
  let mark = line.string(in: low..<high)
  guard high > low, called.contains(mark), let after = line.scalar(at: high) else { return nil }
  if after == ")" || after == "]" || after == "." || after == ":" { return (mark, high + 1) }
  guard low == index, after.isSpace || (mark.hasPrefix("*") && after.isLetter) else { return nil }
  return (mark, high)
}

/// Whether a line names a body: « École des ponts », « l’Institut du sel ».
func beginsWithBody(_ line: TracedText) -> Bool {
  var words = line.words.filter { !$0.text.isEmpty }[...]
  while let first = words.first, ["le", "la", "les"].contains(first.lowercased) {
    words = words.dropFirst()
  }
  guard let first = words.first else { return false }
  let stem = behindElision(first.lowercased) ?? ""
  return bodies.contains(stem)
}

private let bodies: WordSet = [
  "académie", "agence", "archives", "association", "bibliothèque", "bureau", "cabinet", "centre",
  "center", "chaire", "cnrs", "collège", "college", "compagnie", "conservatoire", "délégation",
  "département", "department", "direction", "ecole", "école", "ehess", "ens", "équipe", "faculté",
  "faculty", "fédération", "fondation", "groupe", "hôpital", "inra", "inrae", "inserm", "institut",
  "institute", "irstea", "laboratoire", "laboratory", "maison", "ministère", "musée",
  "observatoire", "office", "pôle", "réseau", "school", "service", "société", "station", "umr",
  "unité", "univ", "université", "university",
]
