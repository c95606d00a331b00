import Diagnostics
import Markup
import SiteModel

/// Places for an explanation, by lines; only files that it names are indexed.
struct PlaceNames {
  private let indexes: [String: LineIndex]

  init(_ explanation: PageExplanation, in sources: [SourceFile]) {
    let edges = (explanation.outgoing + explanation.incoming).flatMap(\.places)
    let spans =
      explanation.sources + explanation.fields.map(\.place) + edges
      + explanation.redirects.map(\.span)
    let paths = Set(spans.map(\.path))
    indexes = Dictionary(
      sources.filter { paths.contains($0.path) }.map { ($0.path, LineIndex($0.bytes)) },
      uniquingKeysWith: { first, _ in first }
    )
  }

  /// `seeds/a.txt:3`, `seeds/a.txt:3–8`, or the path alone of what is no text.
  func name(of span: SourceSpan) -> String {
    guard let (first, last) = lines(of: span) else { return span.path }
    return first == last ? "\(span.path):\(first)" : "\(span.path):\(first)–\(last)"
  }

  /// `file`, `line` and `last-line`, the lines counted from 1 and absent of what is no text.
  func json(of span: SourceSpan) -> [String: JSONValue] {
    guard let (first, last) = lines(of: span) else { return ["file": .string(span.path)] }
    return [
      "file": .string(span.path), "line": .integer(first), "last-line": .integer(last),
    ]
  }

  private func lines(of span: SourceSpan) -> (first: Int, last: Int)? {
    guard let index = indexes[span.path] else { return nil }
    let end = max(span.range.lowerBound, span.range.upperBound - 1)
    return (index.line(of: span.range.lowerBound), index.line(of: end))
  }
}
