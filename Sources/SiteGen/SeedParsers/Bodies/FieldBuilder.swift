import Diagnostics
import FrontMatter
import SiteModel

/// Puts the fields of a draft together, each with its place in the seed.
struct FieldBuilder {
  private let span: SourceSpan
  private var entries: [FieldMapping.Entry] = []

  init(at span: SourceSpan) { self.span = span }

  var mapping: FieldMapping { FieldMapping(entries, at: span) }
  var value: FieldValue { .mapping(mapping) }

  /// A text of the seed; an empty one is left out.
  mutating func add(_ key: String, _ text: TracedText?) {
    guard let text, !text.isEmpty else { return }
    add(key, Spanned(text.string, at: text.span))
  }

  /// A text made from the seed, or one the manifest gives.
  mutating func add(_ key: String, _ text: Spanned<String>) {
    entries.append(FieldMapping.Entry(Spanned(key, at: text.span), .scalar(text)))
  }

  /// A list; an empty one is left out.
  ///
  /// A label that announces the list is the place of its key.
  mutating func add(
    _ key: String,
    _ values: [FieldValue],
    announcedBy label: TracedText? = nil
  ) {
    guard let first = values.first, let last = values.last else { return }
    let isOneFile = first.span.path == last.span.path
    let low = values.map(\.span.range.lowerBound).min() ?? 0
    let high = values.map(\.span.range.upperBound).max() ?? 0
    let span = isOneFile ? SourceSpan(path: first.span.path, range: low..<high) : first.span
    entries.append(
      FieldMapping.Entry(Spanned(key, at: label?.span ?? span), .sequence(values, span))
    )
  }
}

extension FieldValue {
  /// A text of the seed as a value.
  static func text(_ text: TracedText) -> FieldValue {
    .scalar(Spanned(text.string, at: text.span))
  }

  /// The slug of something named in the seed.
  static func slug(_ slug: Slug, at span: SourceSpan) -> FieldValue {
    .scalar(Spanned(slug.text, at: span))
  }
}
