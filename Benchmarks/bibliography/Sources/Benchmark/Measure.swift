import CSL
import Foundation
import Samples

/// The styles and locales of a run, each read once.
struct Styles: Sendable {
  let names: [String]
  let styles: [CSLStyle]
  let locales: [CSLLocale]

  init(paths: [String], localeFolder: String) throws {
    names = paths.map { URL(filePath: $0).deletingPathExtension().lastPathComponent }
    styles = try paths.map { try CSLStyle(xml: readBytes($0)) }
    locales = try ["en-US", "fr-FR"].map {
      try CSLLocale(xml: readBytes("\(localeFolder)/locales-\($0).xml"))
    }
  }
}

func readBytes(_ path: String) throws -> [UInt8] {
  [UInt8](try Data(contentsOf: URL(filePath: path)))
}

/// A step of the work: its name, its time and how many things it made.
struct Step {
  let name: String
  let time: StepTime
  let count: Int
}

/// The whole work of a build on a bibliography, step by step.
///
/// Reading is one thread's work; the styles are made ready side by side, then the texts are shared
/// out between two threads, as a build does with two processors.
func measure(_ sample: Sample, _ styles: Styles) async -> [Step] {
  var steps: [Step] = []
  let (reading, parsing) = await time { BibTeX.readItems(sample.bibliography) }
  steps.append(Step(name: "parse .bib", time: parsing, count: reading.items.count))
  let (texts, resolving) = await time { resolveKeys(reading.items, sample.citedKeys) }
  let cites = texts.reduce(0) { $0 + $1.count }
  steps.append(Step(name: "resolve keys", time: resolving, count: cites))
  let (processors, preparing) = await time {
    await mapOnTwoThreads(styles.styles) { style in
      var processor = CitationProcessor(
        items: reading.items,
        style: style,
        locales: styles.locales
      )
      processor.prepareItems()
      return processor
    }
  }
  steps.append(
    Step(name: "prepare items", time: preparing, count: reading.items.count * processors.count)
  )
  let (lists, listing) = await time {
    await mapOnTwoThreads(processors) { printList($0.format([], listed: .all)) }
  }
  steps.append(
    Step(name: "whole bibliography", time: listing, count: lists.reduce(0) { $0 + $1.count })
  )
  let (pages, citing) = await time {
    await mapOnTwoThreads(texts) { text in
      processors.map { processor in
        let result = processor.format(text)
        return result.citations.map { writeHTML($0) } + printList(result)
      }
    }
  }
  let printed = pages.reduce(0) { $0 + $1.reduce(0) { $0 + $1.count } }
  steps.append(Step(name: "citations and lists of texts", time: citing, count: printed))
  return steps
}

/// The texts' citations, without the keys that are not known.
private func resolveKeys(_ items: [CSLItem], _ texts: [[String]]) -> [[CSLCitation]] {
  let known = Set(items.map { $0.id })
  return texts.map { keys in
    keys.filter { known.contains($0) }.enumerated().map { index, key in
      CSLCitation(cites: [Cite(id: key)], noteNumber: index + 1)
    }
  }
}

private func printList(_ result: FormattedCitations) -> [String] {
  result.bibliography.map { writeHTML($0.content) }
}

/// Transforms both halves of a list at once, results in order.
private func mapOnTwoThreads<Element: Sendable, Result: Sendable>(
  _ elements: [Element],
  _ transform: @escaping @Sendable (Element) -> Result
) async -> [Result] {
  let middle = elements.count / 2
  async let first = elements[..<middle].map(transform)
  async let second = elements[middle...].map(transform)
  return await first + second
}
