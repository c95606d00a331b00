import CSL
import Markup
import SiteModel
import Templating

/// A page that lists all works in another order, each group with its number.
func worksPage(_ view: WorksView, _ frame: PageFrame) -> Page {
  let works = frame.site.graph.entities(of: .reference)
  let groups =
    switch view {
    case .authors: authorGroups(works, frame)
    case .years: yearGroups(works, frame)
    case .types: typeGroups(works, frame)
    case .axes: axisGroups(works, frame)
    }
  let context = frame.record(description: nil).merging([
    "count": .number(works.count), "exports": frame.view.exports(of: frame.site.wholeWorkSet),
    "views": worksViewLinks(frame), "groups": .list(groups),
  ])
  return Page(route: frame.route, template: view.template, context: context)
}

/// Links to the general bibliography and its other orders, by name.
func worksViewLinks(_ frame: PageFrame) -> TemplateValue {
  let whole = frame.site.contentType(of: .reference)?.indexRoute.map { ("all", $0) }
  let views = frame.site.worksViews.map { ($0.view.rawValue, $0.route) }
  guard !views.isEmpty else { return .absent }
  return .record(
    TemplateRecord(
      ([whole].compactMap { $0 } + views).map { name, route in
        (
          name,
          .record(["href": .text(frame.link(to: route)), "here": .flag(route == frame.route)])
        )
      }
    )
  )
}

/// Latest year first, works without year at the end.
private func yearGroups(_ works: [any Entity], _ frame: PageFrame) -> [TemplateValue] {
  let byYear = Dictionary(grouping: works) { $0.work?.date("issued")?.start?.year }
  let years = byYear.keys.compactMap { $0 }.sorted(by: >)
  return (years + [nil]).compactMap { year in
    group(
      byYear[year] ?? [],
      id: year.map(String.init) ?? "",
      label: year.map { .text(String($0)) } ?? .absent,
      frame
    )
  }
}

/// In the order of `WorkTypes`.
private func typeGroups(_ works: [any Entity], _ frame: PageFrame) -> [TemplateValue] {
  let byType = Dictionary(grouping: works) { $0.work.map(WorkTypes.type(of:)) ?? "document" }
  return WorkTypes.all.compactMap { type in
    group(byType[type] ?? [], id: type, frame, ["type": WorkTypes.value(of: type)])
  }
}

/// In the order of the axes, works that no text of an axis cites at the end.
private func axisGroups(_ works: [any Entity], _ frame: PageFrame) -> [TemplateValue] {
  let graph = frame.site.graph
  var placed: Set<ObjectIdentifier> = []
  let groups = graph.entities(of: .axis).compactMap { axis -> TemplateValue? in
    // Asked for relations alone: what the texts say themselves makes no other list.
    let texts = [axis.id] + graph.relations(to: axis.id, .axis).map(\.source)
    let cited = graph.targets(of: .cites, .lists, fromAnyOf: texts)
      .filter { $0.id.kind == .reference }
    placed.formUnion(cited.map { ObjectIdentifier($0) })
    let href = frame.site.route(of: axis.id).map { TemplateValue.text(frame.link(to: $0)) }
    return group(
      cited,
      id: axis.id.slug.text,
      label: frame.view.title(of: axis),
      frame,
      ["href": href ?? .absent]
    )
  }
  let rest = group(works.filter { !placed.contains(ObjectIdentifier($0)) }, id: "", frame)
  return groups + [rest].compactMap { $0 }
}

/// A group with its number; nil when nothing is in it.
private func group(
  _ works: [any Entity],
  id: String,
  label: TemplateValue = .absent,
  _ frame: PageFrame,
  _ more: TemplateRecord = [:]
) -> TemplateValue? {
  guard !works.isEmpty else { return nil }
  let fields: TemplateRecord = [
    "label": label, "href": .absent, "type": .absent, "id": .text(id),
    "count": .number(works.count),
    "items": listedEntities(works, frame.view), "authors": .list([]),
  ]
  return .record(fields.merging(more))
}
