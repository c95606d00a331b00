/// What rendering an element gives, before delimiters are placed and punctuation is settled.
///
/// Delimiters stand between those children that are not empty when the tree is flattened, so parts
/// can be taken out for collapsing without leaving a trace.
enum Output: Hashable, Sendable {
  case text(String)
  /// Boxed, since outputs are handed on far more often than they are changed.
  indirect case span(Span)

  struct Span: Hashable, Sendable {
    var font = Font()
    var prefix = ""
    var suffix = ""
    var delimiter = ""
    var display: Display?
    var quotes = false
    /// Markup of a field, whose fonts flip inside the same font.
    var isMarkup = false
    /// Protected from text case.
    var keepsCase = false
    var tag: OutputTag?
    var children: [Output] = []
  }

  /// Whether nothing would be printed.
  var isEmpty: Bool {
    switch self {
    case .text(let text): text.isEmpty
    case .span(let span): span.children.allSatisfy { $0.isEmpty }
    }
  }

  /// Children joined, without any formatting of their own.
  static func list(_ children: [Output], delimiter: String = "") -> Output {
    if children.count == 1, let only = children.first { return only }
    return .span(Span(delimiter: delimiter, children: children))
  }

  /// Children marked for later steps.
  static func tagged(_ tag: OutputTag, _ children: [Output]) -> Output {
    .span(Span(tag: tag, children: children))
  }
}

/// Marks by which collapsing, substitution and disambiguation find the parts of a cite.
enum OutputTag: Hashable, Sendable {
  case names(NameTag)
  case name
  case year
  case date
  case yearSuffix
  case citationNumber
  case locator
  case label
  /// All of a cite, by its place in the citation.
  case cite(Int)
}

/// How many names a cite printed, for disambiguation.
struct NameTag: Hashable, Sendable {
  /// Position among the name lists of the cite.
  var index: Int
}

extension Manner {
  /// The children with these attributes around them; text case and periods are applied to them.
  func wrap(_ children: [Output], language: TextLanguage, tag: OutputTag? = nil) -> Output {
    var children = children
    if stripsPeriods { children = children.map { $0.strippingPeriods() } }
    if let textCase { children = children.applying(textCase, language: language) }
    let isPlain =
      font.isEmpty && prefix.isEmpty && suffix.isEmpty && !quotes && display == nil
      && tag == nil
    if isPlain, children.count == 1, let only = children.first { return only }
    return .span(
      Output.Span(
        font: font,
        prefix: prefix,
        suffix: suffix,
        delimiter: delimiter,
        display: display,
        quotes: quotes,
        tag: tag,
        children: children
      )
    )
  }
}

extension Manner {
  /// The children in the font of a layout, whose affixes are in that font too.
  func layout(_ children: [Output]) -> Output {
    let inner = Output.span(Output.Span(prefix: prefix, suffix: suffix, children: children))
    return .span(Output.Span(font: font, children: [inner]))
  }
}

extension Output {
  /// The output without its periods, affixes of the outermost span kept.
  func strippingPeriods() -> Output {
    switch self {
    case .text(let text): return .text(text.replacing(".", with: ""))
    case .span(var span):
      span.children = span.children.map { $0.strippingPeriods() }
      span.prefix = span.prefix.replacing(".", with: "")
      span.suffix = span.suffix.replacing(".", with: "")
      return .span(span)
    }
  }

  /// The first part with a tag for which the test holds, in reading order.
  func first(where test: (OutputTag) -> Bool) -> Output? {
    guard case .span(let span) = self else { return nil }
    if let tag = span.tag, test(tag) { return self }
    for child in span.children {
      if let found = child.first(where: test) { return found }
    }
    return nil
  }

  /// The output with the first `rest` parts for which the test holds replaced, in one pass.
  func replacingParts(
    where test: (OutputTag) -> Bool,
    with new: Output,
    _ rest: inout Int
  ) -> Output {
    guard rest > 0, case .span(var span) = self else { return self }
    if let tag = span.tag, test(tag) {
      rest -= 1
      return new
    }
    span.children = span.children.map { $0.replacingParts(where: test, with: new, &rest) }
    return .span(span)
  }

  /// The output with the first part for which the test holds replaced; nil if there is none.
  func replacingFirst(where test: (OutputTag) -> Bool, with new: Output?) -> Output? {
    guard case .span(var span) = self else { return nil }
    if let tag = span.tag, test(tag) { return new ?? .text("") }
    for index in span.children.indices {
      if let changed = span.children[index].replacingFirst(where: test, with: new) {
        span.children[index] = changed
        return .span(span)
      }
    }
    return nil
  }

  /// The output with another number of the item in the list.
  func numbered(_ number: Int) -> Output {
    guard case .span(var span) = self else { return self }
    if span.tag == .citationNumber {
      span.children = [.text(String(number))]
    } else {
      span.children = span.children.map { $0.numbered(number) }
    }
    return .span(span)
  }
}
