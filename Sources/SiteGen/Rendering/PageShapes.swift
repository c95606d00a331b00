public import SiteModel
public import Templating

/// What every kind of page offers its template; the check of templates and the tests of contexts
/// both start here.
public enum PageShapes {
  /// Names that every template may use.
  public static let frame: RecordShape = [
    "site": .record([
      "title": .text, "description": .text, "language": .text, "publisher": .text,
      "acronym": .optional(.text), "issn": .optional(.text), "home": .text,
    ]),
    "sections": .record(sections), "footer": .listing(of: .record(EntityView.cardShape)),
    "figures": .record(["timeline": .optional(.text), "network": .optional(.text)]),
    "assets": .text, "canonical": .optional(.text), "description": .optional(.text),
    "draft": .optional(.record(["until": .optional(.text)])),
  ]

  /// The index pages, by kind; `current` on the page itself and on the pages below it.
  private static let sections = RecordShape(
    Dictionary(
      uniqueKeysWithValues: EntityKind.allCases.map { kind in
        (kind.rawValue, .optional(.record(["href": .text, "current": .flag, "here": .flag])))
      }
    )
  )

  /// Texts of an entity as HTML, and the headings of its body.
  public static let texts: RecordShape = [
    "title": .text, "date": .optional(.text), "iso-date": .optional(.text),
    "body": .optional(.html), "abstract": .optional(.html), "presentation": .optional(.html),
    "toc": .listing(
      of: .record([
        "href": .text, "title": .text,
        "children": .listing(of: .record(["href": .text, "title": .text])),
      ])
    ),
    "sources": .list(.record(["path": .text])), "edition": EditionRecord.shape,
    "neighbourhood": .optional(.record(NetworkFigure.shape)),
    "named": EntityView.namedShape, "backlinks": EntityView.backlinksShape,
    "editorial-notes": .listing(of: .record(editorialNote)),
    "references": .listing(
      of: .record([
        "card": .record(EntityView.cardShape), "formatted": .html, "calls": EntityView.callsShape,
      ])
    ),
  ]

  /// A straight line of a figure.
  static let line: RecordShape = ["x1": .number, "y1": .number, "x2": .number, "y2": .number]

  /// Names that the page of the network may use.
  static let network = frame.merging([
    "figure": .record(NetworkFigure.shape),
    "groups": .list(
      .record([
        "kind": .record(EntityKind.flagsShape),
        "items": .list(
          .record(
            EntityView.cardShape.merging(["people": .listing(of: .record(EntityView.cardShape))])
          )
        ),
      ])
    ),
  ])

  /// Names that the page of the line of time may use.
  static let timeline = frame.merging([
    "figure": .record(TimelineFigure.shape),
    "years": .list(
      .record([
        "year": .text,
        "items": .list(
          .record(EntityView.cardShape.merging(["kind": .record(EntityKind.flagsShape)]))
        ),
      ])
    ),
  ])

  /// A flag for each kind of doubt, one of them set.
  private static let editorialNote = RecordShape(
    Dictionary(
      uniqueKeysWithValues: EditorialNote.Kind.allCases.map { ($0.rawValue, .flag) }
    )
  ).merging(["printed": .text])

  /// An entity in a list: its card and what lists show of it.
  static func listed(_ type: ContentType) -> TemplateShape {
    .record(type.listedShape.merging(EntityView.cardShape))
  }

  /// Names that the template of an index page may use.
  static func index(of type: ContentType) -> RecordShape {
    frame.merging([
      "count": .number,
      "groups": .list(
        .record([
          "label": .optional(.text), "id": .text, "count": .number, "items": .list(listed(type)),
        ])
      ),
      "exports": EntityView.exportsShape, "views": .optional(.record(worksViews)),
    ])
  }

  /// Links to the pages that list all works.
  private static let worksViews = RecordShape(
    Dictionary(
      uniqueKeysWithValues: WorksView.allCases.map { view in
        (view.rawValue, .record(["href": .text, "here": .flag]))
      }
    )
  ).merging(["all": .record(["href": .text, "here": .flag])])

  /// Names that a page which lists all works in another order may use.
  static func works(_ type: ContentType) -> RecordShape {
    frame.merging([
      "count": .number, "exports": EntityView.exportsShape, "views": .record(worksViews),
      "groups": .list(
        .record([
          "label": .optional(.text), "href": .optional(.text),
          "type": .optional(.record(WorkTypes.shape)), "id": .text, "count": .number,
          "items": .list(listed(type)),
          "authors": .list(
            .record([
              "label": .text, "href": .optional(.text), "count": .number,
              "items": .list(listed(type)),
            ])
          ),
        ])
      ),
    ])
  }

  /// Names that the home page may use: for every kind all its entities, and the latest.
  static func home(_ types: [ContentType]) -> RecordShape {
    let lists = RecordShape(
      Dictionary(
        uniqueKeysWithValues: types.map {
          ($0.kind.rawValue, .optional(.record(["items": .list(listed($0))])))
        }
      )
    )
    return frame.merging(["latest": .record(lists), "all": .record(lists)])
  }

  /// Every template that pages need, with the names it may use.
  public static func all(_ types: [ContentType]) -> [(template: String, shape: RecordShape)] {
    let entityPages = types.compactMap { type in
      type.template.map { ($0, frame.merging(texts).merging(type.shape)) }
    }
    let indexPages = types.compactMap { type in
      type.indexTemplate.map { ($0, index(of: type)) }
    }
    let moved = frame.merging(["target": .record(EntityView.cardShape)])
    let worksPages = types.filter { $0.kind == .reference }.flatMap { type in
      WorksView.allCases.map { ($0.template, works(type)) }
    }
    return entityPages + indexPages + worksPages + [
      ("home", home(types)), (Figure.timeline.template, timeline),
      (Figure.network.template, network), ("moved", moved),
      ("not-found", frame),
    ]
  }
}
