/// The candidate nearest to a misspelt word, or nil when none is near enough to be meant.
///
/// Distance is the number of inserted, deleted, replaced or swapped neighbouring bytes; one
/// third of the word may differ, at least one byte. Ties go to the first candidate in byte order.
/// Costs length × allowed difference for each candidate of like length.
public func closestMatch(to word: String, among candidates: some Sequence<String>) -> String? {
  let wordBytes = Array(word.lowercased().utf8)
  let limit = max(1, wordBytes.count / 3)
  var best: (distance: Int, candidate: String)?
  var comparison = EditComparison(to: wordBytes)
  for candidate in candidates {
    let candidateBytes = Array(candidate.lowercased().utf8)
    // Nothing farther than the best so far is of use.
    guard let distance = comparison.distance(to: candidateBytes, atMost: best?.distance ?? limit)
    else { continue }
    if let current = best, (current.distance, current.candidate) <= (distance, candidate) {
      continue
    }
    best = (distance, candidate)
  }
  return best?.candidate
}

/// `; did you mean "…"?` for the end of a summary, or nothing when no candidate is near.
public func suggestion(for word: String, among candidates: some Sequence<String>) -> String {
  closestMatch(to: word, among: candidates).map { "; did you mean \"\($0)\"?" } ?? ""
}

/// Compares one word with many by optimal string alignment, in rows that are used again.
///
/// Only cells within the allowed distance of the diagonal are looked at (Ukkonen 1985).
private struct EditComparison {
  private let word: [UInt8]
  private var beforeLast: [Int] = []
  private var last: [Int] = []
  private var current: [Int] = []

  init(to word: [UInt8]) { self.word = word }

  /// The distance, or nil when it is more than `limit`.
  mutating func distance(to other: [UInt8], atMost limit: Int) -> Int? {
    guard abs(other.count - word.count) <= limit else { return nil }
    let tooFar = limit + 1
    EditComparison.fill(&beforeLast, other.count + 1, with: tooFar)
    EditComparison.fill(&last, other.count + 1, with: tooFar)
    EditComparison.fill(&current, other.count + 1, with: tooFar)
    for column in 0...min(other.count, limit) { last[column] = column }
    var (nearest, nearestBefore) = (0, 0)
    for row in 1..<word.count + 1 {
      let columns = max(1, row - limit)..<max(1, min(other.count, row + limit) + 1)
      if columns.isEmpty { return nil }
      current[columns.lowerBound - 1] = columns.lowerBound == 1 ? min(row, tooFar) : tooFar
      (nearestBefore, nearest) = (nearest, current[columns.lowerBound - 1])
      for column in columns {
        let cost = cost(row: row, column: column, other)
        current[column] = min(cost, tooFar)
        nearest = min(nearest, cost)
      }
      if columns.upperBound <= other.count { current[columns.upperBound] = tooFar }
      // A swap reaches over one row, not over two.
      if nearest > limit, nearestBefore > limit { return nil }
      (beforeLast, last, current) = (last, current, beforeLast)
    }
    return last[other.count] <= limit ? last[other.count] : nil
  }

  private static func fill(_ row: inout [Int], _ count: Int, with value: Int) {
    row.removeAll(keepingCapacity: true)
    row.append(contentsOf: repeatElement(value, count: count))
  }

  private func cost(row: Int, column: Int, _ other: [UInt8]) -> Int {
    let isSame = word[row - 1] == other[column - 1]
    let cost = min(
      last[column] + 1,
      current[column - 1] + 1,
      last[column - 1] + (isSame ? 0 : 1)
    )
    guard row > 1, column > 1, word[row - 1] == other[column - 2],
      word[row - 2] == other[column - 1]
    else { return cost }
    return min(cost, beforeLast[column - 2] + 1)
  }
}
