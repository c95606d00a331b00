import Diagnostics
import Markdown
import Templating

/// What cards show of every entity, set in type once for the whole site: a name stands on many
/// pages, and only the link to it differs.
///
/// A class, for every page holds the cards.
public final class EntityCards: Sendable {
  /// A class, so that handing one on copies one reference instead of its parts.
  final class Card: Sendable {
    // What every card needs stands together.
    let route: Route
    /// All that a card shows but its link.
    let fields: SharedFields
    let title: TemplateValue
    /// What tells it from others in plain words.
    let detail: String?
    /// Of a work, where all cards are made at once.
    let reference: WrittenReference?

    private init(
      route: Route,
      title: TemplateValue,
      detail: String?,
      fields: SharedFields,
      reference: WrittenReference?
    ) {
      self.route = route
      self.title = title
      self.detail = detail
      self.fields = fields
      self.reference = reference
    }

    /// A function, not an initialiser, which would be given a copy of the whole site.
    static func make(
      of entity: any Entity,
      _ type: ContentType,
      in site: Site,
      reference: WrittenReference? = nil,
      like other: Card? = nil
    ) -> Card {
      let title = EntityCards.title(of: entity, in: site)
      let detail = entity.detail
      let fields: TemplateRecord = [
        "title": title, "id": .text(entity.id.slug.text),
        "detail": detail.map { .text(frenchTypography(of: $0)) } ?? .absent,
        "date": entity.date.map { .text($0.frenchText) } ?? .absent,
        "iso-date": entity.date.map { .text($0.isoText) } ?? .absent,
        "within": EntityCards.within(entity, in: site),
        "is-draft": .flag(site.withheld[entity.id] != nil),
      ]
      return Card(
        route: type.route(of: entity.id.slug),
        title: title,
        detail: detail,
        fields: SharedFields(fields, namedLike: other?.fields),
        reference: reference
      )
    }
  }

  /// A card that is kept from one site to the next, and what was read for it.
  public struct Kept: Sendable {
    fileprivate let card: Card
    /// What was read of the site.
    public let reads: [SiteRead]

    /// Makes the card of an entity; nil where it has none.
    public init?(of id: EntityID, in site: Site) {
      let recorder = ReadRecorder()
      guard let card = EntityCards(asking: site.recording(in: recorder)).asked(id) else {
        return nil
      }
      self.card = card
      reads = Array(recorder.reads)
    }
  }

  /// By the numbers of the site's entities, where all were made at once.
  private let cards: [Card?]
  private let numbers: EntityNumbers
  private let kept: [EntityID: Kept]
  /// Asked for every card that was not made before.
  private let site: Site?
  /// Notes what was read for cards that were kept; taken from the site, which is large to copy.
  private let recorder: ReadRecorder?

  /// Makes the cards of all entities; linear in their titles and details.
  public init(of site: Site) {
    numbers = site.graph.numbers
    var cards = [Card?](repeating: nil, count: numbers.count)
    var last: Card?
    for type in site.contentTypes {
      for entity in site.graph.entities(of: type.kind) {
        guard let number = numbers[entity] else { continue }
        let reference = site.citations.reference(to: entity.id).map(WrittenReference.init)
        last = Card.make(of: entity, type, in: site, reference: reference, like: last)
        cards[number] = last
      }
    }
    self.cards = cards
    kept = [:]
    self.site = nil
    recorder = nil
  }

  /// Cards that were kept, and are right for the site, which notes what was read for them; any
  /// other is made when it is asked for, and the site notes what is read for it.
  public init(asking site: Site, keeping kept: [EntityID: Kept] = [:]) {
    cards = []
    numbers = .none
    self.kept = kept
    self.site = site
    recorder = site.recorder
  }

  /// The same cards, which ask another site.
  public func asking(_ site: Site) -> EntityCards { EntityCards(asking: site, keeping: kept) }

  /// The card of an entity; nil where it has none.
  subscript(entity: any Entity) -> Card? { made(entity) ?? asked(entity.id) }

  /// The card of an entity of a site by its number there; nil where it has none.
  subscript(number: Int, in site: EntityGraph) -> Card? {
    if site.numbers === numbers { return cards[number] }
    let id = site.numbers.id(at: number)
    return numbers[id].flatMap { cards[$0] } ?? asked(id)
  }

  /// A card that was made before; whoever asks has read the entity itself.
  func kept(_ entity: any Entity) -> Card? { made(entity) ?? kept[entity.id]?.card }

  private func made(_ entity: any Entity) -> Card? { numbers[entity].flatMap { cards[$0] } }

  private func asked(_ id: EntityID) -> Card? {
    guard let site else { return nil }
    if let kept = kept[id] {
      recorder?.record(kept.reads)
      return kept.card
    }
    guard let type = site.contentType(of: id.kind), !site.isEarlierVersion(id),
      let entity = site.graph.entity(id)
    else { return nil }
    return Card.make(of: entity, type, in: site)
  }

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
