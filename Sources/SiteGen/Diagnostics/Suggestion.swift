/// The candidate nearest to a misspelt word, or nil when none is near enough to be meant.
///
/// Distance is the number of inserted, deleted, replaced or swapped neighbouring bytes; one
/// third of the word may differ, at least one byte. Ties go to the first candidate in byte order.
/// Costs length × length for each candidate.
public func closestMatch(to word: String, among candidates: some Sequence<String>) -> String? {
  let wordBytes = Array(word.lowercased().utf8)
  let limit = max(1, wordBytes.count / 3)
  var best: (distance: Int, candidate: String)?
  for candidate in candidates {
    let candidateBytes = Array(candidate.lowercased().utf8)
    guard abs(candidateBytes.count - wordBytes.count) <= limit else { continue }
    let distance = editDistance(wordBytes, candidateBytes)
    guard distance <= limit else { continue }
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

/// Optimal string alignment distance.
private func editDistance(_ left: [UInt8], _ right: [UInt8]) -> Int {
  var beforeLast = [Int](repeating: 0, count: right.count + 1)
  var last = Array(0...right.count)
  for (row, leftByte) in left.enumerated() {
    var current = [row + 1]
    for (column, rightByte) in right.enumerated() {
      var cost = min(
        last[column + 1] + 1,
        current[column] + 1,
        last[column] + (leftByte == rightByte ? 0 : 1)
      )
      if row > 0, column > 0, leftByte == right[column - 1], left[row - 1] == rightByte {
        cost = min(cost, beforeLast[column - 1] + 1)
      }
      current.append(cost)
    }
    beforeLast = last
    last = current
  }
  return last[right.count]
}
