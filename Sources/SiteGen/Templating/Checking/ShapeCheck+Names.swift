import Diagnostics

extension ShapeCheck {
  /// Whether what is written can be, and whether it is escaped when it must be.
  mutating func checkVariable(_ index: Int, in stack: Int) {
    guard let number = resolve(index, in: stack) else { return }
    let isRaw = program.instructions[index].operation == .raw
    let shape = table.shape(number)
    let span = program.span(of: index)
    switch shape.unwrapped {
    case .number, .flag, .anything, .optional: return
    case .text:
      guard isRaw else { return }
      report(
        TemplatingDiagnostics.unescapedText,
        at: span,
        "\"\(text(of: index))\" is text, not HTML"
      )
    case .html:
      guard !isRaw else { return }
      report(
        TemplatingDiagnostics.escapedHTML,
        at: span,
        "\"\(text(of: index))\" is HTML: its tags would show"
      )
    case .list, .record:
      let noun = shape.noun
      report(
        TemplatingDiagnostics.notPrintable,
        at: span,
        "\"\(text(of: index))\" is \(noun), which cannot be written"
      )
    }
  }

  /// Whether an inverted section can ever be rendered.
  mutating func checkInverted(_ index: Int, in stack: Int) {
    guard let number = resolve(index, in: stack) else { return }
    switch table.shape(number) {
    case .number, .record:
      report(
        TemplatingDiagnostics.deadSection,
        .warning,
        at: program.span(of: index),
        "\"\(text(of: index))\" is \(table.shape(number).noun), never absent"
      )
    case .text, .html, .flag, .list, .optional, .anything: return
    }
  }

  /// Whether the name of a dynamic partial is a text.
  mutating func checkTemplateName(_ index: Int, in stack: Int) {
    guard let number = resolve(index, in: stack) else { return }
    switch table.shape(number).unwrapped {
    case .text, .anything: return
    case .html, .number, .flag, .list, .record, .optional:
      report(
        TemplatingDiagnostics.notATemplateName,
        at: program.span(of: index),
        "\"\(text(of: index))\" is \(table.shape(number).noun), not the name of a template"
      )
    }
  }

  /// The shape that the path of an instruction leads to; nil when it leads nowhere, which is
  /// reported at the part that is unknown.
  mutating func resolve(_ index: Int, in stack: Int) -> Int? {
    let path = path(of: index)
    guard let first = path.first else { return table.top(of: stack) }
    guard var shape = table.find(first, in: stack) else {
      let names = pathNames(of: index)
      let hint =
        table.names(in: stack).lazy
        .map { suggestion(for: names[0], among: $0) }
        .first { !$0.isEmpty } ?? ""
      let span = span(ofPart: 0, of: index, names)
      report(TemplatingDiagnostics.unknownName, at: span, "unknown name \"\(names[0])\"\(hint)")
      return nil
    }
    for (part, name) in path.enumerated().dropFirst() {
      guard let next = table.field(name, of: shape) else {
        let names = pathNames(of: index)
        let span = span(ofPart: part, of: index, names)
        reportField(names[part], of: names[part - 1], shape, at: span)
        return nil
      }
      shape = next
    }
    return shape
  }

  private mutating func reportField(
    _ name: String,
    of owner: String,
    _ number: Int,
    at span: SourceSpan
  ) {
    guard case .record = table.shape(number).unwrapped else {
      let noun = table.shape(number).noun
      return report(
        TemplatingDiagnostics.notARecord,
        at: span,
        "\"\(owner)\" is \(noun) and has no \"\(name)\""
      )
    }
    let hint = suggestion(for: name, among: table.names(of: number))
    report(
      TemplatingDiagnostics.unknownName,
      at: span,
      "unknown field \"\(name)\" of \"\(owner)\"\(hint)"
    )
  }

  /// Numbers of the names of a path.
  private func path(of index: Int) -> ArraySlice<Int32> {
    let instruction = program.instructions[index]
    let start = Int(instruction.a)
    return program.paths[start..<start + Int(instruction.b)]
  }

  private func pathNames(of index: Int) -> [String] { path(of: index).map(program.names.name) }

  private func text(of index: Int) -> String {
    let names = pathNames(of: index)
    return names.isEmpty ? "." : names.joined(separator: ".")
  }

  private func span(ofPart part: Int, of index: Int, _ names: [String]) -> SourceSpan {
    let whole = program.span(of: index)
    let start = names[..<part].reduce(whole.range.lowerBound) { $0 + $1.utf8.count + 1 }
    return SourceSpan(path: whole.path, range: start..<start + names[part].utf8.count)
  }
}
