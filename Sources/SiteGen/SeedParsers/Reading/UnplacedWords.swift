import Diagnostics
import FrontMatter
import Markup
import SiteModel

/// Reports the words of a text that are in no field, no body and no other report (`SED007`).
///
/// This is what makes the law of fidelity hold whatever the text: a reader may forget a passage, the
/// editor hears of it. Labels that readers turn into structure (`Intervenants :`, `Mme`) are not
/// reported.
func findUnplacedWords(in file: SourceFile, of drafted: Diagnosed<[Draft]>) -> [Diagnostic] {
  let covered = coveredBytes(of: file, by: drafted)
  var runs: [Range<Int>] = []
  var isStructure = true
  func close() {
    if isStructure, !runs.isEmpty { runs.removeLast() }
    isStructure = true
  }
  var isOpen = false
  for word in words(of: file.bytes) {
    guard !covered[word].contains(true) else {
      if isOpen { close() }
      isOpen = false
      continue
    }
    if isOpen, let last = runs.last {
      runs[runs.count - 1] = last.lowerBound..<word.upperBound
    } else {
      runs.append(word)
      isOpen = true
    }
    if isStructure { isStructure = isLabel(file.bytes[word]) }
  }
  if isOpen { close() }
  return runs.map { run in
    Diagnostic(
      SeedDiagnostics.unplacedText,
      .warning,
      at: SourceSpan(path: file.path, range: run),
      "this passage has no place"
    )
  }
}

/// Which bytes stand in fields, in bodies, in labels of fields and in reports.
func coveredBytes(of file: SourceFile, by drafted: Diagnosed<[Draft]>) -> [Bool] {
  var covered = [Bool](repeating: false, count: file.bytes.count)
  func cover(_ span: SourceSpan) {
    guard span.path == file.path else { return }
    for offset in span.range.clamped(to: 0..<covered.count) { covered[offset] = true }
  }
  func cover(_ value: FieldValue) {
    switch value {
    case .scalar(let scalar): cover(scalar.span)
    case .sequence(let values, _): values.forEach(cover)
    case .mapping(let mapping):
      for entry in mapping.entries {
        cover(entry.value)
        // The key of a list that a label announces stands where the label is.
        if case .sequence(_, let span) = entry.value, entry.key.span != span {
          cover(entry.key.span)
        }
      }
    }
  }
  for draft in drafted.value {
    cover(.mapping(draft.fields))
    guard let body = draft.body, body.map.path == file.path else { continue }
    let segments = body.map.segments
    for (index, segment) in segments.enumerated() {
      let end = index + 1 < segments.count ? segments[index + 1].text : body.bytes.count
      cover(
        SourceSpan(path: file.path, range: segment.source..<segment.source + end - segment.text)
      )
    }
  }
  for diagnostic in drafted.diagnostics {
    diagnostic.span.map(cover)
    diagnostic.notes.compactMap(\.span).forEach(cover)
  }
  return covered
}

/// The runs of letters and digits of a text, by its bytes.
func words(of bytes: [UInt8]) -> [Range<Int>] {
  var found: [Range<Int>] = []
  var start: Int?
  var offset = 0
  while offset < bytes.count {
    let (isPart, length) = wordPart(bytes, at: offset)
    if isPart {
      start = start ?? offset
    } else if let begun = start {
      found.append(begun..<offset)
      start = nil
    }
    offset += length
  }
  if let start { found.append(start..<bytes.count) }
  return found
}

/// Whether letters and digits begin at an offset, and how many bytes are so, or are not.
private func wordPart(_ bytes: [UInt8], at offset: Int) -> (isPart: Bool, length: Int) {
  if bytes[offset] < 0x80 {
    var end = offset
    while end < bytes.count, isPlainPart(bytes[end]) { end += 1 }
    return (end > offset, max(1, end - offset))
  }
  let decoded = decodeScalar(bytes, at: offset, before: bytes.count)
  guard let scalar = decoded.scalar else { return (false, 1) }
  // No mark has a lower number.
  let isPart =
    scalar.isLetter
    || scalar.value >= 0x300 && scalar.properties.generalCategory == .nonspacingMark
  return (isPart, decoded.length)
}

private func isPlainPart(_ byte: UInt8) -> Bool {
  (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte)
}

/// Whether a word is one of those that grammars turn into structure, or a short number.
private func isLabel(_ word: ArraySlice<UInt8>) -> Bool {
  guard word.count <= 20 else { return false }
  return isLabelWord(String(decoding: word, as: UTF8.self))
}

/// Whether a word alone says no more than a label does.
func isLabelWord(_ text: String) -> Bool {
  // « Q12 »: a label with its number.
  let number = text.utf8.reversed().prefix { (0x30...0x39).contains($0) }.count
  let word = String(decoding: text.utf8.dropLast(number), as: UTF8.self)
  return number <= 3 && (word.isEmpty || FrenchWords.labels.contains(slugify(word)))
}
