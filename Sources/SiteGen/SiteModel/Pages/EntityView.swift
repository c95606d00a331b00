import Diagnostics
import Markdown
import Markup
public import Templating

/// What an entity may ask when it fills its page: links as seen from that page, texts as HTML, and
/// what the template asks for.
///
/// A class, so that whatever fills a page holds the site by one reference: two threads that count
/// the references of its parts for every card would wait for each other.
public final class EntityView: Sendable {
  /// A text of an entity as HTML that fits within a paragraph or list element; nil when it has no
  /// such text.
  public typealias TextRenderer =
    @Sendable (_ id: EntityID, _ name: String, _ view: EntityView) -> [UInt8]?

  /// The site.
  public let site: Site
  /// What the template of the page asks for.
  public let asked: AskedNames
  private let cards: EntityCards
  /// What they show, as seen from the page.
  private let shown: SeenRecords
  private let page: Route
  private let linkStyle: LinkStyle
  /// Without a server, no address but its own ever leads to the page of errors.
  private let linksFromRoot: Bool
  private let renderText: TextRenderer

  /// Makes a view.
  ///
  /// - Parameters:
  ///   - site: the site.
  ///   - cards: what cards show, made once for the site.
  ///   - page: address of the page.
  ///   - isRooted: whether links must work from any depth (the page of errors).
  ///   - asked: what the template asks for.
  ///   - renderText: writes short texts.
  public init(
    site: Site,
    cards: EntityCards,
    page: Route,
    isRooted: Bool,
    asked: AskedNames,
    renderText: @escaping TextRenderer
  ) {
    self.site = site
    self.cards = cards
    self.page = page
    linkStyle = site.addressing.style
    linksFromRoot = isRooted && linkStyle == .folder
    shown = SeenRecords(
      cards.shown,
      linkWriter(from: page, isRooted: linksFromRoot, site.addressing)
    )
    self.asked = asked
    self.renderText = renderText
  }

  /// The value of a field, made only when the template asks for fields of this name.
  public func field(_ name: String, _ value: () -> TemplateValue) -> (String, TemplateValue) {
    (name, asked.contains(name) ? value() : .absent)
  }

  /// A link from the page.
  public func link(to target: Route) -> String {
    linksFromRoot ? site.addressing.rooted(target) : linkStyle.link(from: page, to: target)
  }

  /// Words of a field, with the spaces and quotes of French.
  public func text(_ words: String) -> TemplateValue { .text(frenchTypography(of: words)) }

  /// Words of a field that may be absent.
  public func text(_ words: String?) -> TemplateValue { words.map { text($0) } ?? .absent }

  /// What pages call an entity.
  public func title(of entity: any Entity) -> TemplateValue {
    cards.kept(entity)?.title ?? EntityCards.title(of: entity, in: site)
  }

  /// What tells an entity from others in plain words, else its title.
  public func label(of entity: any Entity) -> String {
    detail(of: entity) ?? entity.title
  }

  /// What tells an entity from others in plain words; nil where nothing does.
  public func detail(of entity: any Entity) -> String? {
    guard let card = cards.kept(entity) else { return entity.detail }
    return card.detail
  }

  /// A short text of another entity as HTML, absent when there is none.
  public func html(_ name: String, of id: EntityID) -> TemplateValue {
    renderText(id, name, self).map(TemplateValue.html) ?? .absent
  }

  /// A link to the page of an entity; nil when its kind has no pages.
  public func href(of entity: any Entity) -> TemplateValue? {
    route(of: entity).map { .text(link(to: $0)) }
  }

  /// What a work's own page prints of it; nil where that was not written beforehand.
  func writtenReference(to work: any Entity) -> WrittenReference? { cards.kept(work)?.reference }

  /// The same of a work by its number in the site.
  func writtenReference(at work: Int) -> WrittenReference? {
    cards.card(at: work, in: site.graph)?.reference
  }

  /// The entity in one line, for lists and links; absent when there is none.
  public func card(of entity: (any Entity)?) -> TemplateValue { card(of: entity) { [:] } }

