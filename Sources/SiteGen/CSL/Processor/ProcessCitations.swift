/// Formats citations and bibliography by a style (CSL 1.0.2).
///
/// Cost is linear in items and cites, but for sorting and for items whose cites look alike, which
/// are rendered again for each step of disambiguation. To format several documents from the same
/// items, make a `CitationProcessor` once: this function makes one for each call.
public func processCitations(_ request: CitationRequest) -> FormattedCitations {
  CitationProcessor(
    items: request.items,
    style: request.style,
    locales: request.locales,
    language: request.language
  ).format(request.citations, listed: request.listed)
}
