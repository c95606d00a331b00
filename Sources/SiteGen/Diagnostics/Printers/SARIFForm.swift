/// A report in SARIF 2.1.0 (OASIS standard): one JSON object with one run.
///
/// Columns count Unicode scalars (`unicodeCodePoints`, §3.14.17); the end of a region is the column
/// behind its last character (§3.30.8).
func sarifForm(of diagnostics: [Diagnostic], place: (SourceSpan) -> PrintedPlace) -> String {
  var codes: [DiagnosticCode] = []
  var numbers: [DiagnosticCode: Int] = [:]
  for diagnostic in diagnostics where numbers[diagnostic.code] == nil {
    numbers[diagnostic.code] = codes.count
    codes.append(diagnostic.code)
  }
  var fingerprints = Fingerprints()
  let results = diagnostics.map { diagnostic in
    let printed = diagnostic.span.map(place)
    return SARIF.Result(
      ruleId: diagnostic.code.id,
      ruleIndex: numbers[diagnostic.code] ?? 0,
      level: diagnostic.severity.rawValue,
      message: .init(text: message(of: diagnostic)),
      locations: printed.map { [SARIF.Location($0, message: nil)] } ?? [],
      relatedLocations: diagnostic.notes.compactMap { note in
        note.span.map { SARIF.Location(place($0), message: note.text) }
      },
      partialFingerprints: [
        "sitegen/v1": fingerprints.next(diagnostic, line: printed?.line ?? "")
      ],
      fixes: diagnostic.fix.map { [SARIF.Fix($0, place: place)] }
    )
  }
  let driver = SARIF.Driver(name: "sitegen", rules: codes.map(SARIF.Rule.init))
  return jsonLine(
    SARIF(runs: [
      SARIF.Run(
        tool: .init(driver: driver),
        columnKind: "unicodeCodePoints",
        results: results
      )
    ])
  )
}

private func message(of diagnostic: Diagnostic) -> String {
  let help = diagnostic.help.isEmpty ? diagnostic.code.remedy : diagnostic.help
  let notes = diagnostic.notes.filter { $0.span == nil }.map(\.text)
  return ([diagnostic.summary, help] + notes).joined(separator: "\n")
}

private struct SARIF: Encodable {
  enum CodingKeys: String, CodingKey {
    case schema = "$schema"
    case version, runs
  }

  var schema = "https://json.schemastore.org/sarif-2.1.0.json"
  var version = "2.1.0"
  let runs: [Run]

  struct Run: Encodable {
    let tool: Tool
    let columnKind: String
    let results: [Result]
  }

  struct Tool: Encodable { let driver: Driver }

  struct Driver: Encodable {
    let name: String
    let rules: [Rule]
  }

  struct Text: Encodable { let text: String }

  struct Rule: Encodable {
    let id: String
    let name: String
    let shortDescription: Text
    let help: Text

    init(_ code: DiagnosticCode) {
      id = code.id
      name = code.name
      shortDescription = Text(text: code.rule)
      help = Text(text: code.remedy)
    }
  }

  struct Result: Encodable {
    let ruleId: String
    let ruleIndex: Int
    let level: String
    let message: Text
    let locations: [Location]
    let relatedLocations: [Location]
    let partialFingerprints: [String: String]
    let fixes: [Fix]?
  }

  struct Artifact: Encodable {
    let uri: String
    var uriBaseId = "%SRCROOT%"
  }

  struct Region: Encodable {
    let startLine: Int
    let startColumn: Int
    let endLine: Int
    let endColumn: Int

    init?(_ place: PrintedPlace) {
      guard let start = place.start, let end = place.end else { return nil }
      (startLine, startColumn) = (start.line, start.column)
      (endLine, endColumn) = (end.line, end.column)
    }
  }

  struct PhysicalLocation: Encodable {
    let artifactLocation: Artifact
    let region: Region?
  }

  struct Location: Encodable {
    let physicalLocation: PhysicalLocation
    let message: Text?

    init(_ place: PrintedPlace, message: String?) {
      physicalLocation = PhysicalLocation(
        artifactLocation: Artifact(uri: uriReference(of: place.path)),
        region: Region(place)
      )
      self.message = message.map(Text.init)
    }
  }

  struct Replacement: Encodable {
    let deletedRegion: Region?
    let insertedContent: Text
  }

  struct Change: Encodable {
    let artifactLocation: Artifact
    let replacements: [Replacement]
  }

  struct Fix: Encodable {
    let description: Text
    let artifactChanges: [Change]

    init(_ fix: Diagnostics.Fix, place: (SourceSpan) -> PrintedPlace) {
      description = Text(text: fix.title)
      artifactChanges = fix.edits.map { edit in
        let printed = place(edit.span)
        return Change(
          artifactLocation: Artifact(uri: uriReference(of: printed.path)),
          replacements: [
            Replacement(
              deletedRegion: Region(printed),
              insertedContent: Text(text: String(decoding: edit.new, as: UTF8.self))
            )
          ]
        )
      }
    }
  }
}

/// A path as a relative reference (RFC 3986 §4.2): bytes that may not stand in one are encoded.
private func uriReference(of path: String) -> String {
  path.utf8.reduce(into: "") { text, byte in
    let isPlain =
      (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
      || "-._~/".utf8.contains(byte)
    let digits = String(byte, radix: 16, uppercase: true)
    text += isPlain ? String(UnicodeScalar(byte)) : "%\(byte < 16 ? "0" : "")\(digits)"
  }
}
