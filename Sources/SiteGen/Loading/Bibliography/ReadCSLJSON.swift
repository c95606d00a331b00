import CSL
import Diagnostics

/// Reads a CSL-JSON array element by element, so that each item has its place and a broken one
/// leaves the others whole.
func readCSLJSON(_ file: SourceFile) -> Diagnosed<[BibliographicEntry]> {
  guard let elements = arrayElements(of: file.bytes) else {
    return Diagnosed([], [notAnArray(file)])
  }
  var entries: [BibliographicEntry] = []
  var diagnostics: [Diagnostic] = []
  for range in elements {
    do throws(CSLReadError) {
      let items = try CSLJSON.readItems(Array(file.bytes[range]))
      let span = lineSpan(at: range.lowerBound, in: file)
      if let item = items.first, items.count == 1 {
        entries.append(BibliographicEntry(item: item, span: itemSpan(span, range)))
      } else {
        diagnostics.append(malformed("element that is no item", at: span))
      }
    } catch {
      let offset = offset(ofLine: error.line, from: range.lowerBound, in: file.bytes)
      diagnostics.append(malformed(error.summary, at: lineSpan(at: offset, in: file)))
    }
  }
  return Diagnosed(entries, diagnostics)
}

private func malformed(_ summary: String, at span: SourceSpan) -> Diagnostic {
  Diagnostic(BibliographyDiagnostics.malformedJSON, .error, at: span, summary)
}

/// The line of an item, but not beyond its end where several share a line.
private func itemSpan(_ line: SourceSpan, _ item: Range<Int>) -> SourceSpan {
  SourceSpan(path: line.path, range: line.range.clamped(to: item))
}

private func notAnArray(_ file: SourceFile) -> Diagnostic {
  do throws(CSLReadError) {
    _ = try readJSON(file.bytes)
    return malformed("no array of items", at: lineSpan(at: 0, in: file))
  } catch {
    let offset = offset(ofLine: error.line, from: 0, in: file.bytes)
    return malformed(error.summary, at: lineSpan(at: offset, in: file))
  }
}

/// The first byte of a line, counted from 1 at an offset.
private func offset(ofLine line: Int, from start: Int, in bytes: [UInt8]) -> Int {
  var offset = start
  var left = line - 1
  while left > 0, offset < bytes.count {
    if bytes[offset] == UInt8(ascii: "\n") { left -= 1 }
    offset += 1
  }
  return offset
}

/// The ranges of the elements of a JSON array; nil when the brackets are none of an array.
///
/// Looks at brackets and strings only: what stands within an element is checked when it is read.
private func arrayElements(of bytes: [UInt8]) -> [Range<Int>]? {
  var elements: [Range<Int>] = []
  var depth = 0
  var start: Int?
  var isInString = false
  var offset = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  while offset < bytes.count {
    let byte = bytes[offset]
    defer { offset += 1 }
    if isInString {
      if byte == UInt8(ascii: "\\") { offset += 1 }
      if byte == UInt8(ascii: "\"") { isInString = false }
      continue
    }
    if byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { continue }
    if depth == 0 {
      guard byte == UInt8(ascii: "["), elements.isEmpty, start == nil else { return nil }
      depth = 1
      continue
    }
    switch byte {
    case UInt8(ascii: "]") where depth == 1, UInt8(ascii: ",") where depth == 1:
      if let first = start { elements.append(first..<offset) }
      start = nil
      if byte == UInt8(ascii: "]") {
        let rest = bytes[(offset + 1)...]
        return rest.allSatisfy { [0x20, 0x0A, 0x0D, 0x09].contains($0) } ? elements : nil
      }
      continue
    case UInt8(ascii: "["), UInt8(ascii: "{"): depth += 1
    case UInt8(ascii: "]"), UInt8(ascii: "}"): depth -= 1
    case UInt8(ascii: "\""): isInString = true
    default: break
    }
    if start == nil { start = offset }
  }
  return nil
}
