/// A passage of a list, and what stands in its place in another.
public struct Hunk: Hashable, Sendable {
  /// Indices in the first list; empty where something was inserted.
  public let old: Range<Int>
  /// Indices in the second list; empty where something was removed.
  public let new: Range<Int>

  /// Makes a passage.
  public init(old: Range<Int>, new: Range<Int>) {
    self.old = old
    self.new = new
  }
}

/// Above this number of elements, what lies between the first and the last difference counts as
/// one change: finding more would cost its square.
private let largestDifference = 4000

/// The differences of two lists, in order, each as large as it goes.
///
/// Costs what finding them costs: at worst the square of the number of changed elements.
public func hunks<Element: Hashable>(from base: [Element], to new: [Element]) -> [Hunk] {
  let head = zip(base, new).prefix { $0 == $1 }.count
  let shorter = min(base.count, new.count) - head
  let tail = zip(base.reversed(), new.reversed()).prefix(shorter).prefix { $0 == $1 }.count
  let (old, fresh) = (head..<base.count - tail, head..<new.count - tail)
  guard !old.isEmpty || !fresh.isEmpty else { return [] }
  guard old.count + fresh.count <= largestDifference else { return [Hunk(old: old, new: fresh)] }
  var (removed, inserted): (Set<Int>, Set<Int>) = ([], [])
  for change in Array(new[fresh]).difference(from: Array(base[old])) {
    switch change {
    case .remove(let offset, _, _): removed.insert(head + offset)
    case .insert(let offset, _, _): inserted.insert(head + offset)
    }
  }
  return gatherHunks(old, fresh, removed, inserted)
}

private func gatherHunks(
  _ old: Range<Int>,
  _ fresh: Range<Int>,
  _ removed: Set<Int>,
  _ inserted: Set<Int>
) -> [Hunk] {
  var hunks: [Hunk] = []
  var (base, new) = (old.lowerBound, fresh.lowerBound)
  while base < old.upperBound || new < fresh.upperBound {
    let start = (base, new)
    while removed.contains(base) { base += 1 }
    while inserted.contains(new) { new += 1 }
    if start == (base, new) {
      base += 1
      new += 1
    } else {
      hunks.append(Hunk(old: start.0..<base, new: start.1..<new))
    }
  }
  return hunks
}
