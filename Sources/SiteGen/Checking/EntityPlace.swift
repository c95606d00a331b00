import Diagnostics
import SiteModel

extension Entity {
  /// Where its first source begins, for what is said of it as a whole.
  var start: SourceSpan? {
    sources.first.map { source in
      SourceSpan(path: source.path, range: source.range.lowerBound..<source.range.lowerBound)
    }
  }
}
