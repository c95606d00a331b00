import Diagnostics
import Markup
import SiteModel

/// The words of a citation: who and when.
struct CitedWork: Hashable, Sendable {
  /// Families in lower case without accents, initials left out.
  let families: [String]
  /// The same as printed.
  let printed: [String]
  let hasOthers: Bool
  let year: String
  let suffix: String
}

/// The references of a text, found by year and names.
struct CitationIndex: Sendable {
  private struct Work: Sendable {
    let slug: Slug
    let families: [String]
    let printed: [String]
    let suffix: String
  }

  enum Resolution: Hashable, Sendable {
    case exact(Slug)
    /// The same letters, but for accents.
    case unaccented(Slug)
    /// The nearest spelling of the same year.
    case near(Slug)
    /// Several works answer equally well; the first in the order of the lists is taken.
    case ambiguous(Slug, other: Slug)

    var isExact: Bool { if case .exact = self { true } else { false } }
  }

  private let works: [Work]
  /// Positions by year.
  private let byYear: [String: [Int]]
  /// Positions by year and the first letters of the first family; the first ones of each.
  private let byHead: [String: [Int]]
  /// Positions by year and first family, its particle left out.
  private let byFamily: [String: [Int]]

  init(_ references: [KeyedReference]) {
    var byYear: [String: [Int]] = [:]
    var byHead: [String: [Int]] = [:]
    var byFamily: [String: [Int]] = [:]
    works = references.map { reference in
      let printed = reference.entry.names.map(\.family.string)
      return Work(
        slug: reference.slug,
        families: printed.map { slugify($0) },
        printed: printed,
        suffix: reference.entry.suffix?.string ?? ""
      )
    }
    for (position, reference) in references.enumerated() {
      let year = reference.entry.year.string
      byYear[year, default: []].append(position)
      guard let family = works[position].families.first else { continue }
      if byHead["\(year) \(family.prefix(2))", default: []].count < CitationIndex.nearestSought {
        byHead["\(year) \(family.prefix(2))", default: []].append(position)
      }
      byFamily["\(year) \(withoutParticle(family))", default: []].append(position)
    }
    (self.byYear, self.byHead, self.byFamily) = (byYear, byHead, byFamily)
  }

  /// The work cited, nil when there is none.
  func resolve(_ cited: CitedWork, counting work: inout WorkCount) -> Resolution? {
    guard let first = cited.families.first else { return nil }
    let namesakes = candidates(byFamily["\(cited.year) \(withoutParticle(first))"], cited, &work)
    var exact = best(namesakes.filter { matches($0, cited) }, for: cited)
    if exact.isEmpty, cited.families.count == 1 { exact = afterGivenName(cited, &work) }
    if exact.count > 1 { return .ambiguous(exact[0].slug, other: exact[1].slug) }
    if let work = exact.first {
      return hasSameAccents(work, cited) ? .exact(work.slug) : .unaccented(work.slug)
    }
    let others = candidates(nearby(cited, first), cited, &work)
    return best(others.filter { isNear($0, cited) }, for: cited).first.map { .near($0.slug) }
  }

  private func candidates(
    _ positions: [Int]?,
    _ cited: CitedWork,
    _ count: inout WorkCount
  ) -> [Work] {
    count.add(1 + (positions?.count ?? 0))
    return (positions ?? []).map { works[$0] }.filter {
      cited.suffix.isEmpty || $0.suffix == cited.suffix
        || $0.slug.text.hasSuffix(cited.year + cited.suffix)
    }
  }

  /// « Anne Durand (2007) »: the given name stands before the family.
  private func afterGivenName(_ cited: CitedWork, _ count: inout WorkCount) -> [Work] {
    let parts = cited.families[0].split(separator: "-")
    for length in (1..<max(1, min(parts.count, 6))).reversed() {
      let family = parts.suffix(length).joined(separator: "-")
      let works = candidates(byFamily["\(cited.year) \(family)"], cited, &count)
        .filter { $0.families == [family] }
      if !works.isEmpty { return works }
    }
    return []
  }

  /// The works of the year, among which a misprinted name is looked for.
  ///
  /// Of a year with very many works only those are looked at whose first name begins alike, and not
  /// more than a bounded number: a bibliography that long cannot be compared with every citation.
  private func nearby(_ cited: CitedWork, _ first: String) -> [Int] {
    let positions = byYear[cited.year] ?? []
    guard positions.count > CitationIndex.nearestSought else { return positions }
    return byHead["\(cited.year) \(first.prefix(2))"] ?? []
  }

  private static let nearestSought = 60

  private func matches(_ work: Work, _ cited: CitedWork) -> Bool {
    guard work.families.count >= cited.families.count + (cited.hasOthers ? 1 : 0) else {
      return false
    }
    return zip(work.families, cited.families).allSatisfy { family, printed in
      family == printed || withoutParticle(family) == withoutParticle(printed)
    }
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

  /// Whether the names bear the accents of the list; capitals may do without, and a particle or a
  /// given name that only one of the two prints has no part in it.
  private func hasSameAccents(_ work: Work, _ cited: CitedWork) -> Bool {
    zip(work.printed, cited.printed).allSatisfy { listed, printed in
      guard printed.contains(where: \.isLowercase), listed.contains(where: \.isLowercase) else {
        return true
      }
      let (left, right) = (lettersOnly(listed), lettersOnly(printed))
      return left.hasSuffix(right) || right.hasSuffix(left)
    }
  }

  private func lettersOnly(_ text: String) -> String {
    String(text.lowercased().filter(\.isLetter))
  }
}

/// The family without the particle that a list may print after the initials.
private func withoutParticle(_ family: String) -> Substring {
  for particle in ["de-", "d-", "du-", "von-", "van-"] where family.hasPrefix(particle) {
    return family.dropFirst(particle.utf8.count)
  }
  return family[...]
}
