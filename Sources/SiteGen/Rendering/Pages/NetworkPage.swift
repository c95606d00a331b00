import SiteModel
import Templating

/// The page that draws who and what are joined, with the same links as a list.
func networkPage(_ frame: PageFrame) -> Page {
  let site = frame.site
  let network = frame.parts.network
  let groups = site.contentTypes.filter { $0.figures.contains(.network) && $0.kind != .person }
    .map { type -> TemplateValue in
      let items = site.graph.entities(of: type.kind).compactMap { entity -> TemplateValue? in
        let joined = network.numbers[entity].map { network.neighbours(of: $0) } ?? []
        let people = joined.filter { network.numbers.kind(at: Int($0)) == .person }
          .map { site.graph.entity(at: Int($0)) }
        guard !people.isEmpty else { return nil }
        return frame.view.card(of: entity) {
          ["people": frame.view.cards(of: people)]
        }
      }
      return .record(["kind": type.kind.flags, "items": .list(items)])
    }
  let context = frame.record(description: nil).merging([
    "figure": NetworkFigure(of: site, in: frame).record(in: frame), "groups": .list(groups),
  ])
  return Page(route: frame.route, template: Figure.network.template, context: context)
}
