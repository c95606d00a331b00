extension Typesetter {
  /// The parts of an item's entry, before what the entry above changes in it.
  func entryParts(_ item: CSLItem, _ cite: CiteContext, _ area: BibliographyArea) -> [Output] {
    var rendering = rendering(item, cite, .bibliography)
    var outputs: [Output] = []
    var isFirst = true
    for element in rendering.flattenedChoices(area.area.elements) {
      var output = rendering.render(element)
      if output.isEmpty { continue }
      if isFirst, area.secondFieldAlign != nil { output = block(.leftMargin, [output]) }
      isFirst = false
      outputs.append(output)
    }
    return outputs
  }

  /// The entry of its parts; names that repeat those of the entry before are substituted.
  func finishEntry(
    _ parts: [Output],
    _ cite: CiteContext,
    _ area: BibliographyArea,
    previousNames: inout [Output]?
  ) -> [FormattedText] {
    var outputs = parts
    if let mark = area.subsequentAuthorSubstitute {
      outputs = substitute(mark, area.substituteRule, in: outputs, previousNames: &previousNames)
    }
    guard !outputs.allSatisfy({ $0.isEmpty }) else {
      guard style.printsCitationNumber, let number = cite.citationNumber else { return [] }
      return [.text("\(number). [CSL STYLE ERROR: reference with no printed form.]")]
    }
    if area.secondFieldAlign != nil, outputs.count > 1 {
      var manner = area.area.manner
      let suffix = manner.suffix.trimmingEnd()
      outputs = alignSecondField(outputs, suffix: suffix)
      manner.suffix = String(manner.suffix.dropFirst(suffix.count))
      return flatten(manner.layout(outputs), quotes: quotes)
    }
    return flatten(area.area.manner.layout(outputs), quotes: quotes)
  }

  private func block(_ display: Display, _ children: [Output], suffix: String = "") -> Output {
    .span(OutputSpan(display: display, children: children))
  }

  private func alignSecondField(_ outputs: [Output], suffix: String) -> [Output] {
    let rest = Output.span(OutputSpan(suffix: suffix, children: Array(outputs.dropFirst())))
    return [outputs[0], block(.rightInline, [rest])]
  }

  // MARK: Subsequent authors

  private func substitute(
    _ mark: String,
    _ rule: String,
    in outputs: [Output],
    previousNames: inout [Output]?
  ) -> [Output] {
    let isNames = { (tag: OutputTag) in if case .names = tag { true } else { false } }
    let whole = Output.list(outputs)
    guard let namesPart = whole.first(where: isNames) else {
      previousNames = nil
      return outputs
    }
    let names = individualNames(namesPart)
    defer { previousNames = names }
    guard let before = previousNames, !names.isEmpty else { return outputs }
    var replaced = namesPart
    switch rule {
    case "complete-each":
      guard before == names else { return outputs }
      replaced = replaceNames(replaced, mark, names.count)
    case "partial-each" where namesPart.first(where: { $0 == .name }) == nil:
      guard before == names else { return outputs }
      replaced = replaceAllNames(namesPart, mark)
    case "partial-each":
      let common = zip(before, names).prefix { $0 == $1 }.count
      guard common > 0 else { return outputs }
      replaced = replaceNames(replaced, mark, common)
    case "partial-first":
      guard before.first == names.first else { return outputs }
      replaced = replaceNames(replaced, mark, 1)
    default:
      guard before == names else { return outputs }
      replaced = replaceAllNames(namesPart, mark)
    }
    guard let result = whole.replacingFirst(where: isNames, with: replaced) else { return outputs }
    if outputs.count > 1, case .span(let span) = result { return span.children }
    return [result]
  }

  private func individualNames(_ output: Output) -> [Output] {
    guard case .span(let span) = output else { return [] }
    if span.tag == .name { return [output] }
    let found = span.children.flatMap { individualNames($0) }
    if found.isEmpty, case .names = span.tag { return [.list(span.children)] }
    return found
  }

  /// The mark in the place of the first names, so many of them.
  private func replaceNames(_ output: Output, _ mark: String, _ count: Int) -> Output {
    var rest = count
    return output.replacingParts(where: { $0 == .name }, with: .text(mark), &rest)
  }

  /// The mark in the place of all names, labels kept.
  private func replaceAllNames(_ output: Output, _ mark: String) -> Output {
    var isDone = false
    return replaceLists(output, mark, &isDone)
  }

  private func replaceLists(_ output: Output, _ mark: String, _ isDone: inout Bool) -> Output {
    guard case .span(let span) = output else { return output }
    if span.tag == .label { return output }
    let hasLabel = output.first { $0 == .label } != nil
    guard hasLabel else {
      let children: [Output] = isDone ? [] : [.text(mark)]
      isDone = true
      return .span(span.with(delimiter: "", children: children))
    }
    return .span(span.with(children: span.children.map { replaceLists($0, mark, &isDone) }))
  }
}
