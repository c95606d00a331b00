import Diagnostics
import FrontMatter
import Markdown
import SeedParsers
import SiteModel

extension Inspection {
  /// Citations and mentions of the texts of drafts; a passage that two drafts hold counts once.
  mutating func addOccurrences(in drafts: [Draft]) {
    let places = places
    var (cited, named) = (Set<InspectedOccurrence>(), Set<InspectedOccurrence>())
    for text in drafts.flatMap(\.markdownTexts) {
      let document = parseMarkdown(text, dialect: .scholarly).value
      for citation in document.citations {
        for cite in citation.cites {
          let found = InspectedOccurrence(
            span: cite.key.span,
            printed: places.asPrinted(citation.printed ?? cite.key.value, at: cite.key.span),
            target: cite.key.value
          )
          if cited.insert(found).inserted { citations.append(found) }
        }
      }
      for mention in document.mentions {
        let parts = mention.target.value.split(separator: ":")
        guard parts.count == 2, parts[0] == EntityKind.person.rawValue else { continue }
        let slug = String(parts[1])
        let found = InspectedOccurrence(
          span: mention.target.span,
          printed: places.asPrinted(mention.label ?? slug, at: mention.target.span),
          target: slug
        )
        if named.insert(found).inserted { mentions.append(found) }
      }
    }
    for anomaly in anomalies where anomaly.code == SeedDiagnostics.unknownCitation {
      guard let span = anomaly.span else { continue }
      citations.append(
        InspectedOccurrence(span: span, printed: places.printed(span), target: nil)
      )
    }
    citations.sort { places.precedes($0.span, $1.span) }
    mentions.sort { places.precedes($0.span, $1.span) }
  }
}

extension Draft {
  /// The texts in Markdown that the house sets in French: not the printed form of a reference.
  var markdownTexts: [ComposedText] {
    let written = ["abstract", "presentation"].compactMap { fields.scalar($0) }
    return written.map { ComposedText($0.value, from: $0.span) } + [body].compactMap { $0 }
  }
}
