/// What rendering an element gives, before delimiters are placed and punctuation is settled.
///
/// Delimiters stand between those children that are not empty when the tree is flattened, so parts
/// can be taken out for collapsing without leaving a trace.
enum Output: Equatable, Sendable {
  case text(String)
  case span(OutputSpan)

  /// Whether nothing would be printed.
  var isEmpty: Bool {
    switch self {
    case .text(let text): text.isEmpty
    case .span(let span): span.isEmpty
    }
  }

  /// Children joined, without any formatting of their own.
  static func list(_ children: [Output], delimiter: String = "") -> Output {
    if children.count == 1, let only = children.first { return only }
    return .span(OutputSpan(delimiter: delimiter, children: children))
  }

  /// Children marked for later steps.
  static func tagged(_ tag: OutputTag, _ children: [Output]) -> Output {
    .span(OutputSpan(tag: tag, children: children))
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
  ///
  /// - Parameters:
  ///   - children: What is wrapped.
  ///   - language: Whose letters the text case changes.
  ///   - tag: By which later steps find the output.
  ///   - delimiter: What stands between the children; nil for the delimiter of this manner.
  /// - Returns: The children, alone where nothing is added to the only one.
  func wrap(
    _ children: [Output],
    language: TextLanguage,
    tag: OutputTag? = nil,
    delimiter: String? = nil
  ) -> Output {
    var children = children
    if stripsPeriods { children = children.map { $0.strippingPeriods() } }
    if let textCase { children = children.applying(textCase, language: language) }
    let isPlain =
      font.isEmpty && prefix.isEmpty && suffix.isEmpty && !quotes && display == nil
      && tag == nil
    if isPlain, children.count == 1, let only = children.first { return only }
    return .span(
      OutputSpan(
        font: font,
        prefix: prefix,
        suffix: suffix,
        delimiter: delimiter ?? self.delimiter,
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
    let inner = Output.span(OutputSpan(prefix: prefix, suffix: suffix, children: children))
    return .span(OutputSpan(font: font, children: [inner]))
  }
}

extension Output {
  /// The output without its periods, affixes of the outermost span kept.
  func strippingPeriods() -> Output {
    switch self {
    case .text(let text): return .text(text.replacing(".", with: ""))
    case .span(let span):
      return .span(
        span.with(
          prefix: span.prefix.replacing(".", with: ""),
          suffix: span.suffix.replacing(".", with: ""),
          children: span.children.map { $0.strippingPeriods() }
        )
      )
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
    guard rest > 0, case .span(let span) = self else { return self }
    if let tag = span.tag, test(tag) {
      rest -= 1
      return new
    }
    let children = span.children.map { $0.replacingParts(where: test, with: new, &rest) }
    return .span(span.with(children: children))
  }

  /// The output with the first part for which the test holds replaced; nil if there is none.
  func replacingFirst(where test: (OutputTag) -> Bool, with new: Output?) -> Output? {
    guard case .span(let span) = self else { return nil }
    if let tag = span.tag, test(tag) { return new ?? .text("") }
    for (index, child) in span.children.enumerated() {
      if let changed = child.replacingFirst(where: test, with: new) {
        var children = span.children
        children[index] = changed
        return .span(span.with(children: children))
      }
    }
    return nil
  }

  /// The output with another number of the item in the list.
  func numbered(_ number: Int) -> Output {
    replacingChildren(of: .citationNumber, with: [.text(String(number))]) ?? self
  }

  /// The output with other children in every part that bears a tag; nil if there is none.
  func replacingChildren(of tag: OutputTag, with new: [Output]) -> Output? {
    guard case .span(let span) = self else { return nil }
    if span.tag == tag { return .span(span.with(children: new)) }
    var children: [Output]?
    for (index, child) in span.children.enumerated() {
      guard let changed = child.replacingChildren(of: tag, with: new) else { continue }
      var others = children ?? span.children
      others[index] = changed
      children = others
    }
    return children.map { .span(span.with(children: $0)) }
  }
}
