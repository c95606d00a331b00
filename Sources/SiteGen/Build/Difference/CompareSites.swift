import Diagnostics
import Markup
public import SiteModel

/// Compares two builds of a site: pure.
///
/// Files that are copied are compared by their paths alone. Linear but for finding the words that
/// differ within a page.
///
/// - Parameters:
///   - old: the files of the one build.
///   - new: those of the other.
/// - Returns: what they do not share.
public func compareSites(_ old: [OutputFile], _ new: [OutputFile]) -> SiteDifference {
  let before = Dictionary(old.map { ($0.path.text, $0.contents) }) { first, _ in first }
  let after = Dictionary(new.map { ($0.path.text, $0.contents) }) { first, _ in first }
  let paths = Set(before.keys).union(after.keys).filter { before[$0] != after[$0] }
    .sorted { $0.precedesInBytes($1) }
  let pages = paths.filter { $0.hasSuffix(".html") }
  return SiteDifference(
    added: pages.filter { before[$0] == nil }.map(address),
    removed: pages.filter { after[$0] == nil }.map(address),
    changed: pages.compactMap { path in
      guard case .bytes(let was)? = before[path], case .bytes(let now)? = after[path] else {
        return nil
      }
      let changes = changes(from: PageReading(was), to: PageReading(now))
      return SiteDifference.ChangedPage(address: address(of: path), changes: changes)
    },
    files: paths.filter { !$0.hasSuffix(".html") }
  )
}

private func address(of path: String) -> String {
  path.hasSuffix("index.html") ? "/\(path.dropLast("index.html".count))" : "/\(path)"
}

private func changes(from old: PageReading, to new: PageReading) -> [SiteDifference.Change] {
  var changes: [SiteDifference.Change] = []
  if old.title != new.title {
    changes.append(.init(subject: "title", old: old.title, new: new.title))
  }
  changes += metadataChanges(from: old.metadata, to: new.metadata)
  changes += elementChanges("date", from: old.dates, to: new.dates)
  changes += elementChanges("link", from: old.links, to: new.links)
  changes += hunks(from: old.words, to: new.words).map { hunk in
    .init(subject: "words", old: joined(old.words, hunk.old), new: joined(new.words, hunk.new))
  }
  return changes
}

private func metadataChanges(
  from old: [PageReading.Metadatum],
  to new: [PageReading.Metadatum]
) -> [SiteDifference.Change] {
  hunks(from: old, to: new).flatMap { hunk -> [SiteDifference.Change] in
    let (was, now) = (Array(old[hunk.old]), Array(new[hunk.new]))
    // A name that stays has another value; others came or went.
    let kept = was.compactMap { before in
      now.first { $0.name == before.name }.map {
        SiteDifference.Change(subject: before.name, old: before.value, new: $0.value)
      }
    }
    let names = Set(kept.map(\.subject))
    return kept
      + was.filter { !names.contains($0.name) }.map {
        .init(subject: $0.name, old: $0.value, new: nil)
      }
      + now.filter { !names.contains($0.name) }.map {
        .init(subject: $0.name, old: nil, new: $0.value)
      }
  }
}

/// Elements of which the one page has more than the other, each once.
private func elementChanges(
  _ subject: String,
  from old: [String],
  to new: [String]
) -> [SiteDifference.Change] {
  let (was, now) = (Set(old), Set(new))
  func sorted(_ words: Set<String>) -> [String] {
    words.sorted { $0.precedesInBytes($1) }
  }
  return sorted(was.subtracting(now)).map { .init(subject: subject, old: $0, new: nil) }
    + sorted(now.subtracting(was)).map { .init(subject: subject, old: nil, new: $0) }
}

private func joined(_ words: [String], _ range: Range<Int>) -> String? {
  range.isEmpty ? nil : words[range].joined(separator: " ")
}
