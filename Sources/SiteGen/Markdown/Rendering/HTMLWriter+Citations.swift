import Markup

extension HTMLWriter {
  mutating func writeCitation(_ event: MarkdownEvent) {
    let citation = document.citations[Int(event.index)]
    write(resolver.citation(Int(event.index)) ?? plainParts(of: citation), of: citation)
  }

  mutating func writePrintedCitation(_ event: MarkdownEvent) {
    let citation = document.citations[Int(event.index)]
    if event.phase == .enter {
      guard let cite = citation.cites.first, let reference = resolver.cite(cite, citation.ordinal)
      else { return }
      if citation.printed == nil, let parts = resolver.citation(Int(event.index)) {
        return write(parts, of: citation)
      }
      openReference("citation", reference, id: "appel-\(citation.ordinal)")
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
    var placed = Array(repeating: linkDepth > 0, count: citation.cites.count)
    let printed = Set(
      parts.compactMap { part in if case .cite(let index, _) = part { index } else { nil } }
    )
    for (index, cite) in citation.cites.enumerated()
    where !placed[index] && !printed.contains(index) {
      guard resolver.cite(cite, citation.ordinal + index) != nil else { continue }
      openPlace("appel-\(citation.ordinal + index)")
      append("</span>")
    }
    for part in parts {
      switch part {
      case .html(let html): append(html)
      case .cite(let index, let html):
        guard citation.cites.indices.contains(index),
          let reference = resolver.cite(citation.cites[index], citation.ordinal + index)
        else {
          append(html)
          continue
        }
        openReference(
          "citation",
          reference,
          id: placed[index] ? nil : "appel-\(citation.ordinal + index)"
        )
        placed[index] = true
        append(html)
        closeReference()
      }
    }
  }

  /// A citation that nobody formatted: the labels of its works, or its keys.
  private func plainParts(of citation: MarkdownCitation) -> [CitationPart] {
    var parts: [CitationPart] = []
    for (index, cite) in citation.cites.enumerated() {
      let reference = resolver.cite(cite, citation.ordinal + index)
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
