import Diagnostics
import Markup
import SiteModel

/// The words of a citation: who and when.
struct CitedWork: Hashable, Sendable {
  /// Families in lower case without accents, initials left out.
  let families: [String]
  let hasOthers: Bool
  let year: String
  let suffix: String
}

/// The references of a text, found by year and names.
struct CitationIndex: Sendable {
  private struct Work: Sendable {
    let slug: Slug
    let families: [String]
    let suffix: String
  }

  enum Resolution: Hashable, Sendable {
    case exact(Slug)
    /// The nearest spelling of the same year.
    case near(Slug)
    /// Several works answer equally well; the first in the order of the lists is taken.
    case ambiguous(Slug, other: Slug)
  }

  private let byYear: [String: [Work]]

  init(_ references: [KeyedReference]) {
    var table: [String: [Work]] = [:]
    for reference in references {
      let work = Work(
        slug: reference.slug,
        families: reference.entry.names.map { slugify($0.family.string) },
        suffix: reference.entry.suffix?.string ?? ""
      )
      table[reference.entry.year.string, default: []].append(work)
    }
    byYear = table
  }

  /// The work cited, nil when there is none.
  func resolve(_ cited: CitedWork) -> Resolution? {
    let works = (byYear[cited.year] ?? []).filter {
      cited.suffix.isEmpty || $0.suffix == cited.suffix
        || $0.slug.text.hasSuffix(cited.year + cited.suffix)
    }
    var exact = best(works.filter { matches($0, cited) }, for: cited)
    if exact.isEmpty, cited.families.count == 1 {
      // « Anne Durand (2007) »: the given name stands before the family.
      exact = works.filter { work in
        work.families.count == 1 && cited.families[0].hasSuffix("-\(work.families[0])")
      }
    }
    if exact.count > 1 { return .ambiguous(exact[0].slug, other: exact[1].slug) }
    if let work = exact.first { return .exact(work.slug) }
    return best(works.filter { isNear($0, cited) }, for: cited).first.map { .near($0.slug) }
  }

  private func matches(_ work: Work, _ cited: CitedWork) -> Bool {
    guard work.families.count >= cited.families.count + (cited.hasOthers ? 1 : 0) else {
      return false
    }
    return zip(work.families, cited.families).allSatisfy { family, printed in
      family == printed || withoutParticle(family) == withoutParticle(printed)
    }
  }

  /// The family without the particle that a list may print after the initials.
  private func withoutParticle(_ family: String) -> Substring {
    for particle in ["de-", "d-", "du-", "von-", "van-"] where family.hasPrefix(particle) {
      return family.dropFirst(particle.utf8.count)
    }
    return family[...]
  }

  private func isNear(_ work: Work, _ cited: CitedWork) -> Bool {
    guard work.families.count >= cited.families.count, !cited.families.isEmpty else { return false }
    return zip(work.families, cited.families).allSatisfy { family, printed in
      family == printed || (printed.count > 3 && closestMatch(to: printed, among: [family]) != nil)
    }
  }

  /// The works with the number of names meant: three or more for « et al », else as many as are
  /// printed; failing that all of them.
  private func best(_ works: [Work], for cited: CitedWork) -> [Work] {
    let preferred = works.filter { work in
      cited.hasOthers ? work.families.count >= 3 : work.families.count == cited.families.count
    }
    return preferred.isEmpty ? works : preferred
  }
}
