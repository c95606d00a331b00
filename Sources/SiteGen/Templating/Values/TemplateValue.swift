/// What a template can see: nothing else ever reaches one.
///
/// In a section, `absent`, `flag(false)`, an empty list, an empty text and empty HTML count as
/// false, so that `{{#subtitle}}` guards a subtitle. Numbers are always true, 0 included: a
/// number that was not stated is `absent`.
public enum TemplateValue: Hashable, Sendable {
  /// Nothing; a field that is absent hides fields of the same name further out.
  case absent
  /// Plain text, escaped wherever it is written.
  case text(String)
  /// HTML in UTF-8, written as it is by `{{{name}}}`.
  case html([UInt8])
  /// A whole number.
  case number(Int)
  /// Any other number, written in its shortest exact form and without a final `.0`.
  case decimal(Double)
  /// A truth value.
  case flag(Bool)
  /// Values in their order.
  case list([TemplateValue])
  /// Named values.
  case record(TemplateRecord)
}

extension TemplateValue: ExpressibleByStringLiteral {
  /// Makes a text.
  public init(stringLiteral text: String) { self = .text(text) }
}

extension TemplateValue: ExpressibleByIntegerLiteral {
  /// Makes a whole number.
  public init(integerLiteral number: Int) { self = .number(number) }
}

extension TemplateValue: ExpressibleByBooleanLiteral {
  /// Makes a truth value.
  public init(booleanLiteral flag: Bool) { self = .flag(flag) }
}

extension TemplateValue: ExpressibleByArrayLiteral {
  /// Makes a list.
  public init(arrayLiteral elements: TemplateValue...) { self = .list(elements) }
}

extension TemplateValue: ExpressibleByDictionaryLiteral {
  /// Makes a record; of fields with the same name the last one counts.
  public init(dictionaryLiteral fields: (String, TemplateValue)...) {
    self = .record(TemplateRecord(fields))
  }
}
