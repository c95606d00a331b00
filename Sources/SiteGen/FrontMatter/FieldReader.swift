public import Diagnostics

/// A cursor over the fields of one record: ask for a name, get a value with its place.
///
/// What was never asked for is unknown; `finish()` says so. Wrong values are reported where they
/// stand and read as absent, so that one pass reports everything.
public struct FieldReader {
  private let mapping: FieldMapping
  private let subject: String
  private var asked: [String] = []
  private var diagnostics: [Diagnostic] = []
  private var missingKeys: [String] = []

  /// Opens a record; `subject` names its kind in messages ("person").
  public init(_ mapping: FieldMapping, of subject: String) {
    self.mapping = mapping
    self.subject = subject
    // Most kinds have no more fields; without it the list would move every few of them.
    asked.reserveCapacity(32)
  }

  /// Where the record stands.
  public var span: SourceSpan { mapping.span }

  /// The value of a field as it was written, or nil.
  public mutating func value(_ key: String) -> FieldValue? {
    asked.append(key)
    return mapping[key]
  }

  /// A text without the white space around it, or nil when absent or empty.
  public mutating func text(_ key: String) -> Spanned<String>? {
    guard let value = value(key) else { return nil }
    guard case .scalar(let scalar) = value else {
      report(wrong: key, form: "a text", at: value.span)
      return nil
    }
    let trimmed = trimmingSpaces(scalar.value)
    return trimmed.isEmpty ? nil : Spanned(trimmed, at: scalar.span)
  }

  /// A text that must be there; its absence is an error and gives an empty text.
  public mutating func requiredText(_ key: String) -> Spanned<String> {
    if let text = text(key) { return text }
    switch mapping[key] {
    case .scalar?, nil: missingKeys.append(key)
    case .sequence?, .mapping?: break  // reported as of the wrong form
    }
    return Spanned("", at: mapping.span)
  }

  /// A whole number, or nil.
  public mutating func integer(_ key: String) -> Spanned<Int>? {
    guard let text = text(key) else { return nil }
    guard let number = Int(text.value) else {
      report(wrong: key, form: "a whole number", at: text.span)
      return nil
    }
    return Spanned(number, at: text.span)
  }

  /// `true` or `false`, or nil.
  public mutating func flag(_ key: String) -> Spanned<Bool>? {
    guard let text = text(key) else { return nil }
    guard let flag = Bool(text.value) else {
      report(wrong: key, form: "`true` or `false`", at: text.span)
      return nil
    }
    return Spanned(flag, at: text.span)
  }

  /// Texts in their order; one text alone counts as a list of one.
  public mutating func texts(_ key: String) -> [Spanned<String>] {
    elements(key).compactMap { element in
      guard case .scalar(let scalar) = element else {
        report(wrong: key, form: "a list of texts", at: element.span)
        return nil
      }
      return scalar
    }
  }

  /// Records in their order; an element that is a text stands for a record whose field
  /// `shorthand` it is.
  public mutating func records(_ key: String, shorthand: String) -> [FieldMapping] {
    elements(key).compactMap { element in
      switch element {
      case .mapping(let mapping):
        return mapping
      case .scalar(let scalar):
        let entry = FieldMapping.Entry(Spanned(shorthand, at: scalar.span), element)
        return FieldMapping([entry], at: scalar.span)
      case .sequence(_, let span):
        report(wrong: key, form: "a list of records", at: span)
        return nil
      }
    }
  }

  /// Reports something about a field.
  public mutating func report(_ diagnostic: Diagnostic) { diagnostics.append(diagnostic) }

  /// Reports that a field has not the form its kind asks (`FLD003`).
  public mutating func report(
    wrong key: String,
    form: String,
    at span: SourceSpan,
    help: String = ""
  ) {
    report(
      Diagnostic(
        FrontMatterDiagnostics.wrongForm,
        .error,
        at: span,
        "\"\(key)\" of this \(subject) must be \(form)",
        help: help
      )
    )
  }

  /// Closes a record read within this one: its diagnostics become part of this reading.
  public mutating func absorb(_ inner: FieldReader) { diagnostics += inner.finish() }

  /// Everything found, and the fields that nobody asked for (`FLD002`).
  ///
  /// A missing field that an unknown one was meant to be is reported once, where it is misspelt.
  public func finish() -> [Diagnostic] {
    // A record has few fields, and all are known almost always.
    let unknown = mapping.entries.filter { !asked.contains($0.key.value) }.map(\.key)
    guard !unknown.isEmpty else { return missingKeys.map(missingDiagnostic) + diagnostics }
    let known = Set(asked)
    let meant = Set(unknown.compactMap { closestMatch(to: $0.value, among: known) })
    let missing = missingKeys.filter { !meant.contains($0) }.map(missingDiagnostic)
    return missing + diagnostics + unknown.map { unknownDiagnostic($0, known: known) }
  }

  private func unknownDiagnostic(_ key: Spanned<String>, known: Set<String>) -> Diagnostic {
    let isSpaced = key.value.unicodeScalars.contains {
      "\u{A0}\u{2007}\u{202F}".unicodeScalars.contains($0)
    }
    let article = subject.first.map { "aeio".contains($0) } ?? false ? "An" : "A"
    return Diagnostic(
      FrontMatterDiagnostics.unknownField,
      .error,
      at: key.span,
      "unknown field \"\(key.value)\" in this \(subject)"
        + suggestion(for: key.value, among: known),
      help: isSpaced
        ? "No-break spaces, as word processors write them, are part of this name: type ordinary ones."
        : "\(article) \(subject) may have: \(known.sorted().joined(separator: ", "))."
    )
  }

  private func missingDiagnostic(_ key: String) -> Diagnostic {
    Diagnostic(
      FrontMatterDiagnostics.missingField,
      .error,
      at: SourceSpan(
        path: mapping.span.path,
        range: mapping.span.range.lowerBound..<mapping.span.range.lowerBound
      ),
      "\"\(key)\" is missing from this \(subject)",
      help: mapping.entries.isEmpty
        ? "Begin the file with a line `---`, then `\(key): …`, then a line `---`."
        : "Add a line `\(key): …`."
    )
  }

  private mutating func elements(_ key: String) -> [FieldValue] {
    guard let value = value(key) else { return [] }
    guard case .sequence(let elements, _) = value else { return [value] }
    return elements
  }
}

private func trimmingSpaces(_ text: String) -> String {
  // Almost no text has any: of ASCII no table need be asked.
  let marks: ClosedRange<UInt8> = 0x21...0x7E
  if let first = text.utf8.first, let last = text.utf8.last, marks.contains(first),
    marks.contains(last)
  {
    return text
  }
  var scalars = text.unicodeScalars[...]
  while let first = scalars.first, first.properties.isWhitespace { scalars.removeFirst() }
  while let last = scalars.last, last.properties.isWhitespace { scalars.removeLast() }
  return String(scalars)
}
