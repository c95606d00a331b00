import Markup
import SiteModel
import Templating

/// The page that lists all entities of a kind, in groups that keep the order of their first.
func indexPage(of type: ContentType, template: String, _ frame: PageFrame) -> Page {
  let entities = frame.site.graph.entities(of: type.kind)
  var groups: [(label: String?, items: [TemplateValue])] = []
  for entity in entities {
    let item = listedEntity(entity, frame.view)
    // Looked at in place: a copy of the last group would be copied again at every append.
    if let last = groups.indices.last, groups[last].label == entity.indexGroup {
      groups[last].items.append(item)
    } else {
      groups.append((entity.indexGroup, [item]))
    }
  }
  let context = frame.record(description: nil).merging([
    "count": .number(entities.count),
    "groups": .list(
      groups.map { group in
        .record([
          "label": group.label.map(TemplateValue.text) ?? .absent,
          "id": .text(slugify(group.label ?? "")),
          "count": .number(group.items.count), "items": .list(group.items),
        ])
      }
    ),
    "exports": type.kind == .reference ? frame.view.exports(of: frame.site.wholeWorkSet) : .absent,
    "views": type.kind == .reference ? worksViewLinks(frame) : .absent,
  ])
  return Page(route: frame.route, template: template, context: context)
}
