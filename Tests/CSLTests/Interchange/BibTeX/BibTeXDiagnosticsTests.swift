import Testing

@testable import CSL

@Suite struct BibTeXDiagnosticsTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    let source: String
    /// Kind, line and column of each diagnostic.
    let found: [String]
    var keys: [String] = ["a"]
    var testDescription: String { name }
  }

  @Test(arguments: [
    Case(
      name: "brace of a value, next entry kept",
      source: "@book{a,\n  title = {Works,\n  year = 1850\n}\n\n@book{b, title = {T}}\n",
      found: ["unclosed 2:11"],
      keys: ["a", "b"]
    ),
    Case(
      name: "brace of a value at the end",
      source: "@book{a,\n  title = {Works",
      found: ["missingTitle 1:1", "unclosed 2:11"]
    ),
    Case(name: "brace of an entry", source: "@book{a,\n title = {T},\n", found: ["unclosed 1:6"]),
    Case(
      name: "quote",
      source: "@book{a,\n title = \"T,\n}\n@book{b, title={T}}",
      found: ["missingTitle 1:1", "unclosed 2:10"],
      keys: ["a", "b"]
    ),
    Case(
      name: "duplicate key",
      source: "@book{a, title = {T}}\n@book{a, title = {T}}",
      found: ["duplicateKey 2:1 (1)"],
      keys: ["a", "a"]
    ),
    Case(
      name: "duplicate field",
      source: "@book{a, title = {T},\n title = {U}}",
      found: ["duplicateField 2:2"]
    ),
    Case(name: "no type", source: "@{a, title = {T}}", found: ["missingType 1:1"]),
    Case(name: "no title", source: "@book{a, year = 1850}", found: ["missingTitle 1:1"]),
    Case(name: "no key", source: "@book{title = {T}}", found: ["missingKey 1:1"], keys: [""]),
    Case(name: "unknown type", source: "@tome{a, title = {T}}", found: ["unknownType 1:1"]),
    Case(
      name: "unknown field",
      source: "@book{a, title = {T},\n colour = {red}, file = {x}}",
      found: ["unknownField 2:2"]
    ),
    Case(
      name: "unknown command",
      source: "@book{a,\n title = {A \\foo b}}",
      found: ["unknownCommand 2:13"]
    ),
    Case(
      name: "undefined abbreviation",
      source: "@book{a, title = {T}, publisher = nobody}",
      found: ["undefinedString 1:35"]
    ),
    Case(
      name: "field without sign",
      source: "@book{a, title {T}, year = 1850, title = {T}}",
      found: ["unexpected 1:10"]
    ),
    Case(
      name: "sets, comments and preambles",
      source: """
        % Encoding: UTF-8
        @set{s, entryset = {a}}
        @comment{jabref-meta: databaseType:bibtex;}
        @preamble{"\\newcommand{\\x}{y}"}
        Somebody, somebody@example.org wrote this.
        @book{a, title = {T}}
        """,
      found: ["unsupported 2:1"]
    ),
  ])
  func troubleIsReportedWhereItIs(_ test: Case) {
    let reading = BibTeX.readItems(Array(test.source.utf8))
    let found = reading.diagnostics.map { note in
      "\(note.kind) \(note.position.line):\(note.position.column)"
        + (note.related.map { " (\($0.line))" } ?? "")
    }
    #expect(found == test.found)
    #expect(reading.items.map(\.id) == test.keys)
    #expect(reading.positions.count == reading.items.count)
  }

  @Test func badBytesAreReported() {
    let reading = BibTeX.readItems(Array("@book{a, title = {T".utf8) + [0xE9] + Array("}}".utf8))
    #expect(reading.diagnostics.map(\.kind) == [.invalidEncoding])
    #expect(reading.diagnostics.first?.position.column == 20)
    #expect(reading.items[0].text("title") == "T\u{FFFD}")
  }

  @Test func abbreviationsDoNotGrowWithoutEnd() {
    var source = "@string{x0 = {abcdefgh}}\n"
    for level in 1...60 { source += "@string{x\(level) = x\(level - 1) # x\(level - 1)}\n" }
    source += "@book{a, title = x60}"
    let reading = BibTeX.readItems(Array(source.utf8))
    #expect(reading.diagnostics.contains { $0.kind == .unsupported })
    #expect((reading.items[0].text("title") ?? "").utf8.count <= 4096)
  }
}
