import Diagnostics

/// Why the last build made no site, with what is needed to show the places.
struct ProblemReport: Hashable, Sendable {
  /// Errors first, each kind in the order of finding.
  let diagnostics: [Diagnostic]
  private let sources: [String: SourceFile]

  /// Keeps of the sources only what the diagnostics point into.
  init(_ diagnostics: [Diagnostic], sources: [SourceFile]) {
    let errors = diagnostics.filter { $0.severity == .error }
    self.diagnostics = errors.isEmpty ? diagnostics : errors
    let paths = Set(
      self.diagnostics.flatMap { [$0.span?.path] + $0.notes.map { $0.span?.path } }
    )
    self.sources = Dictionary(
      sources.filter { paths.contains($0.path) }.map { ($0.path, $0) },
      uniquingKeysWith: { first, _ in first }
    )
  }

  /// The place of a span as a reader sees it; only the path when the text is not at hand.
  func place(of span: SourceSpan) -> ProblemPlace {
    guard let source = sources[span.path] else {
      return ProblemPlace(label: span.path, before: "", marked: "", after: "", line: 0)
    }
    return ProblemPlace(span, in: source)
  }
}

/// A range in its line, cut to what a window can show.
struct ProblemPlace: Hashable, Sendable {
  /// `Content/people/a.md:3:7`.
  let label: String
  let before: String
  /// What is wrong; empty where something is missing.
  let marked: String
  let after: String
  /// Counted from 1; 0 without a text.
  let line: Int

  init(label: String, before: String, marked: String, after: String, line: Int) {
    self.label = label
    self.before = before
    self.marked = marked
    self.after = after
    self.line = line
  }

  init(_ span: SourceSpan, in source: SourceFile) {
    let index = LineIndex(source.bytes)
    let start = index.position(of: span.range.lowerBound)
    let end = index.position(of: span.range.upperBound)
    let scalars = Array(index.text(ofLine: start.line).unicodeScalars)
    let from = min(start.column - 1, scalars.count)
    let to = end.line == start.line ? min(max(from, end.column - 1), scalars.count) : scalars.count
    let first = max(0, from - 80)
    let last = min(scalars.count, max(to, from) + 80, from + 320)
    let text = { (range: Range<Int>) in String(String.UnicodeScalarView(scalars[range])) }
    let shownEnd = min(to, last)
    label = "\(span.path):\(start.line):\(start.column)"
    before = (first > 0 ? "…" : "") + text(first..<from)
    marked = text(from..<shownEnd)
    after = text(shownEnd..<last) + (last < scalars.count ? "…" : "")
    line = start.line
  }
}
