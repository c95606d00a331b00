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
    let route: Route
    let title: TemplateValue
    /// What tells it from others in plain words.
    let detail: String?
    /// Of a work, where all cards are made at once.
    let reference: WrittenReference?

    init(of entity: any Entity, _ type: ContentType, in site: Site, isOfAll: Bool) {
      route = type.route(of: entity.id.slug)
      title = EntityCards.title(of: entity, in: site)
      detail = entity.detail
      reference =
        isOfAll ? site.citations.reference(to: entity.id).map(WrittenReference.init) : nil
    }

    /// All that it shows, with the address of its page.
    func fields(of entity: any Entity, in site: Site) -> TemplateRecord {
      let date = entity.date
      return [
        "title": title, "href": .text(route.text), "id": .text(entity.id.slug.text),
        "detail": detail.map { .text(frenchTypography(of: $0)) } ?? .absent,
        "date": date.map { .text($0.frenchText) } ?? .absent,
        "iso-date": date.map { .text($0.isoText) } ?? .absent,
        "within": EntityCards.within(entity, in: site),
        "is-draft": .flag(site.withheld[entity.id] != nil),
      ]
    }
  }

  /// A card that was made by itself.
  final class LoneCard: Sendable {
    let card: Card
    /// What it shows, as the only record.
    let shown: SharedRecords

    init(of entity: any Entity, _ type: ContentType, in site: Site) {
      let card = Card(of: entity, type, in: site, isOfAll: false)
      self.card = card
      shown = SharedRecords(count: 1, address: EntityCards.link) { _ in
        card.fields(of: entity, in: site)
      }
    }
  }

  /// A card that is kept from one site to the next, and what was read for it.
  public struct Kept: Sendable {
    fileprivate let lone: LoneCard
    /// What was read of the site.
    public let reads: [SiteRead]

    /// Makes the card of an entity; nil where it has none.
    public init?(of id: EntityID, in site: Site) {
      let recorder = ReadRecorder()
      guard let lone = EntityCards(asking: site.recording(in: recorder)).asked(id) else {
        return nil
      }
      self.lone = lone
      reads = Array(recorder.reads)
    }
  }

  /// The field that leads to the page.
  private static let link = "href"

  /// By the numbers of the site's entities, where all were made at once.
  private let cards: [Card?]
  /// What these show, by the same numbers; nothing where there is no card.
  let shown: SharedRecords
  private let numbers: EntityNumbers
  private let kept: [EntityID: Kept]
  /// Asked for every card that was not made before.
  private let site: Site?
  /// Notes what was read for cards that were kept; taken from the site, which is large to copy.
  private let recorder: ReadRecorder?

  /// Makes the cards of all entities; linear in their titles and details.
  public init(of site: Site) {
    let graph = site.graph
    var made = [Card?](repeating: nil, count: graph.numbers.count)
    for type in site.contentTypes {
      for entity in graph.entities(of: type.kind) {
        guard let number = graph.numbers[entity] else { continue }
        made[number] = Card(of: entity, type, in: site, isOfAll: true)
      }
    }
    let cards = made
    self.cards = cards
    shown = SharedRecords(count: cards.count, address: EntityCards.link) { number in
      cards[number]?.fields(of: graph.entity(at: number), in: site) ?? [:]
    }
    numbers = graph.numbers
    kept = [:]
    self.site = nil
    recorder = nil
  }

  /// Cards that were kept, and are right for the site, which notes what was read for them; any
  /// other is made when it is asked for, and the site notes what is read for it.
  public init(asking site: Site, keeping kept: [EntityID: Kept] = [:]) {
    cards = []
    shown = SharedRecords(count: 0) { _ in [:] }
    numbers = .none
    self.kept = kept
    self.site = site
    recorder = site.recorder
  }

  /// The same cards, which ask another site.
  public func asking(_ site: Site) -> EntityCards { EntityCards(asking: site, keeping: kept) }

  /// The place of an entity in `shown`; nil where its card was not made with all others.
  func place(of entity: any Entity) -> Int? {
    numbers[entity].flatMap { cards[$0] == nil ? nil : $0 }
  }

  /// The same of an entity of a site by its number there.
  func place(of number: Int, in site: EntityGraph) -> Int? {
    let own = site.numbers === numbers ? number : numbers[site.numbers.id(at: number)]
    return own.flatMap { cards[$0] == nil ? nil : $0 }
  }

  /// The card of an entity of a site by its number there; nil where it was not made with all others.
  func card(at number: Int, in site: EntityGraph) -> Card? {
    place(of: number, in: site).flatMap { cards[$0] }
  }

  /// A card that was made before; whoever asks has read the entity itself.
  func kept(_ entity: any Entity) -> Card? {
    numbers[entity].flatMap { cards[$0] } ?? kept[entity.id]?.lone.card
  }

  /// A card that was not made with all others; nil where an entity has none.
  func asked(_ id: EntityID) -> LoneCard? {
    guard let site else { return nil }
    if let kept = kept[id] {
      recorder?.record(kept.reads)
      return kept.lone
    }
    guard let type = site.contentType(of: id.kind), !site.isEarlierVersion(id),
      let entity = site.graph.entity(id)
    else { return nil }
    return LoneCard(of: entity, type, in: site)
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
