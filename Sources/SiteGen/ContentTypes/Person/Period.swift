import FrontMatter
import SiteModel

/// When something is true of a person: at the date of the text that says so, or for a time that
/// editors know.
struct Period: Hashable {
  let asOf: PartialDate?
  var from: PartialDate?
  var to: PartialDate?

  /// Reads `as-of`, `from` and `to`.
  init(_ reader: inout FieldReader) {
    asOf = reader.date("as-of")
    from = reader.date("from")
    to = reader.date("to")
  }

  init(asOf: PartialDate?) { self.asOf = asOf }

  /// Whether it is known for no date at all.
  var isUndated: Bool { asOf == nil && from == nil && to == nil }

  /// The last date it is known for.
  var latest: PartialDate? { to ?? asOf ?? from }

  /// The latest last: what has begun and not ended comes after all dates, what has none before them.
  var rank: Int {
    if isOpen { return .max }
    return latest.map { ($0.year * 100 + ($0.month ?? 0)) * 100 + ($0.day ?? 0) } ?? 0
  }

  /// Whether editors say when it began and not that it ended.
  var isOpen: Bool { from != nil && to == nil && asOf == nil }

  /// Whether it is known to be true at a date; a text says nothing beyond its own date.
  func covers(_ date: PartialDate) -> Bool {
    if let asOf { return asOf.isNotAfter(date) && date.isNotAfter(asOf) }
    guard !isUndated else { return false }
    return (from?.isNotAfter(date) ?? true) && (to.map { date.isNotAfter($0) } ?? true)
  }

  /// Whether it began, or was said, no later than a date.
  func hasBegun(by date: PartialDate) -> Bool {
    (from ?? asOf ?? to)?.isNotAfter(date) ?? false
  }
}
