public import CSL
import Diagnostics
import Markdown
public import SiteModel

/// A style and all works of a site in the order of lists, which are still to be prepared; linear in
/// the works.
public func citationProcessor(
  of works: [any Entity],
  _ style: CitationStyle
) -> CitationProcessor {
  let items = works.compactMap { entity -> CSLItem? in
    var item = entity.work
    item?.id = entity.id.slug.text
    return item
  }
  return CitationProcessor(
    items: items,
    style: style.style,
    locales: style.locales,
    language: style.language
  )
}

/// Formats what the texts of one entity cite: its citations and the list of exactly the works that
/// it cites or adds by `nocite`, and finds the sentence of every place that cites or names; nil when
/// there is nothing of it.
///
/// All texts of the entity are one document to the style, in the order of reading: that order
/// numbers works and decides what is cited again. Letters behind years (2018a) tell apart what
/// this list holds; one that the data bring along is kept. Pure; linear in text and cites.
public func citeDocument(
  _ id: EntityID,
  of site: Site,
  with processor: CitationProcessor
) -> CitedDocument? {
  guard let entity = site.graph.entity(id) else { return nil }
  var reading = CitationReading(site: site)
  for text in entity.texts {
    guard let document = site.text(text.name, of: id) else { continue }
    reading.add(document, of: text)
  }
  let uncited = site.graph.relations(from: id, .alsoLists).map(\.target)
  guard !reading.requests.isEmpty || !uncited.isEmpty else {
    let places = reading.places(of: id, printing: reading.contents(from: []))
    return places.isEmpty ? nil : CitedDocument(id: id, citations: [:], list: [], places: places)
  }
  uncited.forEach { reading.addWork($0) }
  let formatted = processor.format(
    reading.requests.map(\.citation),
    listed: .cited(alsoUncited: uncited.map(\.slug.text))
  )
  let contents = reading.contents(from: formatted.citations)
  return CitedDocument(
    id: id,
    citations: reading.printed(contents),
    list: reading.list(from: formatted.bibliography),
    places: reading.places(of: id, printing: contents)
  )
}

/// A work as the style writes it in a list by itself; nil when there is nothing to write.
///
/// Without neighbours there is nothing to tell it from, so no letter stands behind its year.
public func formatReference(
  to id: EntityID,
  with processor: CitationProcessor
) -> [FormattedText]? {
  let formatted = processor.format([], listed: .cited(alsoUncited: [id.slug.text]))
  return formatted.bibliography.first?.content.withoutLeftMargin()
}

extension [FormattedText] {
  /// The text without the number that a list sets before it.
  fileprivate func withoutLeftMargin() -> [FormattedText] {
    filter { node in
      if case .block(.leftMargin, _) = node { false } else { true }
    }
  }
}
