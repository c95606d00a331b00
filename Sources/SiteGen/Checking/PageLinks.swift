public import SiteModel

/// What the pages of a site lead to and hold, counted, so that after an edit only the links of the
/// pages it reached are looked at.
public struct PageLinks: Sendable {
  private let files: Set<UInt64>
  /// By place, how many pages hold it.
  private var holders: [UInt64: Int] = [:]
  /// By place on another page, how many links name it.
  private var links: [UInt64: Int] = [:]
  /// Places that links name and no page holds.
  private var missing = 0
  /// Pages that may break a rule whatever places others hold.
  private var suspects = 0

  /// Whether `findSuspectPages` would find none.
  public var areSound: Bool { missing == 0 && suspects == 0 }

  /// Counts all pages, among the paths of all files; linear.
  public init(of pages: [PageFacts?], among paths: [OutputPath]) {
    files = Set(paths.map { pathHash($0.text) })
    for page in pages { add(page) }
  }

  /// Counts a page instead of another at the same path; linear in what both hold.
  public mutating func replace(_ old: PageFacts?, by new: PageFacts?) {
    // First what comes, so that what both hold is never missing.
    add(new)
    remove(old)
  }

  private mutating func add(_ page: PageFacts?) {
    guard let page else { return }
    suspects += isSuspect(page) ? 1 : 0
    for place in page.places {
      let count = holders[place, default: 0]
      if count == 0, links[place] != nil { missing -= 1 }
      holders[place] = count + 1
    }
    for foreign in page.foreignPlaces {
      let count = links[foreign.place, default: 0]
      if count == 0, holders[foreign.place] == nil { missing += 1 }
      links[foreign.place] = count + 1
    }
  }

  private mutating func remove(_ page: PageFacts?) {
    guard let page else { return }
    suspects -= isSuspect(page) ? 1 : 0
    for foreign in page.foreignPlaces {
      let count = links[foreign.place, default: 1]
      if count == 1, holders[foreign.place] == nil { missing -= 1 }
      links[foreign.place] = count == 1 ? nil : count - 1
    }
    for place in page.places {
      let count = holders[place, default: 1]
      if count == 1, links[place] != nil { missing += 1 }
      holders[place] = count == 1 ? nil : count - 1
    }
  }

  private func isSuspect(_ page: PageFacts) -> Bool {
    page.isSuspect || !page.targets.allSatisfy(files.contains)
  }
}
