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
    { await linkedProse(of: content, sources, jobs: jobs) },
    { findSharedAliases(content) },
    jobs: jobs
  )
  return Diagnosed(
    content.withItems(linked.map(\.value.item)),
    linked.flatMap(\.diagnostics) + shared
  )
}

/// The texts of each item with their names as mentions, and what became of each name.
func linkedProse(
  of content: LoadedContent,
  _ sources: SourceTree,
  jobs: Int
) async -> [Diagnosed<LinkedProse>] {
  let naming = ProseNames(content, sources: sources)
  let found = await concurrentMap(content.items, jobs: jobs) { naming.find(in: $0) }
  let words = Set(found.lazy.map(\.commonWords).joined())
  let names = naming.withCommonWords(words, sources: sources)
  return await concurrentMap(Array(zip(content.items, found)), jobs: jobs) { item, found in
    linkProse(of: item, with: names, found: found)
  }
}