  /// The entity in one line, with what is said of it where it stands; absent when there is none.
  public func card(
    of entity: (any Entity)?,
    adding fields: () -> TemplateRecord
  ) -> TemplateValue {
    guard let entity else { return .absent }
    return card(at: cards.place(of: entity), else: { entity.id }) { _ in fields() }
  }

  /// The entity of a number of the site in one line; absent when there is none.
  public func card(at number: Int?) -> TemplateValue {
    guard let number else { return .absent }
    return card(at: number) { _ in [:] }
  }

  /// The same with what is said of it where it stands, which may be made of what the card shows.
  public func card(
    at number: Int,
    adding fields: (SharedFields) -> TemplateRecord
  ) -> TemplateValue {
    let place = cards.place(of: number, in: site.graph)
    return card(at: place, else: { site.graph.numbers.id(at: number) }, fields)
  }

  private func card(
    at place: Int?,
    else id: () -> EntityID,
    _ fields: (SharedFields) -> TemplateRecord
  ) -> TemplateValue {
    let card =
      place.map { SharedFields($0, of: shown) }
      ?? cards.asked(id()).map { SharedFields(0, of: shown.seeing($0.shown)) }
    return card.map { .record(TemplateRecord($0, adding: fields($0))) } ?? .absent
  }

  /// Cards of several entities by their numbers in the site, in the given order; absent when there
  /// are none.
  public func cards(at numbers: [Int]) -> TemplateValue { .listing(numbers.map { card(at: $0) }) }

  /// A link to the page of an entity; absent when there is none.
  public func link(to entity: (any Entity)?) -> TemplateValue {
    entity.flatMap { href(of: $0) } ?? .absent
  }

  /// The address of the page of an entity of the site.
  public func route(of entity: any Entity) -> Route? {
    cards.kept(entity)?.route ?? site.route(of: entity.id)
  }

  /// Cards of several entities, in the given order; absent when there are none.
  public func cards(of entities: [any Entity]) -> TemplateValue {
    .listing(entities.map { card(of: $0) })
  }

  /// Links to the places of this page where something is cited, numbered from 1.
  public func calls(_ anchors: [String]) -> TemplateValue {
    .list(
      anchors.indices.map { index in
        .record(["href": .text("#\(anchors[index])"), "number": .number(index + 1)])
      }
    )
  }

  /// The shape of `calls`.
  public static let callsShape = TemplateShape.list(.record(["href": .text, "number": .number]))

  /// A link to a file of the site.
  public func link(toFile path: OutputPath) -> TemplateValue { .text(link(to: Route(file: path))) }

  /// Links to the files of a set of works, by format; absent when there is no set.
  public func exports(of set: WorkSet?) -> TemplateValue {
    guard let set else { return .absent }
    // The files stand side by side: links to them differ in their endings.
    let link = link(to: Route(file: set.path(in: .bib)))
    let stem = String(link.dropLast(WorkFormat.bib.rawValue.count))
    return .record(
      TemplateRecord(WorkFormat.allCases.map { ($0.rawValue, .text(stem + $0.rawValue)) })
    )
  }

  /// The shape of links to the files of a set of works.
  public static let exportsShape = TemplateShape.optional(
    .record(
      RecordShape(
        Dictionary(uniqueKeysWithValues: WorkFormat.allCases.map { ($0.rawValue, .text) })
      )
    )
  )

  /// The shape of a card.
  public static let cardShape: RecordShape = [
    "title": .text, "href": .text, "id": .text, "detail": .optional(.text),
    "date": .optional(.text), "iso-date": .optional(.text),
    "within": .optional(.record(["title": .text, "number": .optional(.text)])),
    "is-draft": .flag,
  ]
}

/// Writes links from a page.
private func linkWriter(
  from page: Route,
  isRooted: Bool,
  _ addressing: Addressing
) -> SeenRecords.LinkWriter {
  if isRooted {
    return { address, output in
      output.append(addressing.rooted(String(decoding: address, as: UTF8.self)))
    }
  }
  let (style, source) = (addressing.style, Array(page.text.utf8))
  return { address, output in
    source.withUnsafeBufferPointer { style.append(from: $0, to: address, into: &output) }
  }
}
