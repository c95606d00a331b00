import Rendering
import SiteModel

/// The pages of a site, and what was read to plan them.
struct PagePlan {
  /// In navigation order.
  private(set) var requests: [PageRequest] = []
  private var reads: [Int32] = []
  private var redirects: [Redirect] = []
  private var earlierVersions: [EntityID] = []

  /// Plans the pages of a site.
  ///
  /// - Parameters:
  ///   - site: the site.
  ///   - others: what became other since pages were planned; anything may have when nil.
  ///   - index: the numbers of what is read.
  /// - Returns: whether they are those of before, in the same order.
  mutating func update(
    _ site: Site,
    _ others: OtherAnswers?,
    _ index: inout ReadIndex
  ) -> Bool {
    let earlier = site.graph.earlierVersions.map(\.id)
    if let others, !others.reach(reads), site.redirects == redirects, earlier == earlierVersions {
      return true
    }
    let recorder = ReadRecorder()
    let before = requests
    requests = planPages(site.recording(in: recorder))
    (reads, redirects) = (index.numbers(of: recorder.reads), site.redirects)
    earlierVersions = earlier
    return requests == before
  }
}
