import Diagnostics

/// What is wrong with the bytes of a text, whatever its kind: bytes that are no UTF-8 (`SED005`),
/// lines without end (`SED025`), control characters (`SED026`), marks of direction (`SED027`).
///
/// One look at each byte. Neighbouring faults of a kind are one; of very many the first are named
/// and the others counted.
func findTextFaults(in file: SourceFile) -> [Diagnostic] {
  var faults: [TextFault: [Range<Int>]] = [:]
  var offset = 0
  func note(_ fault: TextFault, _ length: Int) {
    if let last = faults[fault]?.last, last.upperBound == offset {
      faults[fault, default: []][faults[fault, default: []].count - 1] =
        last.lowerBound..<offset + length
    } else {
      faults[fault, default: []].append(offset..<offset + length)
    }
  }
  while offset < file.bytes.count {
    while offset < file.bytes.count, file.bytes[offset] &- 0x20 < 0x5F { offset += 1 }
    guard offset < file.bytes.count else { break }
    let decoded = decodeScalar(file.bytes, at: offset, before: file.bytes.count)
    if let scalar = decoded.scalar {
      if scalar.isControl { note(.control, decoded.length) }
      if scalar.isDirectionMark { note(.direction, decoded.length) }
    } else {
      note(.encoding, decoded.length)
    }
    offset += decoded.length
  }
  let overlong = overlongLines(of: file.bytes)
  if !overlong.isEmpty { faults[.overlong] = overlong }
  return TextFault.allCases.compactMap { fault in
    faults[fault].map { report(fault, at: $0, in: file) }
  }
}

private enum TextFault: CaseIterable {
  case encoding
  case overlong
  case control
  case direction

  var code: DiagnosticCode {
    switch self {
    case .encoding: SeedDiagnostics.invalidText
    case .overlong: SeedDiagnostics.overlongLine
    case .control: SeedDiagnostics.controlCharacters
    case .direction: SeedDiagnostics.directionMarks
    }
  }

  func summary(of run: ArraySlice<UInt8>) -> String {
    let count = run.count
    switch self {
    case .encoding:
      guard count == 1, let byte = run.first, byte >= 0xA0 else {
        return count == 1 ? "this byte is no UTF-8" : "these \(count) bytes are no UTF-8"
      }
      return "this byte is no UTF-8; in Latin-1 it is \"\(Unicode.Scalar(byte))\""
    case .overlong: return "this line has \(count) bytes, so nothing is made of it"
    case .control:
      return count == 1 ? "control character" : "control characters, \(count) in a row"
    case .direction: return "mark of the direction of writing, left out"
    }
  }
}

private func report(_ fault: TextFault, at runs: [Range<Int>], in file: SourceFile) -> Diagnostic {
  let first = runs[0]
  let others = runs.count > 1 ? ", and \(runs.count - 1) more in this text" : ""
  return Diagnostic(
    fault.code,
    fault == .direction ? .warning : .error,
    at: SourceSpan(path: file.path, range: first),
    fault.summary(of: file.bytes[first]) + others,
    notes: runs.dropFirst().prefix(20).map {
      Diagnostic.Note("here too", at: SourceSpan(path: file.path, range: $0))
    }
  )
}

/// The lines that are too long to be one: where a conversion has lost every line end.
func overlongLines(of bytes: [UInt8]) -> [Range<Int>] {
  let limit = 1_000_000
  guard bytes.count > limit else { return [] }
  var found: [Range<Int>] = []
  var start = 0
  func close(at end: Int) {
    if end - start > limit { found.append(start..<end) }
    start = end + 1
  }
  for (offset, byte) in bytes.enumerated() where byte == 0x0A || byte == 0x0D { close(at: offset) }
  close(at: bytes.count)
  return found
}

extension Unicode.Scalar {
  /// Whether a text has no use for it: neither white space nor a letter.
  var isControl: Bool {
    value < 0x09 || (0x0E...0x1F).contains(value) || (0x7F...0x84).contains(value)
      || (0x86...0x9F).contains(value)
  }

  /// Whether it turns the direction of writing and shows nothing. (Unicode Standard Annex 9.)
  var isDirectionMark: Bool {
    switch value {
    case 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: true
    default: false
    }
  }

  /// Whether it shows nothing: joiners and spaces without width, which conversions leave behind.
  var isInvisible: Bool {
    switch value {
    case 0x200B...0x200D, 0x2060, 0xFEFF: true
    default: false
    }
  }
}
