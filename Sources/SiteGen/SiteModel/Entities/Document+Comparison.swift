import Diagnostics
import FrontMatter

extension Document {
  /// Whether it says the same as another, wherever it stands, but for the words of its body and
  /// for what pages never show.
  public func saysTheSame(as other: Document) -> Bool {
    id == other.id && work == other.work && aliases == other.aliases
      && (body == nil) == (other.body == nil) && shown.saysTheSame(as: other.shown)
  }

  /// Fields that change links and addresses, never what other pages show of the entity.
  private var shown: [FieldMapping.Entry] {
    guard id.kind != .reference else { return fields.entries }
    return fields.entries.filter {
      $0.key.value != LinkChoices.field && $0.key.value != "former-addresses"
    }
  }
}

extension FieldMapping {
  fileprivate func saysTheSame(as other: FieldMapping) -> Bool {
    entries.saysTheSame(as: other.entries)
  }
}

extension [FieldMapping.Entry] {
  fileprivate func saysTheSame(as other: [FieldMapping.Entry]) -> Bool {
    elementsEqual(other) {
      $0.key.value == $1.key.value && $0.value.saysTheSame(as: $1.value)
    }
  }
}

extension FieldValue {
  fileprivate func saysTheSame(as other: FieldValue) -> Bool {
    switch (self, other) {
    case (.scalar(let left), .scalar(let right)): left.value == right.value
    case (.sequence(let left, _), .sequence(let right, _)):
      left.elementsEqual(right) { $0.saysTheSame(as: $1) }
    case (.mapping(let left), .mapping(let right)): left.saysTheSame(as: right)
    default: false
    }
  }
}
