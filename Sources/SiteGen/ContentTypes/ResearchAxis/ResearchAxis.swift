public import Diagnostics
public import FrontMatter
public import SiteModel
public import Templating

/// One of the axes of research that the institute works along.
public final class ResearchAxis: Entity {
  /// Identity.
  public let id: EntityID
  /// Title.
  public let title: String
  /// Where it comes from.
  public let sources: [SourceSpan]
  /// The axis in its own words.
  public let texts: [EntityText]
  /// Title and number.
  public let namings: [EntityNaming]
  let number: Int?
  let lead: Spanned<String>?
  let members: [Presence]

  /// Reads `number`, `title`, `lead` and `members`.
  public init(_ document: Document, reading reader: inout FieldReader) {
    id = document.id
    sources = document.sources
    let printedTitle = reader.requiredText("title")
    title = printedTitle.value
    let printedNumber = reader.integer("number")
    number = printedNumber?.value
    namings = [EntityNaming](title: printedTitle, number: printedNumber)
    lead = reader.text("lead")
    members = readPresences(&reader, "members")
    texts = [document.body.map { EntityText(EntityText.bodyName, $0) }].compactMap { $0 }
  }

  /// By number.
  public var sortKey: String { sortable(number) }

  /// Lead and members.
  public var relations: [RelationReference] {
    [lead.map { RelationReference(.lead, .person, $0) }].compactMap { $0 }
      + members.map { RelationReference(.member, .person, $0.person) }
  }
}

extension ResearchAxis {
  /// `Content/axes/`, `/axes/`.
  public static let contentType = ContentType(
    kind: .axis,
    folder: "axes",
    routeFolder: Slug("axes"),
    template: "axis",
    indexTemplate: "axes",
    figures: [.network],
    shape: [
      "number": .optional(.number), "lead": .optional(.record(EntityView.cardShape)),
      "members": .listing(of: Presence.shape),
      "issues": .listing(of: .record(EntityView.cardShape)),
      "works": .listing(of: .record(EntityView.cardShape)),
      "sessions": .listing(of: Session.peopledShape),
    ],
    listedShape: listedShape
  )

  private static let listedShape: RecordShape = [
    "number": .optional(.number), "lead": .optional(.record(EntityView.cardShape)),
    "members": .listing(of: .record(EntityView.cardShape)),
  ]

  /// Lead, members in printed order, issues of the axis, works that its texts cite or list, and
  /// sessions in which its people took part.
  public func fields(in view: EntityView) -> TemplateRecord {
    let graph = view.site.graph
    return [
      "number": number.map(TemplateValue.number) ?? .absent,
      "lead": view.card(of: lead.flatMap { graph.entity(.person, named: $0.value) }),
      "members": .listing(
        members.map { $0.fields(in: view, at: nil) }
      ),
      "issues": view.cards(at: graph.sourceNumbers(of: .axis, to: id)),
      "works": view.cards(at: graph.works(ofAxis: id)), "sessions": sessions(in: view),
    ]
  }

  /// Number, lead and members.
  public func listedFields(in view: EntityView) -> TemplateRecord {
    let graph = view.site.graph
    return [
      "number": number.map(TemplateValue.number) ?? .absent,
      "lead": view.card(at: lead.flatMap { graph.number(.person, named: $0.value) }),
      "members": view.cards(
        at: members.compactMap { graph.number(.person, named: $0.person.value) }
      ),
    ]
  }

  /// Sessions with those of its people who took part, in the order of the series.
  private func sessions(in view: EntityView) -> TemplateValue {
    let graph = view.site.graph
    var present: [Int: [Int]] = [:]
    for person in graph.targetNumbers(of: .lead, .member, from: id) {
      let attended = graph.sourceNumbers(of: .speaker, .moderator, to: graph.numbers.id(at: person))
      for session in attended { present[session, default: []].append(person) }
    }
    return .listing(
      graph.inOrder(Array(present.keys)).compactMap { number in
        (graph.entity(at: number) as? Session)?.card(with: present[number] ?? [], in: view)
      }
    )
  }
}
