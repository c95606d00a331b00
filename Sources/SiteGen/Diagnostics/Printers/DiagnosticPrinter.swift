/// The forms in which diagnostics leave the program.
public enum DiagnosticFormat: String, CaseIterable, Sendable {
  /// For people: place, summary, excerpt, remedy.
  case text
  /// One JSON object a line.
  case json
  /// Annotations of GitHub workflows.
  case github
  /// A Code Quality report of GitLab: one JSON array.
  case gitlab
  /// SARIF 2.1.0: one JSON object.
  case sarif

  /// Whether standard output is to hold nothing but the report.
  public var isForMachines: Bool { self != .text }
}

/// Turns diagnostics into text; places are looked up in the sources they point into.
public struct DiagnosticPrinter: Sendable {
  private let format: DiagnosticFormat
  private let indexes: [String: LineIndex]

  /// Makes a printer; only files that a diagnostic points into are indexed.
  public init(format: DiagnosticFormat, sources: [SourceFile], for diagnostics: [Diagnostic]) {
    self.format = format
    let needed = Set(diagnostics.lazy.flatMap(\.paths))
    var indexes: [String: LineIndex] = [:]
    for source in sources where needed.contains(source.path) {
      indexes[source.path] = LineIndex(source.bytes)
    }
    self.indexes = indexes
  }

  /// The printed forms of several, in order; people read the remedy of a code once.
  ///
  /// GitLab and SARIF get one document, also of no diagnostics.
  public func print(_ diagnostics: [Diagnostic]) -> String {
    if format == .gitlab { return gitLabForm(of: diagnostics, place: place) }
    if format == .sarif { return sarifForm(of: diagnostics, place: place) }
    var explained: Set<DiagnosticCode> = []
    return diagnostics.map { diagnostic in
      let isNew = explained.insert(diagnostic.code).inserted
      guard format == .text, !isNew, diagnostic.help.isEmpty else { return print(diagnostic) }
      return textForm(of: diagnostic, place: place, showsRemedy: false)
    }.joined()
  }

  /// The printed form of one diagnostic, ending in a line end.
  public func print(_ diagnostic: Diagnostic) -> String {
    switch format {
    case .text: textForm(of: diagnostic, place: place, showsRemedy: true)
    case .json: jsonForm(of: diagnostic, place: place)
    case .github: gitHubForm(of: diagnostic, place: place)
    case .gitlab, .sarif: print([diagnostic])
    }
  }

  private func place(of span: SourceSpan) -> PrintedPlace {
    guard let index = indexes[span.path] else {
      return PrintedPlace(path: span.path, start: nil, end: nil, line: "")
    }
    let start = index.position(of: span.range.lowerBound)
    let end = index.position(of: span.range.upperBound)
    return PrintedPlace(
      path: span.path,
      start: start,
      end: end,
      line: index.text(ofLine: start.line)
    )
  }
}

/// A span as a reader sees it.
struct PrintedPlace {
  let path: String
  let start: LineColumn?
  let end: LineColumn?
  /// Text of the line where the span starts.
  let line: String

  var label: String {
    guard let start else { return path }
    return "\(path):\(start.line):\(start.column)"
  }
}
