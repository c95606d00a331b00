import SiteModel
import Templating

/// The home page: every kind with all its entities, and with the latest of those that are dated;
/// the template chooses.
func homePage(_ frame: PageFrame) -> Page {
  let graph = frame.site.graph
  func listed(as name: String, _ choose: ([any Entity]) -> [any Entity]) -> TemplateValue {
    let kinds = frame.site.contentTypes.map { type -> (String, TemplateValue) in
      let kind = type.kind.rawValue
      guard frame.view.asked.contains(kind, of: name) else { return (kind, .absent) }
      let entities = choose(graph.entities(of: type.kind))
      guard !entities.isEmpty else { return (kind, .absent) }
      return (kind, .record(["items": listedEntities(entities, frame.view)]))
    }
    return .record(TemplateRecord(kinds))
  }
  let context = frame.record(description: frame.site.configuration.description).merging([
    "all": listed(as: "all") { $0 },
    // No clock: what is last in the collection, not what is past today. Four are enough to show.
    "latest": listed(as: "latest") { Array(latestFirst($0.filter { $0.date != nil }).prefix(4)) },
  ])
  return Page(route: frame.route, template: "home", context: context)
}

/// Entities in a list.
func listedEntities(_ entities: [any Entity], _ view: EntityView) -> TemplateValue {
  .list(entities.map { listedEntity($0, view) })
}

/// An entity in a list: what lists show of it and its card.
func listedEntity(_ entity: any Entity, _ view: EntityView) -> TemplateValue {
  view.card(of: entity) { entity.listedFields(in: view) }
}
