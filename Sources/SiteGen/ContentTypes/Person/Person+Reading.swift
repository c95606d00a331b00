import Diagnostics
import FrontMatter
import Markup
import SiteModel

extension Person {
  static func readEmployments(_ reader: inout FieldReader) -> [Employment] {
    var employments: [Employment] = []
    for record in reader.records("organisations", shorthand: "organisation") {
      var inner = FieldReader(record, of: "organisation of a person")
      employments.append(
        Employment(
          organisation: inner.requiredText("organisation"),
          function: inner.text("function")?.value,
          period: Period(&inner)
        )
      )
      reader.absorb(inner)
    }
    // What a text without a date says again is no second affiliation.
    let dated = Set(employments.filter { !$0.period.isUndated }.map(\.words))
    employments.removeAll { $0.period.isUndated && dated.contains($0.words) }
    return employments.enumerated().sorted { left, right in
      let (first, second) = (left.element.period.rank, right.element.period.rank)
      return first == second ? left.offset < right.offset : first > second
    }.map(\.element)
  }

  static func readFunctions(_ reader: inout FieldReader, _ key: String) -> [Function] {
    var functions: [Function] = []
    for record in reader.records(key, shorthand: "text") {
      var inner = FieldReader(record, of: "function")
      functions.append(
        Function(
          text: inner.requiredText("text").value,
          period: Period(&inner),
          source: inner.text("source")?.value
        )
      )
      reader.absorb(inner)
    }
    return orderFunctions(functions)
  }

  /// Latest first; of one date, what says more than a discipline first, then in printed order.
  ///
  /// A function printed by several texts stands once for each date; without a date only when no
  /// text dates it.
  private static func orderFunctions(_ functions: [Function]) -> [Function] {
    struct Words: Hashable {
      let text: String
      let period: Period
    }
    let dated = Set(functions.filter { !$0.period.isUndated }.map { slugify($0.text) })
    var seen: Set<Words> = []
    let kept = functions.filter { function in
      (!function.period.isUndated || !dated.contains(slugify(function.text)))
        && seen.insert(Words(text: function.text, period: function.period)).inserted
    }
    func rank(_ function: Function) -> (Int, Int) {
      (function.period.rank, function.text.contains(" ") ? 1 : 0)
    }
    return kept.enumerated().sorted { left, right in
      let (leftRank, rightRank) = (rank(left.element), rank(right.element))
      return leftRank == rightRank ? left.offset < right.offset : leftRank > rightRank
    }.map(\.element)
  }
}
