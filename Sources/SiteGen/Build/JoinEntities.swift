import Linking
import SiteModel

/// Joins loaded entities into the frozen site: relations, mentions, citations, authorship.
func joinEntities(
  _ content: LoadedContent,
  addressing: Addressing,
  jobs: Int
) async -> JoinedEntities {
  await joinEntities(content, RelationEnds(content), addressing: addressing, jobs: jobs)
}

/// The same with the ends of all relations, which linking does not change.
///
/// Where the words of each item lead is found in parallel.
func joinEntities(
  _ content: LoadedContent,
  _ ends: RelationEnds,
  addressing: Addressing,
  jobs: Int
) async -> JoinedEntities {
  let edges = await concurrentMap(content.items, jobs: jobs) { ends.targets.resolve($0) }
  return JoinedEntities(content, ends, edges: edges, addressing: addressing)
}
