import Markup

/// A passage of a list that two sides changed, and what stands in its place on both.
struct MergedPassage: Hashable {
  let base: Range<Int>
  let ours: Range<Int>
  let theirs: Range<Int>
}

/// Two lists that were made from one, joined again.
struct MergedList<Element: Hashable> {
  /// An element and the side it was taken from.
  struct Part {
    let element: Element
    /// Place in our list, or in theirs.
    let index: Int
    let isTheirs: Bool
  }

  /// The joined list.
  var parts: [Part] = []
  /// Passages that both sides changed, each in another way, in order; ours stands in the list.
  var conflicts: [MergedPassage] = []
  /// Passages that only they changed, in order; theirs stands in the list.
  var taken: [MergedPassage] = []
}

/// Joins what two sides made of one list; where both touched the same, ours stays.
///
/// Two changes touch the same when the ranges of the base that they replace overlap, or when both
/// insert at one place. Costs what finding the differences costs: at worst the square of the number
/// of changed elements, which `largestDifference` bounds.
func mergeThreeWays<Element: Hashable>(
  base: [Element],
  ours: [Element],
  theirs: [Element]
) -> MergedList<Element> {
  var mine = hunks(from: base, to: ours)[...]
  var other = hunks(from: base, to: theirs)[...]
  var merged = MergedList<Element>()
  var place = Place()
  func take(_ side: [Element], _ range: Range<Int>, isTheirs: Bool) {
    merged.parts += range.map { .init(element: side[$0], index: $0, isTheirs: isTheirs) }
  }
  func copy(upTo end: Int) {
    // What neither changed is taken from ours.
    take(ours, place.ours..<place.ours + max(0, end - place.base), isTheirs: false)
    place.advance(by: max(0, end - place.base))
  }
  while let passage = nextPassage(&mine, &other, after: place) {
    copy(upTo: passage.base.lowerBound)
    let isOurs = Array(base[passage.base]) != Array(ours[passage.ours])
    let isTheirs = Array(base[passage.base]) != Array(theirs[passage.theirs])
    if isTheirs, !isOurs {
      take(theirs, passage.theirs, isTheirs: true)
      merged.taken.append(passage)
    } else {
      take(ours, passage.ours, isTheirs: false)
      let isSame = Array(ours[passage.ours]) == Array(theirs[passage.theirs])
      if isTheirs, !isSame { merged.conflicts.append(passage) }
    }
    place = Place(
      base: passage.base.upperBound,
      ours: passage.ours.upperBound,
      theirs: passage.theirs.upperBound
    )
  }
  copy(upTo: base.count)
  return merged
}

/// How far the three lists have been walked.
private struct Place {
  var base = 0
  var ours = 0
  var theirs = 0

  /// Walks over what is the same on all sides.
  mutating func advance(by count: Int) {
    base += count
    ours += count
    theirs += count
  }
}

extension Hunk {
  fileprivate var growth: Int { new.count - old.count }

  /// Whether this change ends before another begins; two insertions at one place do not.
  fileprivate func precedes(_ other: Hunk) -> Bool {
    if old.upperBound < other.old.lowerBound { return true }
    return old.upperBound == other.old.lowerBound && !(old.isEmpty && other.old.isEmpty)
  }
}

/// Takes the next change of either side, with all changes of the other side that touch it.
private func nextPassage(
  _ mine: inout ArraySlice<Hunk>,
  _ other: inout ArraySlice<Hunk>,
  after place: Place
) -> MergedPassage? {
  var base: Range<Int>
  switch (mine.first, other.first) {
  case (nil, nil): return nil
  case (let first?, nil), (nil, let first?): base = first.old
  case (let first?, let second?):
    let isClash = !first.precedes(second) && !second.precedes(first)
    let leading = second.precedes(first) ? second : first
    base =
      isClash
      ? min(
        first.old.lowerBound,
        second.old.lowerBound
      )..<max(first.old.upperBound, second.old.upperBound)
      : leading.old
  }
  var (mineGrowth, otherGrowth) = (0, 0)
  var isGrowing = true
  while isGrowing {
    let grown =
      takeHunks(&mine, within: &base, &mineGrowth) + takeHunks(&other, within: &base, &otherGrowth)
    isGrowing = grown > 0
  }
  let gap = base.lowerBound - place.base
  let (ours, theirs) = (place.ours + gap, place.theirs + gap)
  return .init(
    base: base,
    ours: ours..<ours + base.count + mineGrowth,
    theirs: theirs..<theirs + base.count + otherGrowth
  )
}

/// Takes the changes that lie in a passage, and widens it to hold them whole.
private func takeHunks(
  _ hunks: inout ArraySlice<Hunk>,
  within base: inout Range<Int>,
  _ growth: inout Int
) -> Int {
  var count = 0
  while let hunk = hunks.first,
    hunk.old.lowerBound < base.upperBound || (base.isEmpty && hunk.old == base)
  {
    // An insertion before a replaced passage stands by itself.
    if hunk.old.isEmpty, !base.isEmpty, hunk.old.lowerBound == base.lowerBound { break }
    base = base.lowerBound..<max(base.upperBound, hunk.old.upperBound)
    growth += hunk.growth
    hunks = hunks.dropFirst()
    count += 1
  }
  return count
}
