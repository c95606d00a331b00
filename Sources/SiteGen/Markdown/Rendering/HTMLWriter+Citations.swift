import Markup

extension HTMLWriter {
  mutating func writeCitation(_ event: MarkdownEvent) {
    let citation = document.citations[Int(event.index)]
    write(resolver.citation(Int(event.index)) ?? plainParts(of: citation), of: citation)
  }

  mutating func writePrintedCitation(_ event: MarkdownEvent) {
    let citation = document.citations[Int(event.index)]
    if event.phase == .enter {
      guard let reference = reference(of: citation, 0) else { return }
      if citation.printed == nil, let parts = resolver.citation(Int(event.index)) {
        return write(parts, of: citation)
      }
      openReference("citation", reference, id: PlaceID("appel-", citation.ordinal))
      if citation.printed == nil { Escaping.appendHTML(reference.label, to: &output) }
      isPrintedCitationOpen = true
      linkDepth += 1
    } else if isPrintedCitationOpen {
      isPrintedCitationOpen = false
      linkDepth -= 1
      closeReference()
    }
  }

  /// Writes the parts of a citation; every cite has its place on the page, also one that the style
  /// has taken into a neighbour.
  private mutating func write(_ parts: [CitationPart], of citation: MarkdownCitation) {
    let cites = citation.cites.indices
    // No place stands inside of a link.
    let hasPlaces = linkDepth == 0
    var awaitsPlace = cites.map { _ in false }
    for case .cite(let index, _) in parts where cites.contains(index) { awaitsPlace[index] = true }
    for index in cites
    where hasPlaces && !awaitsPlace[index] && reference(of: citation, index) != nil {
      openPlace(PlaceID("appel-", citation.ordinal + index))
      append("</span>")
    }
    for part in parts {
      switch part {
      case .html(let html): append(html)
      case .cite(let index, let html):
        guard cites.contains(index), let reference = reference(of: citation, index) else {
          append(html)
          continue
        }
        openReference(
          "citation",
          reference,
          id: hasPlaces && awaitsPlace[index] ? PlaceID("appel-", citation.ordinal + index) : nil
        )
        awaitsPlace[index] = false
        append(html)
        closeReference()
      }
    }
  }

  /// Where a cite leads, by its place in its citation.
  private func reference(of citation: MarkdownCitation, _ index: Int) -> ResolvedReference? {
    resolver.cite(citation.cites[index], citation.ordinal + index)
  }

  /// A citation that nobody formatted: the labels of its works, or its keys.
  private func plainParts(of citation: MarkdownCitation) -> [CitationPart] {
    var parts: [CitationPart] = []
    for (index, cite) in citation.cites.enumerated() {
      let reference = reference(of: citation, index)
      let isFirst = index == 0
      let opening = citation.form == .narrative ? "" : "("
      let lead = (isFirst ? opening : "; ") + (cite.prefix.isEmpty ? "" : "\(cite.prefix) ")
      parts.append(.html(Escaping.html(lead)))
      parts.append(.cite(index, html: Escaping.html(reference?.label ?? cite.unresolvedText)))
      let tail = reference == nil ? "" : cite.spacedSuffix
      parts.append(.html(Escaping.html(tail)))
    }
    if citation.form != .narrative { parts.append(.html(")")) }
    return parts
  }
}
