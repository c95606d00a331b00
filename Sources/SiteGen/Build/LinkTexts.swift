import Diagnostics
import Linking
import SiteModel

/// For which names linking finds out where they stand.
enum PlacedNames {
  case all
  /// Those of texts of which messages tell: few files are asked for.
  case told
}

/// Links the names in all texts, in parallel.
///
/// Emits `MEN003` to `MEN006`, and `MEN001` and `MEN002` for what editors choose.
func linkTexts(
  _ content: LoadedContent,
  in files: @escaping TextReader,
  placing placed: PlacedNames,
  jobs: Int
) async -> Diagnosed<LoadedContent> {
  let (linked, shared) = await sideBySide(
    { await linkedProse(of: content, in: files, placing: placed, jobs: jobs) { $0.item } },
    { findSharedAliases(content) },
    jobs: jobs
  )
  return Diagnosed(
    content.withItems(linked.map(\.value)),
    linked.flatMap(\.diagnostics) + shared
  )
}

/// Finds the names in the texts of each item, and keeps of that what is asked for: what became of each
/// name takes more room than the names.
func linkedProse<Kept: Sendable>(
  of content: LoadedContent,
  in files: @escaping TextReader,
  placing placed: PlacedNames,
  jobs: Int,
  keeping: @escaping @Sendable (LinkedProse) -> Kept
) async -> [Diagnosed<Kept>] {
  let naming = ProseNames(content)
  let found = await concurrentMap(content.items, jobs: jobs) { naming.find(in: $0) }
  let words = Set(found.lazy.map(\.commonWords).joined())
  let names = naming.withCommonWords(words)
  return await concurrentMap(Array(zip(content.items, found)), jobs: jobs) { item, found in
    let isPlaced = placed == .all
    var linked = linkProse(of: item, with: names, found: found, in: isPlaced ? files : nil)
    if !isPlaced, !linked.diagnostics.isEmpty {
      linked = linkProse(of: item, with: names, found: found, in: files)
    }
    return Diagnosed(keeping(linked.value), linked.diagnostics)
  }
}
