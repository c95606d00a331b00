import Diagnostics
import FrontMatter

extension FieldMapping {
  /// The slugs of the people whom the records of a list name, with the place of the name.
  func people(in key: String) -> [Spanned<String>] {
    records(key).compactMap { $0.scalar("person") }
  }
}
