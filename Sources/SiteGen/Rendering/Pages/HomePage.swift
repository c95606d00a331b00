import SiteModel
import Templating

/// The home page: every kind with all its entities; the template chooses.
func homePage(_ frame: PageFrame) -> Page {
  let all = frame.site.contentTypes.map { type in
    (
      type.kind.rawValue,
      TemplateValue.list(
        frame.site.graph.entities(of: type.kind).map { listedEntity($0, frame.view) }
      )
    )
  }
  let context = frame.record(description: frame.site.configuration.description)
    .merging(["all": .record(TemplateRecord(all))])
  return Page(route: frame.route, template: "home", context: context)
}

/// An entity in a list: what lists show of it and its card.
func listedEntity(_ entity: any Entity, _ view: EntityView) -> TemplateValue {
  guard case .record(let card) = view.card(of: entity) else { return .absent }
  return .record(entity.listedFields(in: view).merging(card))
}
