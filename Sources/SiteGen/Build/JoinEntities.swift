import Linking
import SiteModel

/// Joins loaded entities into the frozen site: relations, mentions, citations, authorship.
///
/// Where the words of each item lead is found in parallel.
func joinEntities(
  _ content: LoadedContent,
  addressing: Addressing,
  jobs: Int
) async -> JoinedEntities {
  let targets = WordTargets(content)
  let edges = await concurrentMap(content.items, jobs: jobs) { targets.resolve($0) }
  return JoinedEntities(content, targets, edges: edges, addressing: addressing)
}
