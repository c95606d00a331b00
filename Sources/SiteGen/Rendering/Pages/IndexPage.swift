import Markup
import SiteModel
import Templating

/// The page that lists all entities of a kind, in groups that keep the order of their first.
func indexPage(of type: ContentType, template: String, _ frame: PageFrame) -> Page {
  let entities = frame.site.graph.entities(of: type.kind)
  var groups: [(label: String?, items: [TemplateValue])] = []
  for entity in entities {
    let item = listedEntity(entity, frame.view)
    if let last = groups.last, last.label == entity.indexGroup {
      groups[groups.count - 1].items.append(item)
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
          "items": .list(group.items),
        ])
      }
    ),
  ])
  return Page(route: frame.route, template: template, context: context)
}
