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
  let linked = await linkedProse(of: content, sources, jobs: jobs)
  return Diagnosed(
    content.withItems(linked.map(\.value.item)),
    linked.flatMap(\.diagnostics) + findSharedAliases(content)
  )
}

/// The texts of each item with their names as mentions, and what became of each name.
func linkedProse(
  of content: LoadedContent,
  _ sources: SourceTree,
  jobs: Int
) async -> [Diagnosed<LinkedProse>] {
  var gathered = ProseNames(content, sources: sources)
  let common = await concurrentMap(content.items, jobs: jobs) { [gathered] item in
    gathered.commonNames(in: item)
  }
  gathered.setCommonNames(common.reduce(into: []) { $0.formUnion($1) })
  let names = gathered
  return await concurrentMap(content.items, jobs: jobs) { linkProse(of: $0, with: names) }
}
