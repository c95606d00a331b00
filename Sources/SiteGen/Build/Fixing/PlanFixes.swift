import Diagnostics
import FileSystem
import SiteModel

/// The safe fixes of a site, put together: which files get which bytes.
struct FixPlan {
  /// Files of Content/, each once, in the order of their paths.
  let edits: [SourceEdit]
  /// How many diagnostics are mended.
  let count: Int

  /// The sources with the edits done.
  func apply(to sources: SourceTree) -> SourceTree {
    let changed = Dictionary(edits.map { ($0.path, $0.new) }) { first, _ in first }
    return SourceTree(
      files: sources.files.map { file in
        changed[file.path].map { SourceFile(path: file.path, bytes: $0) } ?? file
      },
      assets: sources.assets,
      installedStyles: sources.installedStyles
    )
  }
}

/// Puts the safe fixes of diagnostics together; pure.
///
/// A fix is done whole or not at all: not when it reaches out of Content/, when other bytes stand at
/// one of its places than those it was made for, when it would change lines, or when an earlier one
/// reaches into it.
func planFixes(_ diagnostics: [Diagnostic], in sources: SourceTree) -> FixPlan {
  let files = Dictionary(sources.files.map { ($0.path, $0.bytes) }) { first, _ in first }
  var taken: [String: [Fix.Edit]] = [:]
  var places: [String: Set<Int>] = [:]
  var count = 0
  for fix in diagnostics.compactMap(\.fix) where fix.isSafe {
    let isFit = fix.edits.allSatisfy { edit in
      guard let bytes = files[edit.span.path] else { return false }
      return fits(edit, bytes)
        && places[edit.span.path, default: []].isDisjoint(with: touched(by: edit))
    }
    guard isFit, !fix.edits.isEmpty else { continue }
    count += 1
    for edit in fix.edits {
      taken[edit.span.path, default: []].append(edit)
      places[edit.span.path, default: []].formUnion(touched(by: edit))
    }
  }
  let edits = taken.sorted { $0.key.precedesInBytes($1.key) }.map {
    path,
    edits in
    let old = files[path] ?? []
    return SourceEdit(path: path, old: old, new: replacing(edits, in: old))
  }
  return FixPlan(edits: edits, count: count)
}

private func fits(_ edit: Fix.Edit, _ bytes: [UInt8]) -> Bool {
  edit.span.path.hasPrefix("Content/") && edit.span.range.upperBound <= bytes.count
    && bytes[edit.span.range].elementsEqual(edit.old) && !edit.old.contains(0x0A)
    && !edit.new.contains(0x0A)
}

/// Every offset that an edit reads or stands at.
private func touched(by edit: Fix.Edit) -> ClosedRange<Int> {
  edit.span.range.lowerBound...max(edit.span.range.lowerBound, edit.span.range.upperBound - 1)
}

private func replacing(_ edits: [Fix.Edit], in old: [UInt8]) -> [UInt8] {
  var new: [UInt8] = []
  var offset = 0
  for edit in edits.sorted(by: { $0.span < $1.span }) {
    new += old[offset..<edit.span.range.lowerBound] + edit.new
    offset = edit.span.range.upperBound
  }
  return new + old[offset...]
}
