import CSL
import Diagnostics

/// What a reader of BibTeX or RIS noticed, in the words of the house.
///
/// Troubles that repeat by the thousand in exports (fields without counterpart, unknown commands)
/// are said once a file, with their number. Keys used twice are left to `unifyWorks`, which sees
/// all files; titles, types and keys that are missing, to `describeLacks`, which sees all formats.
func interchangeProblems(_ noticed: [InterchangeDiagnostic], in file: SourceFile) -> [Diagnostic] {
  var diagnostics: [Diagnostic] = []
  var repeated: [String: Int] = [:]
  for problem in noticed {
    guard let report = report(on: problem.kind) else { continue }
    let message = report.isPerFile ? problem.message : withKey(problem)
    if report.isPerFile {
      repeated[message, default: 0] += 1
      guard repeated[message] == 1 else { continue }
    }
    diagnostics.append(
      Diagnostic(
        report.code,
        report.severity,
        at: lineSpan(at: problem.position.offset, in: file),
        message,
        notes: problem.related.map {
          [.init("first given here", at: lineSpan(at: $0.offset, in: file))]
        } ?? []
      )
    )
  }
  return diagnostics.map { diagnostic in
    guard let count = repeated[diagnostic.summary], count > 1 else { return diagnostic }
    return Diagnostic(
      diagnostic.code,
      diagnostic.severity,
      at: diagnostic.span,
      "\(diagnostic.summary) (\(count) times in this file)"
    )
  }
}

/// The rest of the line at an offset, as the narrowest place a reader can show.
func lineSpan(at offset: Int, in file: SourceFile) -> SourceSpan {
  let start = min(max(offset, 0), file.bytes.count)
  var end = start
  while end < file.bytes.count, end - start < 120, file.bytes[end] != 0x0A, file.bytes[end] != 0x0D
  {
    end += 1
  }
  // Never in the middle of a character.
  while end < file.bytes.count, end > start, file.bytes[end] & 0xC0 == 0x80 { end -= 1 }
  return SourceSpan(path: file.path, range: start..<end)
}

private struct Report {
  let code: DiagnosticCode
  let severity: Severity
  let isPerFile: Bool

  init(_ code: DiagnosticCode, _ severity: Severity, isPerFile: Bool = false) {
    self.code = code
    self.severity = severity
    self.isPerFile = isPerFile
  }
}

/// Nil for what is reported elsewhere.
private func report(on kind: InterchangeDiagnostic.Kind) -> Report? {
  switch kind {
  case .unclosed: Report(BibliographyDiagnostics.unclosedEntry, .error)
  case .unexpected: Report(BibliographyDiagnostics.unexpectedText, .warning)
  case .invalidEncoding: Report(BibliographyDiagnostics.wrongEncoding, .error)
  case .duplicateField: Report(BibliographyDiagnostics.duplicateField, .warning)
  case .unknownType: Report(BibliographyDiagnostics.unknownType, .warning, isPerFile: true)
  case .unknownField: Report(BibliographyDiagnostics.unreadField, .note, isPerFile: true)
  case .undefinedString: Report(BibliographyDiagnostics.undefinedAbbreviation, .warning)
  case .undefinedReference: Report(BibliographyDiagnostics.undefinedParent, .warning)
  case .unknownCommand: Report(BibliographyDiagnostics.unknownCommand, .warning, isPerFile: true)
  case .unsupported: Report(BibliographyDiagnostics.unsupportedConstruct, .note, isPerFile: true)
  case .missingKey, .duplicateKey, .missingType, .missingTitle: nil
  }
}

private func withKey(_ problem: InterchangeDiagnostic) -> String {
  problem.key.isEmpty ? problem.message : "\(problem.message) (entry \"\(problem.key)\")"
}
