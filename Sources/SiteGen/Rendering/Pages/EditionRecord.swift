import SiteModel
import Templating

/// What the page of a text says of its versions.
enum EditionRecord {
  /// `earlier` on the page of an earlier version, `history` on that of the present one, which has
  /// several.
  static let shape = TemplateShape.optional(
    .record([
      "earlier": .optional(
        .record([
          "number": .number, "href": .text, "date": .optional(.text), "iso-date": .optional(.text),
        ])
      ),
      "modified": .optional(.text), "iso-modified": .optional(.text),
      "history": .listing(
        of: .record([
          "number": .number, "date": .text, "iso-date": .text, "href": .optional(.text),
          "changes": .listing(of: change),
        ])
      ),
    ])
  )

  private static let change = TemplateShape.record([
    "revision": .flag, "erratum": .flag, "what": .text, "why": .text,
  ])

  /// The versions of a text as its page shows them; absent where there is but one.
  static func record(of id: EntityID, in frame: PageFrame) -> TemplateValue {
    if let present = frame.site.presentVersion(of: id), let edition = id.earlierEdition {
      return earlier(edition.number, of: edition.present, at: present, in: frame)
    }
    guard let versions = frame.site.editions[id], versions.count > 1, let last = versions.last
    else {
      return .absent
    }
    return .record([
      "earlier": .absent, "modified": .text(last.date.frenchText),
      "iso-modified": .text(last.date.isoText),
      "history": .listing(
        versions.enumerated().reversed().map { index, version in
          let number = index + 1
          let page = id.earlierVersion(number).flatMap { earlier in
            frame.site.isEarlierVersion(earlier) ? frame.site.route(of: earlier) : nil
          }
          return .record([
            "number": .number(number), "date": .text(version.date.frenchText),
            "iso-date": .text(version.date.isoText),
            "href": page.map { .text(frame.link(to: $0)) } ?? .absent,
            "changes": .listing(version.amendments.map { record(of: $0, in: frame.view) }),
          ])
        }
      ),
    ])
  }

  private static func earlier(
    _ number: Int,
    of id: EntityID,
    at present: Route,
    in frame: PageFrame
  ) -> TemplateValue {
    let versions = frame.site.editions[id] ?? []
    let date = versions.indices.contains(number - 1) ? versions[number - 1].date : nil
    return .record([
      "earlier": .record([
        "number": .number(number), "href": .text(frame.link(to: present)),
        "date": date.map { .text($0.frenchText) } ?? .absent,
        "iso-date": date.map { .text($0.isoText) } ?? .absent,
      ]), "modified": .absent, "iso-modified": .absent, "history": .absent,
    ])
  }

  private static func record(of amendment: Amendment, in view: EntityView) -> TemplateValue {
    .record([
      "revision": .flag(amendment.kind == .revision), "erratum": .flag(amendment.kind == .erratum),
      "what": view.text(amendment.what), "why": view.text(amendment.why),
    ])
  }
}
