import Diagnostics
import Markdown
import Markup
public import SiteModel
public import Templating

extension Event {
  /// `Content/events/`, `/evenements/`.
  public static let contentType = ContentType(
    kind: .event,
    folder: "events",
    routeFolder: Slug("evenements"),
    template: "event",
    indexTemplate: "events",
    hasReferenceList: true,
    figures: [.timeline, .network],
    shape: [
      "subtitle": .optional(.text), "edition": .optional(.text), "venue": .optional(.text),
      "organisers": .listing(of: .record(["name": .text, "href": .optional(.text)])),
      "participants": .listing(
        of: .record([
          "title": .optional(.text), "href": .optional(.text), "people": .list(Presence.shape),
        ])
      ),
      "videos": .listing(of: .record(["title": .text, "href": .text])),
    ],
    listedShape: ["edition": .optional(.text), "venue": .optional(.text)]
  )

  /// Who spoke in each part, in printed order, and recordings.
  public func fields(in view: EntityView) -> TemplateRecord {
    let known = organisedBy.compactMap {
      view.site.graph.entity(.organisation, named: $0.value) as? Organisation
    }
    let headings = view.site.text(EntityText.bodyName, of: id)?.headings ?? []
    return listedFields(in: view).merging([
      "subtitle": view.text(subtitle),
      "organisers": .listing(
        organisers.map { name in
          let organisation = known.first { $0.isCalled(name) }
          return .record([
            "name": view.text(name), "href": view.link(to: organisation),
          ])
        }
      ),
      "participants": .listing(
        participantsBySection.map { section in
          .record([
            "title": view.text(section.title),
            "href": headings.first { slugify($0.text) == slugify(section.title ?? "") }.map {
              .text("#\($0.id)")
            } ?? .absent,
            "people": .list(
              section.people.map { $0.fields(in: view, at: date) }
            ),
          ])
        }
      ),
      "videos": .listing(
        videos.map { .record(["title": view.text($0.title), "href": .text($0.url)]) }
      ),
    ])
  }

  /// Edition and place.
  public func listedFields(in view: EntityView) -> TemplateRecord {
    [
      "edition": edition.map { .text(FrenchOrdinal.feminine($0)) } ?? .absent,
      "venue": view.text(venue),
    ]
  }

  private var participantsBySection: [(title: String?, people: [Presence])] {
    var sections: [(title: String?, people: [Presence])] = []
    for participant in participants {
      if let index = sections.firstIndex(where: { $0.title == participant.section }) {
        sections[index].people.append(participant)
      } else {
        sections.append((title: participant.section, people: [participant]))
      }
    }
    return sections
  }
}
