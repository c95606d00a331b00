public import Diagnostics

/// Fields of records that a program wrote: what has another form is passed over.
extension FieldMapping {
  /// The text of a field; nil when it is absent or no text.
  public func scalar(_ key: String) -> Spanned<String>? {
    guard case .scalar(let scalar)? = self[key] else { return nil }
    return scalar
  }

  /// The records of a list; elements of other forms are left out.
  public func records(_ key: String) -> [FieldMapping] {
    guard case .sequence(let elements, _)? = self[key] else { return [] }
    return elements.compactMap { element in
      guard case .mapping(let mapping) = element else { return nil }
      return mapping
    }
  }

  /// The texts of a list.
  public func texts(_ key: String) -> [Spanned<String>] {
    guard case .sequence(let elements, _)? = self[key] else { return [] }
    return elements.compactMap { element in
      guard case .scalar(let scalar) = element else { return nil }
      return scalar
    }
  }
}
