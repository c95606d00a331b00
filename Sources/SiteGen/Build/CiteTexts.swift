import CSL
import Diagnostics
import Linking
import SiteModel

/// Formats what every text cites and every work by itself, in parallel, and freezes it in the site.
///
/// Emits `CIT002`.
func citeTexts(_ site: Site, jobs: Int) async -> Diagnosed<Site> {
  let ids = site.contentTypes.flatMap { site.graph.entities(of: $0.kind).map(\.id) }
  let processor = await prepareWorks(of: site, jobs: jobs)
  let documents = await concurrentMap(ids, jobs: jobs) {
    citeDocument($0, of: site, with: processor)
  }
  let earlier = site.graph.earlierVersions.compactMap {
    citeDocument($0.id, of: site, with: processor)?.withoutPlaces
  }
  let works = site.graph.entities(of: .reference).map(\.id)
  let references = await concurrentMap(works, jobs: jobs) { work in
    formatReference(to: work, with: processor).map { (work: work, content: $0) }
  }
  let citations = SiteCitations(
    documents: documents.compactMap { $0 } + earlier,
    references: references.compactMap { $0 }
  )
  return Diagnosed(site.citing(citations), checkNoteStyle(site))
}

/// Makes the style and all works of a site ready, in parallel, once for all its texts.
func prepareWorks(of site: Site, jobs: Int) async -> CitationProcessor {
  let processor = citationProcessor(of: site)
  let prepared = await concurrentMap(Array(0..<processor.itemCount), jobs: jobs) {
    processor.preparedItem(at: $0)
  }
  var ready = processor
  ready.keep(prepared)
  return ready
}
