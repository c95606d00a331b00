public import Markup

extension TemplateValue {
  /// The value that a JSON text stands for: `null` is absent, strings are texts, never HTML.
  public init(json: JSONValue) {
    switch json {
    case .null: self = .absent
    case .flag(let flag): self = .flag(flag)
    case .integer(let number): self = .number(number)
    case .number(let number): self = .decimal(number)
    case .string(let text): self = .text(text)
    case .array(let elements): self = .list(elements.map(TemplateValue.init(json:)))
    case .object(let fields):
      self = .record(TemplateRecord(fields.map { ($0.key, TemplateValue(json: $0.value)) }))
    }
  }
}
