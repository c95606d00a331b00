import CSL
import Diagnostics
import Linking
import SiteModel

/// Formats what every text cites and every work by itself, in parallel, and freezes it in the site.
///
/// Emits `CIT002`.
func citeTexts(
  _ site: Site,
  with processor: CitationProcessor,
  jobs: Int
) async -> Diagnosed<Site> {
  let ids = site.contentTypes.flatMap { site.graph.entities(of: $0.kind).map(\.id) }
  let documents = await concurrentMap(ids, jobs: jobs) {
    citeDocument($0, of: site, with: processor)
  }
  let earlier = site.graph.earlierVersions.compactMap {
    citeDocument($0.id, of: site, with: processor)?.untold
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
  await prepare(site.graph.entities(of: .reference), site.citationStyle, jobs: jobs)
}

/// The same before works are joined with what cites them.
func prepareWorks(of content: LoadedContent, jobs: Int) async -> CitationProcessor {
  let works = content.items.lazy.map(\.entity).filter { $0.id.kind == .reference }
  return await prepare(Array(works).sortedForLists(), content.citationStyle, jobs: jobs)
}

private func prepare(
  _ works: [any Entity],
  _ style: CitationStyle,
  jobs: Int
) async -> CitationProcessor {
  let processor = citationProcessor(of: works, style)
  let prepared = await concurrentMap(Array(0..<processor.itemCount), jobs: jobs) {
    processor.preparedItem(at: $0)
  }
  var ready = processor
  ready.keep(prepared)
  return ready
}
