import Diagnostics
import SiteModel

extension [EntityNaming] {
  /// The namings of what has a title and perhaps a number.
  init(title: Spanned<String>, number: Spanned<Int>? = nil) {
    self = [EntityNaming(.title, title)]
    if let number { append(EntityNaming(.number, number.map(String.init))) }
  }
}
