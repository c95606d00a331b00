import Diagnostics
import Markdown
public import Templating

/// What cards show of every entity, set in type once for the whole site: a name stands on many
/// pages, and only the link to it differs.
public struct EntityCards: Sendable {
  /// A class, so that handing one on copies one reference instead of its parts.
  final class Card: Sendable {
    let route: Route
    let title: TemplateValue
    /// What tells it from others in plain words, else its title.
    let label: String
    /// All that a card shows but its link.
    let fields: SharedFields

    init(
      of entity: any Entity,
      _ type: ContentType,
      in site: Site,
      for templates: TemplateSet? = nil
    ) {
      route = type.route(of: entity.id.slug)
      title = EntityCards.title(of: entity, in: site)
      let detail = entity.detail
      label = detail ?? entity.title
      let fields: TemplateRecord = [
        "title": title, "id": .text(entity.id.slug.text),
        "detail": detail.map { .text(frenchTypography(of: $0)) } ?? .absent,
        "date": entity.date.map { .text($0.frenchText) } ?? .absent,
        "iso-date": entity.date.map { .text($0.isoText) } ?? .absent,
        "within": EntityCards.within(entity, in: site),
        "is-draft": .flag(site.withheld[entity.id] != nil),
      ]
      self.fields = SharedFields(fields, for: templates)
    }
  }

  private let cards: [EntityID: Card]
  /// Asked for every card, where none were made before.
  private let site: Site?

  /// Makes the cards of all entities, for some templates above all; linear in their titles and
  /// details.
  public init(of site: Site, for templates: TemplateSet? = nil) {
    var cards: [EntityID: Card] = [:]
    for type in site.contentTypes {
      let entities = site.graph.entities(of: type.kind)
      cards.reserveCapacity(cards.count + entities.count)
      for entity in entities {
        cards[entity.id] = Card(of: entity, type, in: site, for: templates)
      }
    }
    self.cards = cards
    self.site = nil
  }

  /// No cards: each is made when it is asked for, so that the site notes what is read for it.
  public init(asking site: Site) {
    cards = [:]
    self.site = site
  }

  subscript(id: EntityID) -> Card? {
    guard let site else { return cards[id] }
    guard let type = site.contentType(of: id.kind), !site.isEarlierVersion(id),
      let entity = site.graph.entity(id)
    else { return nil }
    return Card(of: entity, type, in: site)
  }

  /// A card that was made before.
  func kept(_ id: EntityID) -> Card? { cards[id] }

  static func title(of entity: any Entity, in site: Site) -> TemplateValue {
    let isPrinted = site.contentType(of: entity.id.kind)?.keepsTitlesAsPrinted ?? false
    return .text(isPrinted ? entity.title : frenchTypography(of: entity.title))
  }

  /// The series of a session, whose title says little without it, and the number in it.
  fileprivate static func within(_ entity: any Entity, in site: Site) -> TemplateValue {
    guard entity.id.kind == .session,
      let series = site.graph.targets(of: .partOf, from: entity.id).first
    else { return .absent }
    let number = entity.namings.first { $0.form == .number }
    return .record([
      "title": title(of: series, in: site),
      "number": number.map { .text(frenchTypography(of: $0.words.value)) } ?? .absent,
    ])
  }
}
