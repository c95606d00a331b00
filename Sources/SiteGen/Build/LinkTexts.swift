import Diagnostics
import Linking
import SiteModel

/// Links the names in all texts, in parallel.
///
/// Emits `MEN003` to `MEN006`, and `MEN001` and `MEN002` for what editors choose.
func linkTexts(
  _ content: LoadedContent,
  _ sources: SourceTree,
  jobs: Int
) async -> Diagnosed<LoadedContent> {
  let (linked, shared) = await sideBySide(
    { await linkedProse(of: content, sources, jobs: jobs) { $0.item } },
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
  _ sources: SourceTree,
  jobs: Int,
  keeping: @escaping @Sendable (LinkedProse) -> Kept
) async -> [Diagnosed<Kept>] {
  let naming = ProseNames(content, sources: sources)
  let found = await concurrentMap(content.items, jobs: jobs) { naming.find(in: $0) }
  let words = Set(found.lazy.map(\.commonWords).joined())
  let names = naming.withCommonWords(words, sources: sources)
  return await concurrentMap(Array(zip(content.items, found)), jobs: jobs) { item, found in
    let linked = linkProse(of: item, with: names, found: found)
    return Diagnosed(keeping(linked.value), linked.diagnostics)
  }
}
