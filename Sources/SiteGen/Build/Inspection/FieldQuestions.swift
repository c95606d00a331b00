import Diagnostics
import FrontMatter

extension FieldMapping {
  /// The text of a field; nil when it is absent or no text.
  func scalar(_ key: String) -> Spanned<String>? {
    guard case .scalar(let scalar)? = self[key] else { return nil }
    return scalar
  }

  /// The records of a list; elements of other forms are left out.
  func records(_ key: String) -> [FieldMapping] {
    guard case .sequence(let elements, _)? = self[key] else { return [] }
    return elements.compactMap { element in
      guard case .mapping(let mapping) = element else { return nil }
      return mapping
    }
  }

  /// The texts of a list.
  func texts(_ key: String) -> [Spanned<String>] {
    guard case .sequence(let elements, _)? = self[key] else { return [] }
    return elements.compactMap { element in
      guard case .scalar(let scalar) = element else { return nil }
      return scalar
    }
  }

  /// The slugs of the people whom the records of a list name, with the place of the name.
  func people(in key: String) -> [Spanned<String>] {
    records(key).compactMap { $0.scalar("person") }
  }
}
