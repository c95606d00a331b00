import Diagnostics
import Markdown
public import Templating

/// What an entity may ask when it fills its page: links as seen from that page, and texts as HTML.
public struct EntityView: Sendable {
  /// The site.
  public let site: Site
  private let linkTo: @Sendable (Route) -> String
  private let renderText: @Sendable (EntityID, String) -> [UInt8]?

  /// Makes a view.
  ///
  /// - Parameters:
  ///   - site: the site.
  ///   - linkTo: a link from the page to an address.
  ///   - renderText: a text of an entity as HTML that fits within a paragraph or list element; nil
  ///     when it has no such text.
  public init(
    site: Site,
    linkTo: @escaping @Sendable (Route) -> String,
    renderText: @escaping @Sendable (EntityID, String) -> [UInt8]?
  ) {
    self.site = site
    self.linkTo = linkTo
    self.renderText = renderText
  }

  /// Words of a field, with the spaces and quotes of French.
  public func text(_ words: String) -> TemplateValue { .text(frenchTypography(of: words)) }

  /// Words of a field that may be absent.
  public func text(_ words: String?) -> TemplateValue { words.map { text($0) } ?? .absent }

  /// What pages call an entity.
  public func title(of entity: any Entity) -> TemplateValue {
    let isPrinted = site.contentType(of: entity.id.kind)?.keepsTitlesAsPrinted ?? false
    return isPrinted ? .text(entity.title) : text(entity.title)
  }

  /// A short text of another entity as HTML, absent when there is none.
  public func html(_ name: String, of id: EntityID) -> TemplateValue {
    renderText(id, name).map(TemplateValue.html) ?? .absent
  }

  /// A link to the page of an entity; nil when its kind has no pages.
  public func href(of entity: any Entity) -> TemplateValue? {
    site.route(of: entity.id).map { .text(linkTo($0)) }
  }

  /// The entity in one line, for lists and links; absent when there is none.
  public func card(of entity: (any Entity)?) -> TemplateValue {
    guard let entity, let route = site.route(of: entity.id) else { return .absent }
    return .record(cardRecord(of: entity, route: route))
  }

  /// A link to the page of an entity; absent when there is none.
  public func link(to entity: (any Entity)?) -> TemplateValue {
    entity.flatMap { site.route(of: $0.id) }.map { .text(linkTo($0)) } ?? .absent
  }

  /// Cards of several entities, in the given order; absent when there are none.
  public func cards(of entities: [any Entity]) -> TemplateValue {
    .listing(entities.map { card(of: $0) })
  }

  /// Links to the places of this page where something is cited, numbered from 1.
  public func calls(_ anchors: [String]) -> TemplateValue {
    .list(
      anchors.enumerated().map { index, anchor in
        .record(["href": .text("#\(anchor)"), "number": .number(index + 1)])
      }
    )
  }

  /// The shape of `calls`.
  public static let callsShape = TemplateShape.list(.record(["href": .text, "number": .number]))

  /// A link to a file of the site.
  public func link(toFile path: OutputPath) -> TemplateValue { .text(linkTo(Route(file: path))) }

  /// Links to the files of a set of works, by format; absent when there is no set.
  public func exports(of set: WorkSet?) -> TemplateValue {
    guard let set else { return .absent }
    return .record(
      TemplateRecord(
        WorkFormat.allCases.map { ($0.rawValue, .text(linkTo(Route(file: set.path(in: $0))))) }
      )
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

  private func cardRecord(of entity: any Entity, route: Route) -> TemplateRecord {
    [
      "title": title(of: entity), "href": .text(linkTo(route)),
      "id": .text(entity.id.slug.text),
      "detail": text(entity.detail),
      "date": entity.date.map { .text($0.frenchText) } ?? .absent,
      "iso-date": entity.date.map { .text($0.isoText) } ?? .absent,
      "within": within(entity),
    ]
  }

  /// The series of a session, whose title says little without it, and the number in it.
  private func within(_ entity: any Entity) -> TemplateValue {
    guard entity.id.kind == .session,
      let series = site.graph.targets(of: .partOf, from: entity.id).first
    else { return .absent }
    let number = entity.namings.first { $0.form == .number }
    return .record(["title": title(of: series), "number": text(number?.words.value)])
  }

  /// The shape of a card.
  public static let cardShape: RecordShape = [
    "title": .text, "href": .text, "id": .text, "detail": .optional(.text),
    "date": .optional(.text), "iso-date": .optional(.text),
    "within": .optional(.record(["title": .text, "number": .optional(.text)])),
  ]
}
