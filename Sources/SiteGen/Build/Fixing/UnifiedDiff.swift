/// The changes of a file in the unified format of diff (POSIX, `diff -u`), with three lines around
/// each; empty where nothing changes.
///
/// Both texts must have the same number of lines, as fixes never change lines: line stands against
/// line, and the cost is linear.
func unifiedDiff(_ path: String, old: [UInt8], new: [UInt8]) -> String {
  let before = lines(of: old)
  let after = lines(of: new)
  precondition(before.count == after.count, "fixes change no line ends")
  let changed = before.indices.filter { before[$0] != after[$0] }
  guard !changed.isEmpty else { return "" }
  var text = "--- a/\(path)\n+++ b/\(path)\n"
  var position = 0
  while position < changed.count {
    var last = position
    while last + 1 < changed.count, changed[last + 1] - changed[last] <= 6 { last += 1 }
    let range = max(0, changed[position] - 3)..<min(before.count, changed[last] + 4)
    text +=
      "@@ -\(range.lowerBound + 1),\(range.count) +\(range.lowerBound + 1),\(range.count) @@\n"
    text += hunk(range, before, after)
    position = last + 1
  }
  return text
}

private func hunk(_ range: Range<Int>, _ before: [String], _ after: [String]) -> String {
  var text = ""
  var line = range.lowerBound
  while line < range.upperBound {
    var end = line
    while end < range.upperBound, before[end] != after[end] { end += 1 }
    if end == line {
      text += " \(before[line])"
      line += 1
    } else {
      text += before[line..<end].map { "-\($0)" }.joined()
      text += after[line..<end].map { "+\($0)" }.joined()
      line = end
    }
  }
  return text
}

/// Lines with their ends; the last may have none, and says so as diff does.
private func lines(of bytes: [UInt8]) -> [String] {
  bytes.split(separator: 0x0A, omittingEmptySubsequences: false).map {
    String(decoding: $0, as: UTF8.self)
  }.enumerated().map { _, line in "\(line)\n" }.withoutLastEnd(bytes)
}

extension [String] {
  fileprivate func withoutLastEnd(_ bytes: [UInt8]) -> [String] {
    if bytes.last == 0x0A || bytes.isEmpty { return Array(dropLast()) }
    guard let last else { return self }
    return dropLast() + ["\(last)\\ No newline at end of file\n"]
  }
}
