public import Diagnostics
import Linking
public import Markup
import SiteModel

/// Every name that stands in the prose of a site, and what becomes of it.
public struct LinkInspection: Sendable {
  /// A name in a text.
  struct Entry: Sendable {
    let link: ProseLink
    let line: Int
  }

  /// In the order of the paths and places.
  let entries: [Entry]
  /// What loading and linking found wrong.
  public let diagnostics: [Diagnostic]
}

/// Says which links the prose of a site gets, and which it does not get.
///
/// The site is loaded as a build loads it; an address that several texts hold is listed for each.
public func inspectLinks(
  of sources: SourceTree,
  _ settings: BuildSettings
) async -> LinkInspection {
  let drafts = await draftSeeds(sources, jobs: settings.jobs)
  let content = await loadContent(sources, drafts.value, settings)
  let linked = await linkedProse(
    of: content.value,
    in: sources.file,
    placing: .all,
    jobs: settings.jobs
  ) { $0.links }
  let places = SourcePlaces(sources.files)
  let entries = linked.flatMap(\.value).map {
    LinkInspection.Entry(link: $0, line: places.line(of: $0.span))
  }
  return LinkInspection(
    entries: entries.enumerated().sorted { left, right in
      let (first, second) = (left.element.link.span, right.element.link.span)
      return first == second ? left.offset < right.offset : first < second
    }.map(\.element),
    diagnostics: linked.flatMap(\.diagnostics) + findSharedAliases(content.value)
  )
}

extension LinkInspection {
  /// One line for each name: place, page, printed words, what they lead to.
  public var outline: String {
    entries.map { entry in
      "\(entry.link.span.path):\(entry.line): \(entry.link.source): "
        + "\"\(entry.link.printed)\" \(words(for: entry.link))\n"
    }.joined()
  }

  private func words(for link: ProseLink) -> String {
    let target = link.target.map(\.description) ?? ""
    switch link.outcome {
    case .link: return "→ \(target)"
    case .mention: return "→ \(target), later naming, no link"
    case .homonym(let ids):
      return "not linked: one of " + ids.map(\.description).joined(separator: ", ")
    case .vetoed: return "not linked: vetoed" + (target.isEmpty ? "" : ", \(target)")
    }
  }

  /// The same as one JSON object; `docs/linking.md` describes it.
  public var json: JSONValue {
    .object([
      "links": .array(
        entries.map { entry in
          let outcome = outcome(of: entry.link)
          return .object([
            "file": .string(entry.link.span.path), "line": .integer(entry.line),
            "page": .string(entry.link.source.description),
            "printed": .string(entry.link.printed),
            "entity": .optional(entry.link.target?.description),
            "outcome": .string(outcome.name), "choices": .texts(outcome.choices),
          ])
        }
      )
    ])
  }

  private func outcome(of link: ProseLink) -> (name: String, choices: [String]) {
    switch link.outcome {
    case .link: ("link", [])
    case .mention: ("mention", [])
    case .homonym(let ids): ("homonym", ids.map(\.description))
    case .vetoed: ("veto", [])
    }
  }
}
