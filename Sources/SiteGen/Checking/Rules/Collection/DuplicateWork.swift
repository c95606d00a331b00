import CSL
public import Diagnostics
import Markup
import SiteModel

/// One work has one record.
public struct DuplicateWork: Rule {
  /// `DUP002`.
  public static let code = DiagnosticCode(
    "DUP002",
    "duplicate-work",
    rule: "One work has one record.",
    remedy: "Remove one of the two, or give both the same DOI, title, year and first author.",
    explanation: """
      Works with the same DOI, or the same title, year and first author, are joined by themselves. Two
      with one title of three words or more and one year, whose authors are written otherwise, are
      probably one, and each page lists half of the texts that cite it.
      """
  )

  /// Makes the rule.
  public init() {}

  /// Every work whose title and year are those of an earlier one.
  public func check(_ built: CheckedSite) -> [Diagnostic] {
    var works: [String: any Entity] = [:]
    return built.site.graph.entities(of: .reference).compactMap { work -> Diagnostic? in
      let title = slugify(work.title)
      guard title.utf8.count(where: { $0 == UInt8(ascii: "-") }) >= 2, let year = work.date?.year
      else { return nil }
      let key = "\(title) \(year) \(work.work?.type ?? "")"
      guard let earlier = works[key] else {
        works[key] = work
        return nil
      }
      return Diagnostic(
        Self.code,
        .warning,
        at: work.start,
        "\(work.id) may be \(earlier.id): both are \"\(work.title)\", \(year)",
        notes: [.init("\(earlier.id) stands here", at: earlier.start)]
      )
    }
  }
}
